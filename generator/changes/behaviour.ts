// Compares the extensions that tell the client how to treat an operation.
import type { Json, JsonObject } from "../core/lib/json.js";
import { named, same, spotBelow, type Scope } from "./comparison.js";
import type { Effect } from "./types.js";

/** What an extension that declares behaviour means to callers, and the effect when it is added, removed or changed. */
interface Rule {
  readonly about: string;
  readonly added: Effect;
  readonly removed: Effect;
  readonly changed: Effect;
  readonly migration: string;
}

/** None of them changes what is sent: they change what the client does with the same bytes. */
const rules: Readonly<Record<string, Rule>> = {
  "x-pagination": {
    about: "iteration over the pages",
    added: "minor",
    removed: "major",
    changed: "patch",
    migration: "Ask for page after page in a loop of your own.",
  },
  "x-failure": {
    about: "the errors that come with status 200",
    added: "minor",
    removed: "minor",
    changed: "minor",
    migration: "",
  },
  "x-wait": {
    about: "waiting for the end",
    added: "minor",
    removed: "major",
    changed: "minor",
    migration: "Ask for the state in a loop of your own.",
  },
  "x-log": {
    about: "following the log",
    added: "minor",
    removed: "major",
    changed: "minor",
    migration: "Ask for the log piece by piece in a loop of your own.",
  },
  "x-time": { about: "the form of points in time", added: "minor", removed: "patch", changed: "patch", migration: "" },
  "x-effect": { about: "what a call does", added: "patch", removed: "patch", changed: "patch", migration: "" },
  "x-secret-answer": {
    about: "the secrecy of the answer",
    added: "patch",
    removed: "patch",
    changed: "patch",
    migration: "",
  },
  "x-empty": { about: "responses without a body", added: "patch", removed: "patch", changed: "patch", migration: "" },
};

/** Compares the extensions that say how the client treats an operation. */
export function compareBehaviour(scope: Scope, old: JsonObject, after: JsonObject): void {
  retry(scope, old["x-retry"], after["x-retry"]);
  for (const [keyword, rule] of Object.entries(rules)) {
    const [before, now] = [old[keyword], after[keyword]];
    if (same(before, now)) continue;
    const typescript = before === undefined ? rule.added : now === undefined ? rule.removed : rule.changed;
    const verb =
      before === undefined ? "is declared for" : now === undefined ? "is no longer declared for" : "changes for";
    const migration = typescript === "major" ? rule.migration : "";
    const sentence = `${capital(rule.about)} ${plural(rule.about) ? verb.replace("is", "are").replace("changes", "change") : verb} ${named(scope)} (\`${keyword}\`).`;
    const finding = {
      kind: "behaviour-changed",
      sentence,
      before,
      after: now,
      wire: "none",
      typescript,
      migration,
    } as const;
    scope.gather.add(scope, finding, spotBelow(scope.spot, keyword));
  }
}

function retry(scope: Scope, before: Json | undefined, now: Json | undefined): void {
  if (same(before, now)) return;
  const sentence =
    now === "safe"
      ? `The client sends ${named(scope)} again after a failure.`
      : `The client no longer sends ${named(scope)} again after a failure.`;
  const finding = {
    kind: "behaviour-changed",
    sentence,
    before,
    after: now,
    wire: "none",
    typescript: "minor",
  } as const;
  scope.gather.add(scope, finding, spotBelow(scope.spot, "x-retry"));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(text: string): boolean {
  return text.includes("errors") || text.includes("responses");
}
