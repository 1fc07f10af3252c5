import { isObject, objectOf, wordsOf, without, type Json, type JsonObject } from "../core/lib/json.js";
import { byCodePoint } from "../core/lib/order.js";
import { formatPointer } from "../core/lib/pointer.js";
import { directionsOf } from "./directions.js";
import { Comparison, listed, named, onlyNew, onlyOld, same, shown, spotBelow, type Scope } from "./comparison.js";
import { compareResponseObject } from "./messages.js";
import { compareOperationPair, type Found } from "./operation.js";
import { compareSchema, compareWords } from "./schema.js";
import { compareSecurity, compareServers } from "./servers.js";
import type { Change } from "./types.js";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** All differences between two documents that matter, in the order of the new one. */
export function compareDocuments(old: JsonObject, after: JsonObject): readonly Change[] {
  const gather = new Comparison(old, after);
  const root: Scope = { gather, spot: { old: "", new: "" }, owner: "the specification", path: [], directions: [] };
  compareRoot(root);
  schemaNames(root);
  compareOperations(root);
  compareComponents(root);
  return gather.changes;
}

function compareRoot(root: Scope): void {
  const { old, new: after } = root.gather;
  const info: Scope = { ...root, spot: spotBelow(root.spot, "info") };
  const keys = new Set([...Object.keys(objectOf(old.info)), ...Object.keys(objectOf(after.info))]);
  compareWords(info, objectOf(old.info), objectOf(after.info), [...keys]);
  compareWords(root, old, after, ["tags"]);
  compareServers({ ...root, directions: ["request"] }, old.servers, after.servers);
  compareSecurity({ ...root, directions: ["request"] }, old.security, after.security);
  if (!same(old["x-failure"], after["x-failure"])) {
    const sentence = "The signs of an error in a success change for all operations (`x-failure`).";
    const finding = { kind: "behaviour-changed", sentence, wire: "none", typescript: "minor" } as const;
    root.gather.add({ ...root, directions: ["response"] }, finding, spotBelow(root.spot, "x-failure"));
  }
  if (!same(old["x-error-catalogue"], after["x-error-catalogue"])) {
    const sentence = "The catalogue of error codes is changed.";
    const finding = { kind: "errors-changed", sentence, wire: "none", typescript: "patch" } as const;
    root.gather.add({ ...root, directions: ["response"] }, finding, spotBelow(root.spot, "x-error-catalogue"));
  }
  if (!same(old["x-status-catalogue"], after["x-status-catalogue"])) {
    const sentence = "What the statuses of HTTP mean is changed.";
    const finding = { kind: "errors-changed", sentence, wire: "none", typescript: "patch" } as const;
    root.gather.add({ ...root, directions: ["response"] }, finding, spotBelow(root.spot, "x-status-catalogue"));
  }
}

/** The operations of a document, in its order. */
export function operationsIn(document: JsonObject): Found[] {
  return Object.entries(objectOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item))
      .filter(([method, value]) => methods.includes(method) && isObject(value))
      .map(([method, value]) => {
        const pointer = formatPointer(["paths", path, method]);
        const operation = objectOf(value);
        const id = typeof operation.operationId === "string" ? operation.operationId : `${method} ${path}`;
        return { id, path, method, pointer, value: operation, item: objectOf(item) };
      }),
  );
}

function compareOperations(root: Scope): void {
  const [before, now] = [operationsIn(root.gather.old), operationsIn(root.gather.new)];
  const gone = before.filter(({ id }) => now.every((other) => other.id !== id));
  const fresh = now.filter(({ id }) => before.every((other) => other.id !== id));
  const line = ({ method, path }: Found): string => `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
  const renamed = new Map(
    gone.flatMap((each) => {
      const to = fresh.find((other) => line(other) === line(each));
      return to === undefined ? [] : [[each, to] as const];
    }),
  );
  for (const each of gone) if (!renamed.has(each)) operationRemoved(root, each);
  for (const each of now) {
    const old = before.find(({ id }) => id === each.id) ?? [...renamed].find(([, to]) => to === each)?.[0];
    if (old === undefined) operationAdded(root, each);
    else compareOperationPair(operationScope(root, old.pointer, each), old, each);
  }
}

function operationScope(root: Scope, old: string | undefined, { id, pointer }: Found): Scope {
  const directions = ["request", "response"] as const;
  return { ...root, spot: { old, new: pointer }, owner: `\`${id}\``, operation: id, directions };
}

function operationAdded(root: Scope, each: Found): void {
  const scope = operationScope(root, undefined, each);
  const after = `${each.method.toUpperCase()} ${each.path}`;
  const sentence = `Add the operation \`${each.id}\` (\`${after}\`).`;
  root.gather.add(scope, { kind: "operation-added", sentence, after, wire: "minor", typescript: "minor" });
}

function operationRemoved(root: Scope, each: Found): void {
  const scope = { ...operationScope(root, each.pointer, each), spot: { old: each.pointer, new: undefined } };
  const before = `${each.method.toUpperCase()} ${each.path}`;
  const successor = each.value["x-successor"];
  root.gather.add(scope, {
    kind: "operation-removed",
    sentence: `Remove the operation \`${each.id}\` (\`${before}\`).`,
    before,
    wire: "major",
    typescript: "patch",
    migration: successor === undefined ? `Do without \`${each.id}\`.` : `Use ${shown(wordsOf(successor))} instead.`,
  });
}

