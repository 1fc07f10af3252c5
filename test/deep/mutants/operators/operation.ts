import { isObject, listOf, objectOf, textOf } from "../../../../generator/core/lib/json.js";
import type { Spot } from "../spots.js";
import { drop, dropping, put, rename, type Mutation, type Operator } from "./operator.js";

/** Mutants of an operation, its request line, its parameters and its answers. */
export const operationOperators: readonly Operator[] = [
  { kind: "change the method", on: "operation", mutate: changeMethod },
  { kind: "change the path", on: "path", mutate: changePath },
  { kind: "rename an operation", on: "operation", mutate: renameOperation },
  { kind: "drop deprecated", on: "operation", mutate: dropDeprecated },
  { kind: "deprecate", on: "operation", mutate: deprecate },
  { kind: "change the successor", on: "operation", mutate: changeSuccessor },
  { kind: "drop a status", on: "operation", mutate: dropStatus },
  { kind: "swap two error responses", on: "operation", mutate: swapErrors },
  { kind: "tag that is not declared", on: "operation", mutate: tagUndeclared },
  { kind: "move to another tag", on: "operation", mutate: moveTag },
  { kind: "change the credentials", on: "operation", mutate: changeCredentials },
  dropping("drop the description", "operation", "description"),
  dropping("drop the summary", "operation", "summary"),
  dropping("drop the body", "operation", "requestBody"),
  { kind: "drop a parameter", on: "parameter", mutate: (spot) => [{ what: "altogether", edits: [drop(spot)] }] },
  { kind: "rename a parameter", on: "parameter", mutate: renameParameter },
  { kind: "flip required of a parameter", on: "parameter", mutate: flipRequired },
  { kind: "add a parameter", on: "operation", mutate: addParameter },
  { kind: "move a parameter to the header", on: "parameter", mutate: moveParameter },
  { kind: "flip required of a body", on: "body", mutate: flipRequired },
  { kind: "change a media type", on: "body", mutate: changeMediaType },
  { kind: "change a media type", on: "response", mutate: changeMediaType },
  dropping("drop the content of an answer", "response", "content"),
  { kind: "drop a response header", on: "response", mutate: dropHeader },
];

function changeMethod(spot: Spot): Mutation[] {
  const from = String(spot.path.at(-1));
  const to = from === "get" ? "post" : from === "post" ? "put" : "post";
  return [{ what: `${from} becomes ${to}`, edits: [rename(spot, [], to)] }];
}

function changePath(spot: Spot): Mutation[] {
  const from = String(spot.path.at(-1));
  const version = from.replace(/^\/v(\d)/, (_, digit: string) => `/v${Number(digit) + 1}`);
  const variable = from.replace(/\{(\w+)\}/, "{$1_}");
  const wanted = [version, `${from}s`, variable].filter((path) => path !== from);
  return wanted.map((to) => ({ what: `becomes ${to}`, edits: [rename(spot, [], to)] }));
}

function renameOperation(spot: Spot): Mutation[] {
  const to = `${textOf(spot.value.operationId) ?? ""}2`;
  return [{ what: `becomes ${to}`, edits: [put(spot, ["operationId"], to)] }];
}

function dropDeprecated(spot: Spot): Mutation[] {
  if (spot.value.deprecated !== true) return [];
  return [{ what: "with the successor", edits: [drop(spot, "deprecated"), drop(spot, "x-successor")] }];
}

function deprecate(spot: Spot): Mutation[] {
  if (spot.value.deprecated === true) return [];
  const edits = [put(spot, ["deprecated"], true), put(spot, ["x-successor"], "GET /v9/something-else")];
  return [{ what: "with a successor", edits }];
}

function changeSuccessor(spot: Spot): Mutation[] {
  if (!("x-successor" in spot.value)) return [];
  return [{ what: "becomes showJobStatus", edits: [put(spot, ["x-successor"], "showJobStatus")] }];
}

function dropStatus(spot: Spot): Mutation[] {
  const statuses = Object.keys(objectOf(spot.value.responses));
  return statuses.map((status) => ({ what: status, edits: [drop(spot, "responses", status)] }));
}

function swapErrors(spot: Spot): Mutation[] {
  const shared = Object.entries(objectOf(spot.value.responses)).filter(([, response]) => "$ref" in objectOf(response));
  return shared.slice(1).flatMap(([status, response], index) => {
    const [other, answer] = shared[index] ?? [];
    if (other === undefined || answer === undefined) return [];
    const edits = [put(spot, ["responses", status], answer), put(spot, ["responses", other], response)];
    return [{ what: `${other} and ${status}`, edits }];
  });
}

function tagUndeclared(spot: Spot): Mutation[] {
  return [{ what: "Miscellany", edits: [put(spot, ["tags", 0], "Miscellany")] }];
}

function moveTag(spot: Spot): Mutation[] {
  const to = listOf(spot.value.tags)[0] === "History" ? "Logs" : "History";
  return [{ what: `to ${to}`, edits: [put(spot, ["tags", 0], to)] }];
}

function changeCredentials(spot: Spot): Mutation[] {
  if ("security" in spot.value) return [{ what: "the usual ones", edits: [drop(spot, "security")] }];
  return [
    { what: "none", edits: [put(spot, ["security"], [])] },
    { what: "only the token", edits: [put(spot, ["security"], [{ token: [] }])] },
    { what: "only the signature", edits: [put(spot, ["security"], [{ signature: [] }])] },
  ];
}

function renameParameter(spot: Spot): Mutation[] {
  const to = `${textOf(spot.value.name) ?? ""}_`;
  return [{ what: `becomes ${to}`, edits: [put(spot, ["name"], to)] }];
}

function flipRequired(spot: Spot): Mutation[] {
  const required = spot.value.required === true;
  return [{ what: `becomes ${String(!required)}`, edits: [put(spot, ["required"], !required)] }];
}

function addParameter(spot: Spot): Mutation[] {
  const parameter = {
    name: "extra",
    in: "query",
    required: false,
    description: "Something that nobody documents.",
    schema: { type: "string" },
    examples: { typical: { value: "a" } },
  };
  return [{ what: "extra", edits: [put(spot, ["parameters", listOf(spot.value.parameters).length], parameter)] }];
}

function moveParameter(spot: Spot): Mutation[] {
  if (spot.value.in !== "query") return [];
  return [{ what: "out of the query", edits: [put(spot, ["in"], "header")] }];
}

function changeMediaType(spot: Spot): Mutation[] {
  return Object.keys(objectOf(spot.value.content)).map((from) => {
    const to = from === "application/json" ? "text/plain" : "application/json";
    return { what: `${from} becomes ${to}`, edits: [rename(spot, ["content", from], to)] };
  });
}

function dropHeader(spot: Spot): Mutation[] {
  if (!isObject(spot.value.headers)) return [];
  return Object.keys(spot.value.headers).map((name) => ({ what: name, edits: [drop(spot, "headers", name)] }));
}
