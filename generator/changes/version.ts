import type { Effect } from "./types.js";

const pattern = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?$/;

/** The three numbers of a version; a pre-release counts as the version that it leads to. */
export function parseVersion(text: string): [number, number, number] {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`"${text}" is not a version; write it as 1.2.3.`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/**
 * The lowest version after `base` that changes of this effect allow. Below 1.0.0 a caret range takes in patches only
 * (`^0.1.0` ends before 0.2.0): there what breaks raises the second number, and everything else the third.
 */
export function nextVersion(base: string, effect: Effect): string {
  const [major, minor, patch] = parseVersion(base);
  if (effect === "none") return `${major}.${minor}.${patch}`;
  if (effect === "major") return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (effect === "minor" && major > 0) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** True if the first version is as high as the second or higher. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [left, right] = [parseVersion(version), parseVersion(wanted)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at === -1 || (left[at] ?? 0) > (right[at] ?? 0);
}
