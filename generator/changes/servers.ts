import { listOf, objectOf, wordsOf, type Json, type JsonObject } from "../core/lib/json.js";
import { listed, onlyNew, onlyOld, same, shown, spotBelow, type Scope } from "./comparison.js";
import type { Effect } from "./types.js";

/** Compares lists of servers. A server is the same by its address. */
export function compareServers(scope: Scope, old: Json | undefined, after: Json | undefined): void {
  const [before, now] = [listOf(old).map(objectOf), listOf(after).map(objectOf)];
  const find = (all: readonly JsonObject[], server: JsonObject): number =>
    all.findIndex((each) => each.url === server.url);
  const whose = scope.operation === undefined ? "the service" : scope.owner;
  before.forEach((server, index) => {
    const to = find(now, server);
    const spot = spotBelow(scope.spot, "servers", String(index));
    if (to === -1) {
      const sentence = `Remove the server ${shown(server.url)} of ${whose}.`;
      const migration = "Send requests to one of the remaining servers.";
      const finding = {
        kind: "server-removed",
        sentence,
        before: server,
        wire: "major",
        typescript: "patch",
        migration,
      } as const;
      scope.gather.add(scope, finding, onlyOld(spot));
    } else {
      const both = { old: spot.old, new: spotBelow(scope.spot, "servers", String(to)).new };
      compareVariables({ ...scope, spot: both }, server, objectOf(now[to]));
    }
  });
  now.forEach((server, index) => {
    if (find(before, server) !== -1) return;
    const sentence = `Add the server ${shown(server.url)} of ${whose}.`;
    const finding = { kind: "server-added", sentence, after: server, wire: "minor", typescript: "patch" } as const;
    scope.gather.add(scope, finding, onlyNew(spotBelow(scope.spot, "servers", String(index))));
  });
}

function compareVariables(scope: Scope, old: JsonObject, after: JsonObject): void {
  const [before, now] = [objectOf(old.variables), objectOf(after.variables)];
  for (const name of Object.keys(before)) {
    const [was, is] = [objectOf(before[name]), objectOf(now[name])];
    const lost = listOf(was.enum).filter((value) => !listOf(is.enum).includes(value));
    const gained = listOf(is.enum).filter((value) => !listOf(was.enum).includes(value));
    const say = (kind: string, sentence: string, wire: Effect, migration = ""): void => {
      const spot = spotBelow(scope.spot, "variables", name);
      scope.gather.add(scope, { kind, sentence, before: was, after: is, wire, typescript: "patch", migration }, spot);
    };
    const what = `\`${name}\` of the server ${shown(wordsOf(after.url))}`;
    if (gained.length > 0) say("server-variable-changed", `Add ${listed(gained)} to the values of ${what}.`, "minor");
    if (lost.length > 0) {
      say(
        "server-variable-changed",
        `Remove ${listed(lost)} from the values of ${what}.`,
        "major",
        "Use another value.",
      );
    }
    if (!same(was.default, is.default)) {
      const sentence = `The default of ${what} changes from ${shown(was.default)} to ${shown(is.default)}.`;
      say(
        "server-variable-changed",
        sentence,
        "major",
        `Give \`${name}\` as ${shown(was.default)} where the old default is wanted.`,
      );
    }
    if (!same(was.description, is.description))
      say("description-changed", `The description of ${what} is changed.`, "none");
  }
  if (!same(old.description, after.description)) {
    const sentence = `The description of the server ${shown(after.url)} is changed.`;
    const finding = {
      kind: "description-changed",
      sentence,
      before: old.description,
      after: after.description,
    } as const;
    scope.gather.add(scope, { ...finding, wire: "none", typescript: "patch" }, spotBelow(scope.spot, "description"));
  }
}

/** Compares which credentials are accepted: each entry of the list is an alternative. */
export function compareSecurity(scope: Scope, old: Json | undefined, after: Json | undefined): void {
  if (same(old, after)) return;
  const ways = (list: Json | undefined): string[] =>
    listOf(list).map((way) => Object.keys(objectOf(way)).sort().join(" and "));
  const [before, now] = [ways(old), ways(after)];
  const open = (list: Json | undefined, all: readonly string[]): boolean =>
    list !== undefined && (all.length === 0 || all.includes(""));
  const [wasOpen, isOpen] = [open(old, before), open(after, now)];
  const lost = before.filter((way) => !now.includes(way));
  const breaks = !isOpen && (wasOpen || lost.length > 0 || old === undefined);
  const text = (list: Json | undefined, all: readonly string[]): string =>
    list === undefined
      ? "those of the whole service"
      : all.length === 0
        ? "none"
        : all.map((way) => shown(way || "none")).join(" or ");
  const whose = scope.operation === undefined ? "the service" : scope.owner;
  scope.gather.add(
    scope,
    {
      kind: "security-changed",
      sentence: `The credentials of ${whose} change from ${text(old, before)} to ${text(after, now)}.`,
      before: old,
      after,
      wire: breaks ? "major" : "minor",
      typescript: "patch",
      migration: breaks ? `Give ${text(after, now)} as credentials.` : "",
    },
    spotBelow(scope.spot, "security"),
  );
}
