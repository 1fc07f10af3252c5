import { rmSync } from "node:fs";
import { afterAll, describe, expect, test, vi } from "vitest";
import { main } from "../../generator/release/release.js";
import { Repository } from "../changes/repository.js";

// Each release starts npm half a dozen times. No test asserts a time.
vi.setConfig({ testTimeout: 240_000 });

const made: Repository[] = [];
afterAll(() => {
  for (const { root } of made) rmSync(root, { recursive: true, force: true });
});

/** Makes `generated/` of the changelog, or with `--check` only says whether it is so; notes that it ran, as all scripts do. */
const script = `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
const [name, ...words] = process.argv.slice(2);
appendFileSync("ran.log", [name, ...words].join(" ") + "\\n");
if (name === "generate") {
  const page = readFileSync("CHANGELOG.md", "utf8");
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  const own = readFileSync("generated/package.json", "utf8");
  const manifest = { files: { "docs/changes.md": hash(page), "package.json": hash(own) } };
  if (words.includes("--check")) {
    if (readFileSync("generated/docs/changes.md", "utf8") !== page) process.exitCode = 1;
  } else {
    writeFileSync("generated/docs/changes.md", page);
    writeFileSync("generated/manifest.json", JSON.stringify(manifest));
  }
}
`;

/** A project that is ready for its first release, with its own scripts; some of them can be others. */
function project(scripts: Readonly<Record<string, string>> = {}): Repository {
  const repo = new Repository();
  made.push(repo);
  const own = Object.fromEntries(
    ["generate", "sources", "lint", "test"].map((name) => [name, `node script.mjs ${name}`]),
  );
  const changelog = "# Changelog\n\n## 0.1.0 (unreleased)\n\n- Crates.\n";
  repo.write("package.json", JSON.stringify({ version: "0.1.0", scripts: { ...own, ...scripts } }));
  repo.write("script.mjs", script);
  repo.write(".gitignore", "ran.log\n");
  repo.write("CHANGELOG.md", changelog);
  repo.write("generated/package.json", JSON.stringify({ name: "crates", version: "0.1.0", files: ["docs"] }));
  repo.git("rm", "--quiet", "generated/docs/page.md");
  repo.write("generated/docs/changes.md", "");
  for (const [name, value] of [
    ["user.name", "Test"],
    ["user.email", "test@example.com"],
    ["commit.gpgsign", "false"],
    ["tag.gpgsign", "false"],
  ] as const) {
    repo.git("config", name, value);
  }
  repo.make("node", "script.mjs", "generate");
  repo.commit();
  rmSync(`${repo.root}/ran.log`);
  return repo;
}

/** What a run of `npm run release` prints, says and exits with. */
async function release(repo: Repository, ...words: string[]): Promise<{ code: number; printed: string; said: string }> {
  const out = { printed: "", said: "" };
  const code = await main(words, repo.root, {
    print: (text) => void (out.printed += text),
    say: (text) => void (out.said += `${text}\n`),
  });
  return { code, ...out };
}

/** What a release changes: the commits, the tags, and what is not committed. */
function stateOf(repo: Repository): { commits: string[]; tags: string; uncommitted: string } {
  const commits = repo.git("log", "--format=%s").trim().split("\n");
  return { commits, tags: repo.git("tag").trim(), uncommitted: repo.git("status", "--porcelain") };
}

describe("npm run release", () => {
  test("proves the tree, commits the day with what is made of it, and tags the commit", async () => {
    const repo = project();
    const { code, printed, said } = await release(repo);
    expect(said).toContain("Committed and tagged v0.1.0. To publish: git push --follow-tags\n");
    expect(code).toBe(0);
    expect(printed).toMatch(/^- Crates\.\n\ncrates-0\.1\.0\.tgz: 2 files, .*docs\/changes\.md\n/s);
    expect(stateOf(repo)).toEqual({ commits: ["Release 0.1.0", "State", "State"], tags: "v0.1.0", uncommitted: "" });
    expect(repo.read("CHANGELOG.md")).toMatch(/^# Changelog\n\n## 0\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- Crates\.\n$/);
    expect(repo.git("show", "v0.1.0:generated/docs/changes.md")).toBe(repo.read("CHANGELOG.md"));
    expect(repo.git("for-each-ref", "--format=%(objecttype) %(subject)", "refs/tags/v0.1.0")).toBe(
      "tag codearts-build 0.1.0\n",
    );
    expect(repo.read("ran.log")).toBe("generate --check\nsources --check\nlint\ntest\ngenerate\ngenerate\n");

    const again = await release(repo);
    expect(again.said).toContain("the tag v0.1.0 is there already; raise the version in package.json\n");
    expect(again.said).toContain("2 problems. Nothing was released.\n");
    expect(again.code).toBe(1);
    expect(stateOf(repo).commits).toHaveLength(3);
  });

  test("releases nothing when a proof fails, and runs the others all the same", async () => {
    const repo = project({ lint: "node script.mjs lint && exit 1" });
    const { code, printed, said } = await release(repo);
    expect(said).toContain("npm run lint failed; its output is above\n1 problem. Nothing was released.\n");
    expect([code, printed]).toEqual([1, ""]);
    expect(stateOf(repo)).toEqual({ commits: ["State", "State"], tags: "", uncommitted: "" });
    expect(repo.read("ran.log")).toBe("generate --check\nsources --check\nlint\ntest\n");
  });

  test("does not begin on a tree that is not committed", async () => {
    const repo = project();
    repo.write("spec/notes.txt", "later");
    const { code, said } = await release(repo);
    expect(said).toContain("not committed: ?? spec/notes.txt; commit or stash it\n");
    expect(code).toBe(1);
    expect(stateOf(repo)).toMatchObject({ commits: ["State", "State"], tags: "" });
  });

  test("--dry-run goes through all of it, and changes nothing", async () => {
    const repo = project();
    const { code, printed, said } = await release(repo, "--dry-run");
    expect(said).toContain("Nothing stands against releasing 0.1.0. To do it: npm run release\n");
    expect(code).toBe(0);
    expect(printed).toContain("crates-0.1.0.tgz: 2 files");
    expect(stateOf(repo)).toEqual({ commits: ["State", "State"], tags: "", uncommitted: "" });
    expect(repo.read("CHANGELOG.md")).toContain("## 0.1.0 (unreleased)");
  });

  test("an option that there is not is misuse", async () => {
    const { code, said } = await release(project(), "--dry");
    expect(code).toBe(2);
    expect(said).toMatch(/--dry[^]*Usage: npm run release/);
  });
});
