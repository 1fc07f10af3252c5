import { isObject, listOf, objectOf, textOf, wordsOf, without, type Json, type JsonObject } from "../core/lib/json.js";
import { compareBehaviour } from "./behaviour.js";
import { renames } from "./fields.js";
import {
  below,
  objectAt,
  listed,
  named,
  onlyNew,
  onlyOld,
  same,
  shown,
  spotBelow,
  type Scope,
  type PointerPair,
} from "./comparison.js";
import { deprecationChanged } from "./limits.js";
import { compareContent, compareResponses } from "./messages.js";
import { compareSchema, compareWords } from "./schema.js";
import { compareSecurity, compareServers } from "./servers.js";

/** An operation of a document. */
export interface Found {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly pointer: string;
  readonly value: JsonObject;
  /** What the path item says for all its operations. */
  readonly item: JsonObject;
}

/** Compares one operation before and after. `scope` names it and has both pointers. */
export function compareOperationPair(scope: Scope, old: Found, after: Found): void {
  requestLine(scope, old, after);
  compareWords(scope, old.value, after.value, ["summary", "description", "tags", "x-source", "x-conflicts"]);
  if ((old.value.deprecated === true) !== (after.value.deprecated === true)) {
    deprecationChanged(scope, after.value.deprecated === true, textOf(after.value["x-successor"]));
  } else compareWords(scope, old.value, after.value, ["x-successor"]);
  compareServers({ ...scope, directions: ["request"] }, servers(old), servers(after));
  compareSecurity({ ...scope, directions: ["request"] }, old.value.security, after.value.security);
  compareBehaviour(scope, old.value, after.value);
  compareParameters({ ...scope, directions: ["request"] }, old, after);
  compareBody(scope);
  compareResponses(scope);
}

function servers({ value, item }: Found): Json | undefined {
  return value.servers ?? item.servers;
}

function requestLine(scope: Scope, old: Found, after: Found): void {
  const bare = (path: string): string => path.replace(/\{[^}]*\}/g, "{}");
  const [before, now] = [`${old.method.toUpperCase()} ${old.path}`, `${after.method.toUpperCase()} ${after.path}`];
  if (old.method !== after.method || bare(old.path) !== bare(after.path)) {
    scope.gather.add(scope, {
      kind: "request-line-changed",
      sentence: `${named(scope)} is now \`${now}\` instead of \`${before}\`.`,
      before,
      after: now,
      wire: "major",
      typescript: "patch",
      migration: "The client's method takes care of it; whoever sends requests by path writes the new one.",
    });
  }
  if (old.id === after.id) return;
  scope.gather.add(
    scope,
    {
      kind: "operation-renamed",
      sentence: `\`${old.id}\` is now called \`${after.id}\`.`,
      before: old.id,
      after: after.id,
      wire: "none",
      typescript: "minor",
      migration: `Call \`${after.id}\` instead of \`${old.id}\`, and rename its types likewise.`,
    },
    spotBelow(scope.spot, "operationId"),
  );
}

/** A parameter with the pointer at which it stands. */
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly pointer: string;
  readonly value: JsonObject;
}

function parametersOf(document: JsonObject, { pointer, value, item }: Found): Parameter[] {
  const of = (holder: string, list: readonly Json[]): Parameter[] =>
    list.map((_, index) => {
      const { raw, pointer: at } = objectAt(document, `${holder}/parameters/${index}`);
      return { name: wordsOf(raw.name), in: wordsOf(raw.in), value: raw, pointer: at };
    });
  const shared = of(pointer.slice(0, pointer.lastIndexOf("/")), listOf(item.parameters));
  const own = of(pointer, listOf(value.parameters));
  return [...shared.filter((each) => own.every((other) => key(other) !== key(each))), ...own];
}

