import { listOf, objectOf, textOf, type Json, type JsonObject } from "../../../../generator/core/lib/json.js";
import type { Spot } from "../spots.js";
import { drop, put, type Mutation, type Operator } from "./operator.js";
import { otherValue } from "./schema.js";

/** Mutants of what belongs to no single operation. */
export const sharedOperators: readonly Operator[] = [
  { kind: "drop a server", on: "host", mutate: dropServer },
  { kind: "change a server", on: "host", mutate: changeServer },
  { kind: "drop a region", on: "host", mutate: dropRegion },
  { kind: "change the default region", on: "host", mutate: changeRegion },
  { kind: "drop a security scheme", on: "root", mutate: dropSecurity },
  { kind: "drop a tag", on: "root", mutate: dropTag },
  { kind: "drop a path", on: "root", mutate: dropPath },
  { kind: "drop an error code", on: "error", mutate: (spot) => [{ what: "altogether", edits: [drop(spot)] }] },
  ...["code", "status", "retry", "refused", "source"].map((key): Operator => ({
    kind: `change ${key} of an error code`,
    on: "error",
    mutate: (spot) => changeCode(spot, key),
  })),
  { kind: "change the header of a security scheme", on: "scheme", mutate: changeHeader },
];

function servers(spot: Spot): JsonObject[] {
  return listOf(spot.value.servers).map(objectOf);
}

function regions(server: JsonObject): readonly Json[] {
  return listOf(objectOf(objectOf(server.variables).region).enum);
}

function dropServer(spot: Spot): Mutation[] {
  return servers(spot).map(({ url }, index) => ({ what: String(url), edits: [drop(spot, "servers", index)] }));
}

function changeServer(spot: Spot): Mutation[] {
  return servers(spot).map(({ url }, index) => {
    const to = String(url).replace("myhuaweicloud", "huaweicloud");
    return { what: `becomes ${to}`, edits: [put(spot, ["servers", index, "url"], to)] };
  });
}

function dropRegion(spot: Spot): Mutation[] {
  return servers(spot).flatMap((server, index) => {
    return regions(server).map((region, place) => {
      const at = ["servers", index, "variables", "region", "enum", place];
      return { what: `${String(region)} of server ${index}`, edits: [drop(spot, ...at)] };
    });
  });
}

function changeRegion(spot: Spot): Mutation[] {
  return servers(spot).map((_, index) => {
    return {
      what: "becomes la-north-2",
      edits: [put(spot, ["servers", index, "variables", "region", "default"], "la-north-2")],
    };
  });
}

function dropSecurity(spot: Spot): Mutation[] {
  return listOf(spot.value.security).map((requirement, index) => {
    return { what: Object.keys(objectOf(requirement)).join(), edits: [drop(spot, "security", index)] };
  });
}

function dropTag(spot: Spot): Mutation[] {
  return listOf(spot.value.tags).map((tag, index) => {
    return { what: String(objectOf(tag).name), edits: [drop(spot, "tags", index)] };
  });
}

function dropPath(spot: Spot): Mutation[] {
  return Object.keys(objectOf(spot.value.paths)).map((path) => ({ what: path, edits: [drop(spot, "paths", path)] }));
}

function changeCode(spot: Spot, key: string): Mutation[] {
  const value = spot.value[key];
  const other = key === "source" ? (value === "pdf" ? "observed" : "pdf") : otherValue(value ?? null);
  return other === undefined ? [] : [{ what: `becomes ${String(other)}`, edits: [put(spot, [key], other)] }];
}

function changeHeader(spot: Spot): Mutation[] {
  const to = `X-${textOf(spot.value.name) ?? ""}`;
  return [{ what: `becomes ${to}`, edits: [put(spot, ["name"], to)] }];
}
