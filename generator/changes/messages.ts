// Compares bodies and responses.
import { isObject, objectOf, type JsonObject } from "../core/lib/json.js";
import { objectAt, onlyNew, onlyOld, shown, spotBelow, type Scope } from "./comparison.js";
import { compareSchema, compareWords } from "./schema.js";

/** Compares media types: which there are, their schemas and examples. */
export function compareContent(scope: Scope, old: JsonObject, after: JsonObject): void {
  const [before, now] = [objectOf(old.content), objectOf(after.content)];
  const request = scope.directions.includes("request");
  for (const name of Object.keys(before).filter((media) => !Object.hasOwn(now, media))) {
    const migration = request ? "Send one of the other media types." : "Expect one of the other media types.";
    const sentence = `Remove the media type ${shown(name)} from ${scope.owner}.`;
    const finding = {
      kind: "media-type-removed",
      sentence,
      before: name,
      wire: "major",
      typescript: "patch",
      migration,
    } as const;
    scope.gather.add(scope, finding, onlyOld(spotBelow(scope.spot, "content", name)));
  }
  for (const name of Object.keys(now).filter((media) => !Object.hasOwn(before, media))) {
    const sentence = `Add the media type ${shown(name)} to ${scope.owner}.`;
    const finding = { kind: "media-type-added", sentence, after: name, wire: "minor", typescript: "patch" } as const;
    scope.gather.add(scope, finding, onlyNew(spotBelow(scope.spot, "content", name)));
  }
  for (const name of Object.keys(before).filter((media) => Object.hasOwn(now, media))) {
    const inner = { ...scope, spot: spotBelow(scope.spot, "content", name) };
    const [mediaOld, mediaNew] = [objectOf(before[name]), objectOf(now[name])];
    compareWords(inner, mediaOld, mediaNew, ["examples", "example", "x-conflicts"]);
    if (mediaOld.schema !== undefined && mediaNew.schema !== undefined) {
      compareSchema({ ...inner, spot: spotBelow(inner.spot, "schema") });
    }
  }
}

/** Compares the responses of an operation, by their status. */
export function compareResponses(scope: Scope): void {
  const { gather } = scope;
  const at = spotBelow(scope.spot, "responses");
  const [before, now] = [objectAt(gather.old, at.old).raw, objectAt(gather.new, at.new).raw];
  const inner: Scope = { ...scope, path: [], directions: ["response"] };
  for (const status of Object.keys(before)) {
    if (!Object.hasOwn(now, status)) responseRemoved({ ...inner, spot: onlyOld(spotBelow(at, status)) }, status);
  }
  for (const status of Object.keys(now)) {
    if (!Object.hasOwn(before, status)) responseAdded({ ...inner, spot: onlyNew(spotBelow(at, status)) }, status);
    else if (Object.hasOwn(before, status)) compareResponse({ ...inner, spot: spotBelow(at, status) }, status);
  }
}

/** True for the status of a success. */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

function responseRemoved(scope: Scope, status: string): void {
  const success = isSuccess(status);
  scope.gather.add(scope, {
    kind: "response-removed",
    sentence: `Remove the response ${shown(status)} from ${scope.owner}.`,
    before: status,
    // An error that no longer occurs breaks no program.
    wire: success ? "major" : "patch",
    typescript: success ? "patch" : "none",
    migration: success ? `Do without the response ${shown(status)} of ${scope.owner}.` : "",
  });
}

function responseAdded(scope: Scope, status: string): void {
  scope.gather.add(scope, {
    kind: "response-added",
    sentence: `Add the response ${shown(status)} to ${scope.owner}.`,
    after: status,
    wire: "minor",
    typescript: isSuccess(status) ? "minor" : "none",
  });
}

/** Responses that both refer to one component are compared there, once. */
function compareResponse(scope: Scope, status: string): void {
  const { gather, operation } = scope;
  const [old, after] = [objectAt(gather.old, scope.spot.old), objectAt(gather.new, scope.spot.new)];
  const shared = old.pointer.startsWith("/components/") || after.pointer.startsWith("/components/");
  if (shared && old.pointer === after.pointer) return;
  const owner = isSuccess(status)
    ? `the response of \`${operation ?? ""}\``
    : `the response ${shown(status)} of \`${operation ?? ""}\``;
  compareResponseObject({ ...scope, owner, spot: { old: old.pointer, new: after.pointer } }, old.raw, after.raw);
}

/** Compares two response objects. */
export function compareResponseObject(scope: Scope, old: JsonObject, after: JsonObject): void {
  compareWords(scope, old, after, ["description", "x-conflicts"]);
  const [before, now] = [objectOf(old.headers), objectOf(after.headers)];
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) compareHeader(scope, name, before, now);
  const [had, has] = [isObject(old.content), isObject(after.content)];
  if (had !== has && Object.keys(objectOf(has ? after.content : old.content)).length > 0) {
    const sentence = has ? `Add a body to ${scope.owner}.` : `Remove the body from ${scope.owner}.`;
    const finding = {
      kind: has ? "body-added" : "body-removed",
      sentence,
      typescript: has ? "minor" : "patch",
    } as const;
    const spot = has ? onlyNew(spotBelow(scope.spot, "content")) : onlyOld(spotBelow(scope.spot, "content"));
    const migration = has ? "" : "Do without the body; it is not answered any more.";
    scope.gather.add(scope, { ...finding, wire: has ? "minor" : "major", migration }, spot);
  } else compareContent(scope, old, after);
}

function compareHeader(scope: Scope, name: string, before: JsonObject, now: JsonObject): void {
  const spot = spotBelow(scope.spot, "headers", name);
  const [had, has] = [Object.hasOwn(before, name), Object.hasOwn(now, name)];
  if (had && has) {
    compareWords({ ...scope, path: [name], spot }, objectOf(before[name]), objectOf(now[name]), [
      "description",
      "examples",
    ]);
    return;
  }
  scope.gather.add(
    scope,
    {
      kind: has ? "header-added" : "header-removed",
      sentence: `${has ? "Add" : "Remove"} the header \`${name}\` ${has ? "to" : "from"} ${scope.owner}.`,
      ...(has ? { after: name } : { before: name }),
      wire: has ? "minor" : "major",
      typescript: "none",
      migration: has ? "" : `Do without the header \`${name}\`.`,
    },
    has ? onlyNew(spot) : onlyOld(spot),
  );
}
