import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { lint } from "markdownlint/sync";
import { describe, expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { anchor } from "../../generator/core/lib/markdown.js";
import { ownModel } from "./model.js";

const generated = join(projectFolder, "generated");
const model = ownModel();
const pages = listTree(join(generated, "docs")).map((path) => `docs/${path}`);
const markdown = pages.filter((path) => path.endsWith(".md"));

function textOf(path: string): string {
  return readFileSync(join(generated, path), "utf8");
}

/** The text without code: what looks like a link in it is none. */
function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[^]*?^\1$/gm, "").replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}

/** The anchors of a page, as GitHub and the site give them. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of text.replace(/^(`{3,})[^]*?^\1$/gm, "").matchAll(/^#{1,6} (.+)$/gm)) {
    const base = anchor(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\\(.)/g, "$1"));
    let name = base;
    for (let count = 1; anchors.has(name); count++) name = `${base}-${count}`;
    anchors.add(name);
  }
  return anchors;
}

/** What is wrong with the links of a page. */
function brokenLinks(path: string): string[] {
  const links = [...withoutCode(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return links.flatMap((target) => {
    if (target.startsWith("https:")) return [];
    const [file = "", hash] = target.split("#");
    const full = file === "" ? path : posix.join(posix.dirname(path), file);
    if (!existsSync(join(generated, full))) return [`${path}: ${target} leads nowhere`];
    if (hash !== undefined && !anchorsOf(textOf(full)).has(hash)) return [`${path}: ${target} has no such heading`];
    return [];
  });
}

test("every operation has its page, and the index and llms.txt lead to it", () => {
  for (const { page, id } of model.operations) {
    expect(pages).toContain(`docs/${page}.md`);
    for (const list of ["docs/README.md", "docs/llms.txt"]) expect(textOf(list)).toContain(`[${id}](${page}.md)`);
  }
});

test("every link of every page resolves, to its heading where it names one", () => {
  const lists = ["docs/llms.txt", "docs/llms-full.txt", "README.md"];
  expect(markdown.length).toBeGreaterThan(37);
  expect([...markdown, ...lists].flatMap(brokenLinks)).toEqual([]);
});

test("a link that leads nowhere is found", () => {
  expect(anchorsOf("# A b\n## A b\n```md\n# no\n```\n### `c_d` e")).toEqual(new Set(["a-b", "a-b-1", "c_d-e"]));
});

describe("a Markdown linter is content", () => {
  const config = {
    default: true,
    // Tables and links are as long as they are.
    "line-length": false,
    // Cells of tables have no other way to break a line.
    "no-inline-html": { allowed_elements: ["br"] },
    // The same heading may stand below different ones.
    "no-duplicate-heading": { siblings_only: true },
  };

  test.each(markdown)("%s", (path) => {
    const results = lint({ strings: { page: textOf(path) }, config });
    expect(
      results.page?.map((found) => `${found.lineNumber} ${found.ruleNames[0] ?? ""} ${found.ruleDescription}`),
    ).toEqual([]);
  });

  test("it sees a heading that skips a level", () => {
    expect(lint({ strings: { page: "# A\n\n### B\n" }, config }).page?.length).toBe(1);
  });
});

describe("an operation's page", () => {
  test("says what the operation is for, what it is not for, and how to call it", () => {
    const page = textOf("docs/runJob.md");
    expect(page).toContain("# runJob\n\nRun a build task.");
    expect(page).toMatch(/## When not to use it\n\n- To .*: \[listBuildInfoRecord\]\(listBuildInfoRecord\.md\)\./);
    expect(page).toContain("POST /v3/jobs/build");
    expect(page).toContain("client.runJob(");
    expect(page).toContain("curl --fail-with-body");
  });

  test("names the successor of a deprecated operation", () => {
    expect(textOf("docs/stopJob.md")).toContain("> **Deprecated.** Its successor is `POST /v1/job/{job_id}/stop`,");
  });

  test.each(model.operations)("$id: everything that the specification knows of it", (operation) => {
    const page = textOf(`docs/${operation.page}.md`);
    const cells = page.replaceAll("\\|", "|");
    for (const { name } of operation.arguments) expect(cells).toContain(`\`${name}\``);
    for (const { status } of operation.responses)
      expect(page).toMatch(new RegExp(`^(\\| |## Response )${status}\\b`, "m"));
    expect(page).toContain(`\n\`\`\`http\n${operation.method} ${operation.path}\n\`\`\`\n`);
    const answers = operation.responses.filter(({ status }) => !/^[45]/.test(status));
    for (const field of answers.flatMap(({ schema }) => schema?.properties ?? [])) {
      expect(cells).toContain(`\n| \`${field.name}\` |`);
    }
    const examples = operation.examples.filter(({ callable }) => callable);
    for (const { name } of examples)
      expect(page).toMatch(new RegExp(`^## Example: ${name.replaceAll("-", " ")}$`, "m"));
    expect(examples.length).toBeGreaterThan(0);
    expect(page).toContain("| Retries |");
    expect(page.includes("| Pages |")).toBe(operation.behaviour.pagination !== undefined);
    expect(page.includes("> **Deprecated.** ")).toBe(operation.deprecated);
    expect(page).toMatch(/^## Samples\n\nWith the client:\n\n```ts\n[^]*?^With curl:\n\n```sh\n/m);
    for (const { date } of operation.source?.documents ?? []) expect(page).toContain(date);
    if (operation.source?.url !== undefined) expect(page).toContain(operation.source.url);
    const { minimum, maximum } = operation.arguments.find(({ in: place }) => place === "query")?.schema.limits ?? {};
    if (minimum !== undefined && maximum !== undefined) expect(page).toContain(`${minimum} to ${maximum}`);
  });
});

test("the error catalogue tells of each code what to do and whether a retry helps", () => {
  const page = textOf("docs/errors.md");
  expect(model.errors.length).toBeGreaterThan(10);
  for (const { code, retry } of model.errors) {
    expect(page).toMatch(
      new RegExp(
        `^\\| \`${code.replaceAll(".", "\\.")}\` \\| \\d{3}(?: or \\d{3})? \\|.*\\| ${retry ? "yes" : "no"} \\|`,
        "m",
      ),
    );
  }
});

test("the conflicts page says what each source claims and what was decided", () => {
  const page = textOf("docs/conflicts.md");
  expect(page).toMatch(/\| `job_build_states` \| name \|.*`job_build_statuses`.*\| `job_build_states` \|/);
  // A decision can be a value, which is code, or a sentence, which is none.
  expect(page).toContain("| Letters of either case. | The newest page wins. |");
  for (const { id, page: name, conflicts } of model.operations) {
    if (conflicts.length > 0) expect(page).toContain(`## [${id}](${name}.md)`);
  }
});

test("llms.txt has the form that llmstxt.org asks for, and llms-full.txt holds every page", () => {
  const index = textOf("docs/llms.txt");
  expect(index).toMatch(/^# .+\n\n> .+\n\n[^#]+\n\n## /);
  const full = textOf("docs/llms-full.txt");
  for (const { id } of model.operations) expect(full).toContain(`\n# ${id}\n`);
  const titles = [
    "Error codes",
    "Where the sources disagree",
    "Changes",
    "Runtimes",
    "Your first build in five minutes",
  ];
  for (const title of titles) expect(full).toContain(`\n# ${title}\n`);
  expect(index).toContain("\n## Guides\n\n- [Your first build in five minutes](guides/first-build.md): against");
});