/** Which schemas were added, removed, or renamed. */
function schemaNames(root: Scope): void {
  const { gather } = root;
  const [before, now] = [schemasOf(gather.old), schemasOf(gather.new)];
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(now, name));
  const fresh = Object.keys(now).filter((name) => !Object.hasOwn(before, name));
  for (const name of gone) {
    const to = onlyOne(
      fresh.filter((other) => alike(before, name, now, other)),
      before[name],
      now,
    );
    const from =
      to === undefined
        ? undefined
        : onlyOne(
            gone.filter((other) => alike(before, other, now, to)),
            now[to],
            before,
          );
    if (to !== undefined && from === name) {
      gather.renamed.set(name, to);
      schemaRenamed(root, name, to);
    } else schemaCameOrWent(root, name, "old");
  }
  const taken = new Set(gather.renamed.values());
  for (const name of fresh) if (!taken.has(name)) schemaCameOrWent(root, name, "new");
}

/** The schema that equals another one; where several do, the one with the same description. */
function onlyOne(names: readonly string[], like: Json | undefined, schemas: JsonObject): string | undefined {
  const { description } = objectOf(like);
  const described = names.filter((name) => same(objectOf(schemas[name]).description, description));
  const best = described.length > 0 ? described : names;
  return best.length === 1 ? best[0] : undefined;
}

function schemasOf(document: JsonObject): JsonObject {
  return objectOf(objectOf(document.components).schemas);
}

/** True where two schemas say the same, but for their descriptions and for where they name themselves. */
function alike(before: JsonObject, name: string, now: JsonObject, other: string): boolean {
  const core = (value: Json | undefined): Json => without(objectOf(value), "description", "examples");
  const text = JSON.stringify(core(before[name])).replaceAll(
    `"#/components/schemas/${name}"`,
    `"#/components/schemas/${other}"`,
  );
  return same(JSON.parse(text) as Json, core(now[other]));
}

function schemaRenamed(root: Scope, name: string, to: string): void {
  const scope = { ...root, component: `schemas/${to}` };
  const spot = { old: `/components/schemas/${name}`, new: `/components/schemas/${to}` };
  scope.gather.add(
    scope,
    {
      kind: "schema-renamed",
      sentence: `The schema \`${name}\` is now called \`${to}\`.`,
      before: name,
      after: to,
      wire: "none",
      typescript: "minor",
      migration: `Import the type \`${to}\` instead of \`${name}\`.`,
    },
    spot,
  );
}

/**
 * The places that refer to the schema say what that means for requests and responses. Here only the type's name is at
 * stake.
 */
function schemaCameOrWent(root: Scope, name: string, side: "old" | "new"): void {
  const pointer = `/components/schemas/${name}`;
  const spot = { old: pointer, new: pointer };
  root.gather.add(
    { ...root, component: `schemas/${name}` },
    {
      kind: side === "old" ? "schema-removed" : "schema-added",
      sentence: `${side === "old" ? "Remove" : "Add"} the schema \`${name}\`.`,
      ...(side === "old" ? { before: name } : { after: name }),
      wire: "none",
      typescript: side === "old" ? "patch" : "minor",
      migration: side === "old" ? `Do without the type \`${name}\`, or declare it yourself.` : "",
    },
    side === "old" ? onlyOld(spot) : onlyNew(spot),
  );
}

function compareComponents(root: Scope): void {
  const { gather } = root;
  const reach = { old: directionsOf(gather.old), new: directionsOf(gather.new) };
  for (const name of Object.keys(schemasOf(gather.old)).sort(byCodePoint)) {
    const to = gather.renamed.get(name) ?? name;
    if (!Object.hasOwn(schemasOf(gather.new), to)) continue;
    const spot = { old: `/components/schemas/${name}`, new: `/components/schemas/${to}` };
    const directions = [...new Set([...(reach.old.get(spot.old) ?? []), ...(reach.new.get(spot.new) ?? [])])].sort();
    compareSchema({ ...root, spot, owner: `\`${to}\``, component: `schemas/${to}`, directions });
  }
  const responses = {
    old: objectOf(objectOf(gather.old.components).responses),
    new: objectOf(objectOf(gather.new.components).responses),
  };
  for (const [name, value] of Object.entries(responses.old)) {
    const after = responses.new[name];
    const pointer = formatPointer(["components", "responses", name]);
    const scope: Scope = {
      ...root,
      spot: { old: pointer, new: pointer },
      owner: `the response \`${name}\``,
      directions: ["response"],
    };
    if (after !== undefined)
      compareResponseObject({ ...scope, component: `responses/${name}` }, objectOf(value), objectOf(after));
  }
  compareSchemes(root);
}

function compareSchemes(root: Scope): void {
  const of = (document: JsonObject): JsonObject => objectOf(objectOf(document.components).securitySchemes);
  const [before, now] = [of(root.gather.old), of(root.gather.new)];
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (same(before[name], now[name])) continue;
    const pointer = formatPointer(["components", "securitySchemes", name]);
    const core = (value: Json | undefined): Json => without(objectOf(value), "description");
    const reworded = before[name] !== undefined && now[name] !== undefined && same(core(before[name]), core(now[name]));
    const breaks = before[name] !== undefined && !reworded;
    root.gather.add(
      { ...root, directions: ["request"] },
      {
        kind: reworded ? "description-changed" : "security-changed",
        sentence: reworded
          ? `The description of the security scheme ${shown(name)} is changed.`
          : `${before[name] === undefined ? "Add" : now[name] === undefined ? "Remove" : "Change"} the security scheme ${listed([name])}.`,
        before: before[name],
        after: now[name],
        wire: breaks ? "major" : reworded ? "none" : "minor",
        typescript: "patch",
        migration: breaks
          ? `Give other credentials than ${named({ ...root, owner: shown(name) })}, or give them as it says now.`
          : "",
      },
      { old: before[name] === undefined ? undefined : pointer, new: now[name] === undefined ? undefined : pointer },
    );
  }
}
