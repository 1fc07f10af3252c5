import type { RuntimeFacts } from "../../../generator/core/emit/docs/runtimes.js";
import type { Runtime } from "./runtimes.js";
import type { Report } from "./suite/protocol.js";

/** What a run found out about a runtime, as the reference tells it. */
export function factsOf(
  { id, name, parts, loads }: Runtime,
  version: string,
  reports: readonly Report[],
): RuntimeFacts {
  const cannot = Object.assign({}, ...reports.map((report) => report.cannot)) as Record<string, string>;
  const sorted = Object.entries(cannot).sort(([a], [b]) => (a < b ? -1 : 1));
  return { id, name, version: shortVersion(version, parts), loads: [...loads], cannot: Object.fromEntries(sorted) };
}

/** The first parts of a version, with the mark that stands between them. */
export function shortVersion(version: string, parts: number): string {
  const mark = version.includes("-") ? "-" : ".";
  return version.split(mark).slice(0, parts).join(mark);
}

/** In what the committed table differs from what a run saw. */
export function differences(
  known: readonly RuntimeFacts[],
  seen: ReadonlyArray<{ readonly facts: RuntimeFacts; readonly pinned: boolean }>,
): string[] {
  return seen.flatMap(({ facts, pinned }) => {
    const old = known.find(({ id }) => id === facts.id);
    if (old === undefined) return [`${facts.id}: the table does not have it`];
    const wanted = JSON.stringify(pinned ? facts : { ...facts, version: old.version });
    return wanted === JSON.stringify(old)
      ? []
      : [`${facts.id}: the table says ${JSON.stringify(old)}, seen was ${wanted}`];
  });
}

/** The table with what a run saw; the order is that of `order`, and what is not in it goes. */
export function updated(
  known: readonly RuntimeFacts[],
  seen: readonly RuntimeFacts[],
  order: readonly string[],
): RuntimeFacts[] {
  return order.flatMap((id) => seen.find((one) => one.id === id) ?? known.find((one) => one.id === id) ?? []);
}
