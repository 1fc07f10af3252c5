import { isAtLeast } from "./version.js";

/** One version in CHANGELOG.md. */
export interface ChangelogSection {
  readonly version: string;
  /** The day of its release; absent for a version that is not released. */
  readonly date?: string;
  readonly body: string;
}

const heading = /^## (\d+\.\d+\.\d+\S*) \((unreleased|\d{4}-\d{2}-\d{2})\)$/;
/** The part of a version's text that `npm run changes -- --write` writes. */
const own = "### Changes of the API";

/** The versions in a changelog, as they stand there: the newest first. */
export function readChangelog(text: string): readonly ChangelogSection[] {
  return text
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith("## "))
    .map((part) => {
      const [first = "", ...rest] = part.split("\n");
      const match = heading.exec(first.trim());
      if (match === null) {
        throw new Error(
          `CHANGELOG.md: "${first}" is not the heading of a version; write "## 1.2.3 (unreleased)" or "## 1.2.3 (2026-01-31)".`,
        );
      }
      const [, version = "", date = ""] = match;
      const body = rest.join("\n").trim();
      return date === "unreleased" ? { version, body } : { version, date, body };
    });
}

/** The newest version that is released. */
export function lastReleased(text: string): string | undefined {
  return readChangelog(text).find(({ date }) => date !== undefined)?.version;
}

/**
 * Puts the list of changes into the version that is to be released next, in the place of the list of the last run. What
 * people wrote beside it stays.
 */
export function withChanges(text: string, version: string, changes: string): string {
  const [newest] = readChangelog(text);
  const unreleased = newest !== undefined && newest.date === undefined ? newest : undefined;
  const higher = unreleased !== undefined && isAtLeast(unreleased.version, version) ? unreleased.version : version;
  const rest = (unreleased?.body ?? "")
    .split(/^(?=### )/m)
    .filter((part) => !part.startsWith(own))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const list = changes.trim() === "" ? [] : [`${own}\n\n${changes.trim()}`];
  const section = [`## ${higher} (unreleased)`, ...rest, ...list].join("\n\n");
  const at = text.search(/^## /m);
  const before = (at === -1 ? text : text.slice(0, at)).trim();
  const after =
    at === -1
      ? ""
      : text
          .slice(at)
          .split(/^(?=## )/m)
          .slice(unreleased === undefined ? 0 : 1)
          .join("")
          .trim();
  return `${[before, section, after].filter((part) => part !== "").join("\n\n")}\n`;
}

/** The changelog with the day on which a version is released. */
export function withDate(text: string, version: string, date: string): string {
  const line = `## ${version} (unreleased)`;
  if (!text.split("\n").includes(line))
    throw new Error(`CHANGELOG.md has no heading "${line}"; add it with what changes.`);
  return text.replace(line, `## ${version} (${date})`);
}