function key({ name, in: place }: Parameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function compareParameters(scope: Scope, old: Found, after: Found): void {
  const before = parametersOf(scope.gather.old, old);
  const now = parametersOf(scope.gather.new, after);
  const gone = before.filter((each) => now.every((other) => key(other) !== key(each)));
  const fresh = now.filter((each) => before.every((other) => key(other) !== key(each)));
  const pairs = renamedParameters(gone, fresh, old.path, after.path);
  for (const each of gone) if (!pairs.has(each)) parameterRemoved(scope, each);
  for (const each of fresh) if (![...pairs.values()].includes(each)) parameterAdded(scope, each);
  for (const each of before) {
    const same = now.find((other) => key(other) === key(each)) ?? pairs.get(each);
    if (same !== undefined) compareParameter(scope, each, same);
  }
}

/** Path parameters are matched by their place in the path, others by their schema. */
function renamedParameters(
  gone: readonly Parameter[],
  fresh: readonly Parameter[],
  oldPath: string,
  newPath: string,
): Map<Parameter, Parameter> {
  const found = new Map<Parameter, Parameter>();
  const places = (path: string): string[] => [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  const [before, now] = [places(oldPath), places(newPath)];
  for (const each of gone.filter((parameter) => parameter.in === "path")) {
    const name = before.length === now.length ? now[before.indexOf(each.name)] : undefined;
    const to = fresh.find((other) => other.in === "path" && other.name === name);
    if (to !== undefined) found.set(each, to);
  }
  for (const place of ["query", "header"]) {
    const of = (all: readonly Parameter[]): Parameter[] => all.filter((each) => each.in === place);
    const table = (all: readonly Parameter[]): JsonObject =>
      Object.fromEntries(all.map(({ name, value }) => [name, value]));
    const names = (all: readonly Parameter[]): string[] => all.map(({ name }) => name);
    for (const [name, to] of renames(names(of(gone)), table(of(gone)), names(of(fresh)), table(of(fresh)))) {
      const [from, target] = [of(gone).find((each) => each.name === name), of(fresh).find((each) => each.name === to)];
      if (from !== undefined && target !== undefined) found.set(from, target);
    }
  }
  return found;
}

function parameterRemoved(scope: Scope, { name, in: place, pointer, value }: Parameter): void {
  scope.gather.add(
    scope,
    {
      kind: "parameter-removed",
      sentence: `Remove the ${place} parameter \`${name}\` from ${scope.owner}.`,
      before: value,
      wire: "major",
      typescript: "patch",
      migration: `No longer give \`${name}\` to ${scope.owner}.`,
    },
    { old: pointer, new: undefined },
  );
}

function parameterAdded(scope: Scope, { name, in: place, pointer, value }: Parameter): void {
  const must = value.required === true;
  scope.gather.add(
    scope,
    {
      kind: "parameter-added",
      sentence: `Add the ${must ? "required " : ""}${place} parameter \`${name}\` to ${scope.owner}.`,
      after: value,
      wire: must ? "major" : "minor",
      typescript: "minor",
      migration: must ? `Give \`${name}\` in every call of ${scope.owner}.` : "",
    },
    { old: undefined, new: pointer },
  );
}

function compareParameter(scope: Scope, old: Parameter, after: Parameter): void {
  const inner: Scope = { ...scope, spot: { old: old.pointer, new: after.pointer }, path: [after.name] };
  if (old.name !== after.name) parameterRenamed(inner, old, after);
  requiredChanged(inner, old.value.required === true, after.value.required === true);
  if ((old.value.deprecated === true) !== (after.value.deprecated === true)) {
    deprecationChanged(inner, after.value.deprecated === true);
  }
  for (const keyword of ["style", "explode", "allowReserved"]) serialization(inner, keyword, old.value, after.value);
  compareWords(inner, old.value, after.value, ["description", "examples", "example", "x-conflicts"]);
  if (old.value.schema !== undefined && after.value.schema !== undefined)
    compareSchema(below(inner, undefined, "schema"));
}

function parameterRenamed(scope: Scope, old: Parameter, after: Parameter): void {
  const wire = old.in === "path" ? "none" : "major";
  scope.gather.add(scope, {
    kind: "parameter-renamed",
    sentence: `The ${old.in} parameter \`${old.name}\` of ${scope.owner} is now called \`${after.name}\`.`,
    before: old.name,
    after: after.name,
    wire,
    typescript: "minor",
    migration: `Write \`${after.name}\` for \`${old.name}\`.`,
  });
}

function requiredChanged(scope: Scope, before: boolean, now: boolean): void {
  if (before === now) return;
  scope.gather.add(scope, {
    kind: "required-changed",
    sentence: `${named(scope)} is ${now ? "now" : "no longer"} required.`,
    before,
    after: now,
    wire: now ? "major" : "minor",
    typescript: "patch",
    migration: now ? `Give ${named(scope)} in every request.` : "",
  });
}

function serialization(scope: Scope, keyword: string, old: JsonObject, after: JsonObject): void {
  const [before, now] = [old[keyword], after[keyword]];
  if (same(before, now)) return;
  scope.gather.add(
    scope,
    {
      kind: "serialization-changed",
      sentence: `The way in which ${named(scope)} is written (\`${keyword}\`) changes from ${shown(before)} to ${shown(now)}.`,
      before,
      after: now,
      wire: "major",
      typescript: "none",
      migration: "The client's method takes care of it; whoever writes requests by hand changes them.",
    },
    spotBelow(scope.spot, keyword),
  );
}

function compareBody(scope: Scope): void {
  const { gather, operation } = scope;
  const at = spotBelow(scope.spot, "requestBody");
  const [old, after] = [objectAt(gather.old, at.old), objectAt(gather.new, at.new)];
  const [had, has] = [isObject(old.raw.content), isObject(after.raw.content)];
  const owner = `the request of \`${operation ?? ""}\``;
  const inner: Scope = {
    ...scope,
    owner,
    path: [],
    spot: { old: old.pointer, new: after.pointer },
    directions: ["request"],
  };
  if (had !== has) bodyChanged(inner, at, has, objectOf(has ? after.raw : old.raw));
  if (!had || !has) return;
  requiredChanged({ ...inner, owner: `the body of ${owner}` }, old.raw.required === true, after.raw.required === true);
  compareWords(inner, without(old.raw, "content"), without(after.raw, "content"), ["description", "x-conflicts"]);
  compareContent(inner, old.raw, after.raw);
}

function bodyChanged(scope: Scope, at: PointerPair, has: boolean, body: JsonObject): void {
  const must = has && body.required === true;
  const media = listed(Object.keys(objectOf(body.content)));
  scope.gather.add(
    scope,
    {
      kind: has ? "body-added" : "body-removed",
      sentence: has
        ? `Add a ${must ? "required " : ""}body (${media}) to ${scope.owner}.`
        : `Remove the body from ${scope.owner}.`,
      ...(has ? { after: body } : { before: body }),
      wire: has && !must ? "minor" : "major",
      typescript: has ? "minor" : "patch",
      migration: has
        ? must
          ? "Give the fields of the body in every call."
          : ""
        : "No longer give the fields of the body.",
    },
    has ? onlyNew(at) : onlyOld(at),
  );
}
