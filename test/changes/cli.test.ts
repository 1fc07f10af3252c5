import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { ChangeReport } from "../../generator/changes/types.js";
import { projectFolder } from "../../generator/project/folder.js";
import { changes, Repository } from "./repository.js";

// The first comparison loads two compilers; on a busy machine that takes a while. No test asserts a time.
vi.setConfig({ testTimeout: 240_000 });

const made: Repository[] = [];
function repository(): Repository {
  const repo = new Repository();
  made.push(repo);
  return repo;
}
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true, force: true });
});

/** A repository whose release 0.1.0 is tagged, and a specification that has moved on. */
function movedOn(): Repository {
  const repo = repository();
  repo.git("tag", "v0.1.0");
  repo.edit(
    "spec/components/schemas/Crate.yaml",
    "  old_name:\n",
    "  task_id:\n    type: string\n    description: Id of the task.\n  old_name:\n",
  );
  repo.edit(
    "spec/paths/crates.yaml",
    "      schema:\n        type: string\n        enum: [asc, desc]",
    "      required: true\n      schema:\n        type: string\n        enum: [asc, desc]",
  );
  return repo;
}

describe("npm run changes", () => {
  test("reports what changed since the last release, as data", async () => {
    const repo = movedOn();
    const before = repo.git("status", "--porcelain");
    const { code, printed } = await changes(repo.root, "--json");
    expect(code).toBe(0);
    const report = JSON.parse(printed) as ChangeReport;
    const schema = JSON.parse(
      readFileSync(join(projectFolder, "generator/changes/report.schema.json"), "utf8"),
    ) as object;
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...report, entries: [{ ...report.entries[0], migration: undefined, wire: "big" }] })).toBe(false);
    expect(report.base).toMatchObject({ reference: "v0.1.0", version: "0.1.0", released: true });
    expect(report.version).toEqual({ current: "0.1.0", required: "0.2.0", sufficient: false });
    expect(report.entries).toMatchObject([
      {
        sentence: "`order` of `listCrates` is now required.",
        operations: ["listCrates"],
        pointer: "/paths/~1v1~1depots~1{depot_id}~1crates/get/parameters/5",
        source: { file: "spec/paths/crates.yaml", of: "new" },
        before: false,
        after: true,
        affected: ["request"],
        wire: "major",
        typescript: "major",
        rules: ["parameter-became-required"],
        migration: "Give `order` of `listCrates` in every request.",
        vendor: { document: "page", date: "2025-08-21", url: "https://example.com/docs/listCrates.html" },
      },
      {
        sentence: "Add `task_id` to `Crate`.",
        operations: ["listCrates", "createCrate"],
        source: { file: "spec/components/schemas/Crate.yaml", line: 48, column: 3, of: "new" },
        affected: ["response"],
        wire: "minor",
        typescript: "minor",
        errors: [],
      },
    ]);
    expect(report.entries[0]?.errors.join()).toContain('"order"');
    expect(printed).not.toContain(projectFolder);
    expect(repo.git("status", "--porcelain")).toBe(before);
  });

  test("--check fails while the version is too low", async () => {
    const repo = movedOn();
    const low = await changes(repo.root, "--check");
    expect(low.code).toBe(1);
    expect(low.said).toBe(
      "The version 0.1.0 in package.json is too low: changes since v0.1.0 (0.1.0) are major, which asks for 0.2.0 or higher. " +
        "Raise it: npm version 0.2.0 --no-git-tag-version\n",
    );
    repo.write("package.json", '{ "version": "0.2.0" }\n');
    expect(await changes(repo.root, "--check")).toMatchObject({ code: 0, said: "The version 0.2.0 is high enough.\n" });
  });

  test("--check names a generated file that was edited by hand", async () => {
    const repo = repository();
    repo.git("tag", "v0.1.0");
    repo.write("generated/docs/page.md", "# Other page\n");
    const { code, said } = await changes(repo.root, "--check");
    expect(said).toBe("generated/docs/page.md was edited by hand, or is missing. To correct that: npm run generate\n");
    expect(code).toBe(1);
  });

  test("the same specification twice is an empty report", async () => {
    const repo = repository();
    const { code, printed } = await changes(repo.root, "--since", "HEAD", "--json");
    expect(code).toBe(0);
    expect((JSON.parse(printed) as ChangeReport).entries).toEqual([]);
  });

  test("--write lists the changes in CHANGELOG.md, once, beside what people wrote", async () => {
    const repo = movedOn();
    repo.edit("CHANGELOG.md", "## 0.1.0", "## 0.1.1 (unreleased)\n\n- By hand.\n\n## 0.1.0");
    expect((await changes(repo.root, "--write")).code).toBe(0);
    const wanted = `# Changelog

## 0.2.0 (unreleased)

- By hand.

### Changes of the API

**Breaking**

- \`order\` of \`listCrates\` is now required. Give \`order\` of \`listCrates\` in every request.

**Added**

- Add \`task_id\` to \`Crate\`.

## 0.1.0 (2026-01-31)

- Crates.
`;
    expect(repo.read("CHANGELOG.md")).toBe(wanted);
    await changes(repo.root, "--write");
    expect(repo.read("CHANGELOG.md")).toBe(wanted);
  });

  test("prints Markdown for people", async () => {
    const { printed } = await changes(movedOn().root);
    expect(printed).toContain("The version 0.1.0 is too low: at least **0.2.0** is needed.");
    expect(printed).toContain("## Breaking\n\n- `order` of `listCrates` is now required.\n");
    expect(printed).toContain("wire major (parameter-became-required), TypeScript major");
  });
});

describe("without the history that it needs", () => {
  test("before the first release, any version will do", async () => {
    const repo = repository();
    repo.write("CHANGELOG.md", "# Changelog\n\n## 0.1.0 (unreleased)\n");
    repo.edit("spec/paths/dropCrate.yaml", "It is gone.", "It is away.");
    const { code, printed, said } = await changes(repo.root, "--check");
    expect(code).toBe(0);
    expect(said).toBe("The version 0.1.0 is high enough.\n");
    expect(printed).toContain("nothing released yet): 1 change;");
    const write = await changes(repo.root, "--write");
    expect(write.code).toBe(2);
    expect(write.said).toContain("Nothing was written");
  });

  test("a shallow clone without the tag says how to get it", async () => {
    const repo = repository();
    repo.git("tag", "v0.1.0");
    repo.write("more.txt", "more");
    repo.commit();
    const clone = join(repo.root, "clone");
    execFileSync("git", ["clone", "--quiet", "--depth=1", "--no-tags", pathToFileURL(repo.root).href, clone], {
      stdio: "ignore",
    });
    const { code, said } = await changes(clone);
    expect(code).toBe(2);
    expect(said).toContain(
      "CHANGELOG.md says that 0.1.0 is released, but the tag v0.1.0 is not in this clone; fetch it: git fetch --tags --unshallow",
    );
  });

  test.each([
    [["--since", "v9"], "There is no git reference v9 in this clone"],
    [["--since="], "--since needs a git reference."],
    [["--sinse"], "Unknown option '--sinse'"],
  ])("%j is misuse", async (words, said) => {
    const run = await changes(repository().root, ...words);
    expect(run.code).toBe(2);
    expect(run.said).toContain(said);
  });
});
