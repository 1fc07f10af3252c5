// Finds the changes that cause the compiler's complaints.
import type { Judged } from "./judge.js";
import { within } from "./judge.js";
import type { Complaint } from "./surface.js";

/** Kinds of changes that no type shows. */
const invisible = new Set([
  "conflicts-changed",
  "default-changed",
  "deprecation-changed",
  "description-changed",
  "errors-changed",
  "example-changed",
  "examples-changed",
  "known-values-changed",
  "limit-changed",
  "request-line-changed",
  "serialization-changed",
  "source-changed",
  "successor-changed",
  "summary-changed",
  "tags-changed",
  "title-changed",
]);

/**
 * Attributes each complaint of the compiler to the changes that cause it. One that no change explains becomes a change
 * of its own.
 */
export function attribute(changes: readonly Judged[], complaints: readonly Complaint[]): Judged[] {
  const errors = new Map<Judged, Set<string>>();
  const more = new Map<string, Judged>();
  for (const complaint of complaints) {
    const guilty = causes(changes, complaint);
    for (const change of guilty) errors.set(change, (errors.get(change) ?? new Set()).add(complaint.message));
    if (guilty.length === 0) {
      const change = unexplained(complaint);
      more.set(change.sentence, change);
    }
  }
  const blamed = changes.map((change): Judged => {
    const found = errors.get(change);
    if (found === undefined) return change;
    const migration = change.migration === "" ? "Adapt the code that the compiler names." : change.migration;
    return { ...change, typescript: "major", errors: [...found].sort(), migration };
  });
  return [...blamed, ...more.values()];
}

function causes(changes: readonly Judged[], { label, program, message }: Complaint): readonly Judged[] {
  const able = changes.filter(({ kind }) => !invisible.has(kind));
  if (label === undefined) {
    const named = able.filter((change) => mentions(message, change));
    const own = named.filter(({ operation }) => operation === program?.operation);
    return own.length > 0 ? own : named;
  }
  const exact = able.filter(({ oldPointer }) => oldPointer === label.pointer);
  const above = able.filter(({ oldPointer }) => oldPointer !== undefined && within(label.pointer, oldPointer));
  const below = able.filter(({ oldPointer, newPointer }) =>
    [oldPointer, newPointer].some((pointer) => pointer !== undefined && within(pointer, label.pointer)),
  );
  const named = below.filter((change) => mentions(message, change));
  const inside = named.length > 0 ? named : below.filter((change) => !exact.includes(change));
  // What a request must have is decided by the changes below it; everything else by changes at its place or above.
  const ranked = label.about === "mandatory" ? [inside, exact, nearest(above)] : [exact, nearest(above), inside];
  return ranked.find((found) => found.length > 0) ?? [];
}

function nearest(changes: readonly Judged[]): readonly Judged[] {
  const longest = Math.max(...changes.map(({ oldPointer = "" }) => oldPointer.length));
  return changes.filter(({ oldPointer = "" }) => oldPointer.length === longest);
}

/** True if the compiler's message names what the change is about: the last name that its sentence shows as code. */
function mentions(message: string, { sentence }: Judged): boolean {
  const shown = [...sentence.matchAll(/`([^`]+)`/g)].map(
    (match) =>
      match[1]
        ?.split(/[.[\]]+/)
        .filter(Boolean)
        .at(-1) ?? "",
  );
  return shown.some((name) => name !== "" && new RegExp(`['"]${escape(name)}['"]`).test(message));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function unexplained({ message, label, program, line }: Complaint): Judged {
  const where = program === undefined ? "A program" : `\`${program.name}\`, line ${line},`;
  const pointer = label?.pointer ?? "";
  return {
    kind: "program-broken",
    sentence: `${where} of the old release does not compile any more: ${message}`,
    oldPointer: pointer,
    newPointer: pointer,
    affected: ["request", "response"],
    ...(program?.operation !== undefined && { operation: program.operation }),
    wire: "none",
    typescript: "major",
    migration: "Adapt the code that the compiler names.",
    rules: [],
    errors: [message],
  };
}
