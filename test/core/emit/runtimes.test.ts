import { expect, test } from "vitest";
import { emitRuntimes } from "../../../generator/core/emit/docs/runtimes.js";
import { filesOf, whole } from "../specification.js";

const runtimes = [
  { id: "node20", name: "Node 20", version: "20.20", loads: ["import", "require"], cannot: {} },
  {
    id: "page",
    name: "A | browser",
    version: "1",
    loads: ["bundled"],
    cannot: { files: "ConfigurationError", redirect: "Unexpected" },
  },
  { id: "worker", name: "Worker", version: "2", loads: ["bundled"], cannot: { files: "ConfigurationError" } },
];

test("the page says what a runtime cannot do, and where", () => {
  const [page] = emitRuntimes(runtimes);
  expect(page?.path).toBe("docs/runtimes.md");
  expect(page?.text.split("\n").filter((line) => line.startsWith("|"))).toEqual([
    "| Runtime | Tested version | Loads the package by | Cannot do |",
    "| --- | --- | --- | --- |",
    "| Node 20 | 20.20 | `import`, `require` | nothing |",
    "| A \\| browser | 1 | `bundled` | [files](#what-a-runtime-cannot-do), [redirect](#what-a-runtime-cannot-do) |",
    "| Worker | 2 | `bundled` | [files](#what-a-runtime-cannot-do) |",
    "| Short name | What | Where | What you see | Why |",
    "| --- | --- | --- | --- | --- |",
    "| files | `saveTo()` cannot write | A \\| browser, Worker | `ConfigurationError` | There are no files; read the download's `body`, `text()` or `bytes()` instead. |",
    "| redirect | A redirect does not say its status and where it leads | A \\| browser | `Unexpected` | The runtime hides both from programs. It is not followed, here as elsewhere. |",
  ]);
});

test("a document of others gets no page about this package's versions and runtimes, nor a link to one", async () => {
  const files = await filesOf(
    whole('paths:\n  /a:\n    get: { operationId: showA, responses: { "204": { description: Done } } }\n'),
  );
  const docs = files.map(({ path }) => path).filter((path) => path.startsWith("docs/"));
  expect(docs.sort()).toEqual([
    "docs/README.md",
    "docs/conflicts.md",
    "docs/errors.md",
    "docs/llms-full.txt",
    "docs/llms.txt",
    "docs/showA.md",
  ]);
  for (const { path, text } of files) {
    if (/^(docs\/|README)/.test(path)) expect(`${path}: ${text}`).not.toMatch(/(changes|runtimes)\.md/);
  }
});
