import { describe, expect, test } from "vitest";
import { readChangelog, withDate } from "../../generator/changes/changelog.js";
import { obstacles, printPacked, type Situation } from "../../generator/release/release.js";
import type { ChangeReport } from "../../generator/changes/types.js";
import { isAtLeast, nextVersion } from "../../generator/changes/version.js";
import { emitChanges } from "../../generator/core/emit/docs/changes.js";

describe("the lowest version that a change allows", () => {
  test.each([
    ["1.4.2", "major", "2.0.0"],
    ["1.4.2", "minor", "1.5.0"],
    ["1.4.2", "patch", "1.4.3"],
    ["1.4.2", "none", "1.4.2"],
    ["0.4.2", "major", "0.5.0"],
    ["0.4.2", "minor", "0.4.3"],
    ["0.4.2", "patch", "0.4.3"],
    ["2.0.0-beta.1", "none", "2.0.0"],
  ] as const)("%s and %s: %s", (base, effect, wanted) => {
    expect(nextVersion(base, effect)).toBe(wanted);
  });

  test.each([
    ["0.10.0", "0.9.9", true],
    ["0.9.9", "0.10.0", false],
    ["1.2.3", "1.2.3", true],
  ])("%s is at least %s: %s", (version, wanted, answer) => {
    expect(isAtLeast(version, wanted)).toBe(answer);
  });

  test("what is no version is refused", () => {
    expect(() => nextVersion("v1", "patch")).toThrow('"v1" is not a version');
  });
});

describe("CHANGELOG.md", () => {
  const changelog = "# Changelog\n\nWords.\n\n## 0.2.0 (unreleased)\n\n- New.\n\n## 0.1.0 (2026-01-31)\n\n- Old.\n";

  test("is read by version", () => {
    expect(readChangelog(changelog)).toEqual([
      { version: "0.2.0", body: "- New." },
      { version: "0.1.0", date: "2026-01-31", body: "- Old." },
    ]);
  });

  test("a heading that is none is an error", () => {
    expect(() => readChangelog("## Next\n")).toThrow('"## Next" is not the heading of a version');
  });

  test("gets the day of a release", () => {
    expect(withDate(changelog, "0.2.0", "2026-02-01")).toContain("## 0.2.0 (2026-02-01)\n\n- New.");
    expect(() => withDate(changelog, "0.3.0", "2026-02-01")).toThrow(
      'CHANGELOG.md has no heading "## 0.3.0 (unreleased)"',
    );
  });

  test("becomes a page of the reference", () => {
    expect(emitChanges(changelog)).toEqual({
      path: "docs/changes.md",
      text: "<!-- Made by `npm run generate` from the specification. Do not edit. -->\n\n# Changes\n\n## 0.2.0 (unreleased)\n\n- New.\n\n## 0.1.0 (2026-01-31)\n\n- Old.\n",
    });
  });
});

describe("a release", () => {
  const report: ChangeReport = {
    format: 1,
    base: { reference: "v0.1.0", commit: "0".repeat(40), version: "0.1.0", released: true },
    version: { current: "0.2.0", required: "0.2.0", sufficient: true },
    effect: { wire: "major", typescript: "none", largest: "major" },
    entries: [],
    notes: [],
  };
  const ready: Situation = {
    version: "0.2.0",
    changelog: "# Changelog\n\n## 0.2.0 (unreleased)\n\n- New.\n",
    report,
    uncommitted: [],
    handEdited: [],
    tagged: false,
  };

  test("may go out when nothing stands against it", () => {
    expect(obstacles(ready)).toEqual([]);
  });

  const insufficient = { ...report, version: { current: "0.1.1", required: "0.2.0", sufficient: false } };
  test.each([
    [{ uncommitted: [" M spec/openapi.yaml"] }, "not committed: M spec/openapi.yaml; commit or stash it"],
    [
      { handEdited: ["src/types.ts"] },
      "generated/src/types.ts was edited by hand, or is missing; run: npm run generate",
    ],
    [{ tagged: true }, "the tag v0.2.0 is there already; raise the version in package.json"],
    [{ report: insufficient }, "the version 0.2.0 is too low for what changed since v0.1.0; it must be at least 0.2.0"],
    [{ changelog: "# Changelog\n" }, 'CHANGELOG.md has no "## 0.2.0 (unreleased)"; run: npm run changes -- --write'],
    [{ changelog: "## 0.2.0 (unreleased)\n" }, "CHANGELOG.md says nothing of 0.2.0; run: npm run changes -- --write"],
  ])("is stopped by %j", (change, obstacle) => {
    expect(obstacles({ ...ready, ...change })).toEqual([obstacle]);
  });

  test("shows what would be published", () => {
    const files = [
      { path: "dist/index.js", size: 1234 },
      { path: "package.json", size: 99 },
    ];
    expect(printPacked({ filename: "codearts-build-0.2.0.tgz", size: 900, unpackedSize: 1333, files })).toBe(
      "codearts-build-0.2.0.tgz: 2 files, 0.9 kB packed, 1.3 kB unpacked\n     1.2 kB  dist/index.js\n     0.1 kB  package.json\n",
    );
  });
});
