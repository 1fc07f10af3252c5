// Joins our findings with the verdicts of `redocly diff`.
import { defined } from "../core/lib/json.js";
import { pointerOfReference } from "../core/lib/pointer.js";
import { isSuccess } from "./messages.js";
import { largest, type Change, type Effect } from "./types.js";
import type { WireChange } from "./wire.js";

/** A change with the verdicts on it: for the wire and for TypeScript. */
export interface Judged extends Change {
  readonly rules: readonly string[];
  readonly errors: readonly string[];
}

/** Where our verdict replaces that of `redocly diff`, and why. */
const overruled: ReadonlyArray<{ readonly rule: string; readonly when: (change: WireChange) => boolean }> = [
  // The name of an operation is never sent. Only the method of the client breaks.
  { rule: "operation-id-changed", when: () => true },
  // An error that no longer occurs breaks no program.
  { rule: "response-removed", when: (change) => !isSuccess(pointers(change)[0]?.split("/").at(-1) ?? "") },
  // It matches parameters by similarity and reports renames where two changed places; we match them by name.
  { rule: "parameter-removed", when: () => true },
  { rule: "parameter-became-required", when: () => true },
  // A response beyond a former limit still has the type that callers read.
  { rule: "schema-constraint-changed", when: () => true },
];

/**
 * Gives each change the verdict of `redocly diff`. A verdict on something that we did not find becomes a change of its
 * own.
 */
export function judge(changes: readonly Change[], wire: readonly WireChange[]): Judged[] {
  const judged = changes.map((change) => ({ change, wire: change.wire, rules: new Set<string>() }));
  const more: Judged[] = [];
  for (const found of wire) {
    for (const verdict of found.verdicts) {
      const candidates = judged.filter(({ change }) => concerns(change, found));
      const exact = candidates.filter(({ change }) => isExact(change, found));
      const agreeing = candidates.filter((each) => largest([each.wire, verdict.impact]) === each.wire);
      const silent = overruled.some(({ rule, when }) => rule === verdict.ruleId && when(found));
      const [first] = exact;
      if (agreeing.length > 0) for (const each of agreeing) each.rules.add(verdict.ruleId);
      else if (silent) continue;
      else if (first !== undefined) {
        first.rules.add(verdict.ruleId);
        first.wire = verdict.impact;
      } else more.push(unseen(found, verdict));
    }
  }
  const own = judged.map(({ change, wire: effect, rules }) => ({
    ...change,
    wire: effect,
    migration: change.migration === "" && effect === "major" ? "Go through the code that uses it." : change.migration,
    rules: [...rules].sort(),
    errors: [],
  }));
  return [...own, ...more];
}

function unseen(
  found: WireChange,
  { ruleId, impact, message }: { ruleId: string; impact: Effect; message: string },
): Judged {
  return {
    ...defined({
      oldPointer: found.base === undefined ? undefined : pointerOfReference(found.base.pointer),
      newPointer: found.revision === undefined ? undefined : pointerOfReference(found.revision.pointer),
      before: found.base?.value,
      after: found.revision?.value,
    }),
    kind: "other",
    sentence: message,
    affected: ["request", "response"],
    wire: impact,
    typescript: "none",
    migration: impact === "major" ? "Go through the code that uses it." : "",
    rules: [ruleId],
    errors: [],
  };
}

/** The places of a line, without the keyword that it is about. */
function pointers({ base, revision, property }: WireChange): string[] {
  return [base, revision].flatMap((spot) => {
    if (spot === undefined) return [];
    const pointer = pointerOfReference(spot.pointer);
    return [
      property !== undefined && pointer.endsWith(`/${property}`) ? pointer.slice(0, -property.length - 1) : pointer,
    ];
  });
}

function concerns(change: Change, found: WireChange): boolean {
  const ours = [change.oldPointer, change.newPointer].filter((pointer) => pointer !== undefined);
  return pointers(found).some((theirs) => ours.some((pointer) => within(pointer, theirs) || within(theirs, pointer)));
}

function isExact(change: Change, found: WireChange): boolean {
  const full = pointers(found).flatMap((pointer) => [pointer, `${pointer}/${found.property ?? ""}`]);
  return [change.oldPointer, change.newPointer].some((pointer) => pointer !== undefined && full.includes(pointer));
}

/** True if the first place is the second or stands below it. */
export function within(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
