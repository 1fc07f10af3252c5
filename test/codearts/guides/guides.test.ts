import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emitGuides } from "../../../generator/core/emit/docs/guides.js";
import { projectFolder } from "../../../generator/project/folder.js";
import { anchor } from "../../../generator/core/lib/markdown.js";
import { brokenLinks, readPages } from "./pages.js";

const reference = [{ path: "docs/runJob.md", text: "# runJob\n\n## Request body\n" }];
const emit = (guides: Record<string, string>) => emitGuides(new Map(Object.entries(guides)), reference);

describe("the guides of the package", () => {
  test("are the hand-written ones, with a note of where they come from", () => {
    const [file] = emit({ "one.md": "# One\n\nSee [runJob](../runJob.md#request-body) and [here](#one).\n" });
    expect(file).toEqual({
      path: "docs/guides/one.md",
      text:
        "<!-- Made by `npm run generate` from the guides of the product. Do not edit. -->\n\n" +
        "# One\n\nSee [runJob](../runJob.md#request-body) and [here](#one).\n",
    });
  });

  test("are all in the index: what it does not name comes last, with its first sentence", () => {
    const guides = {
      "index.md": "# Guides\n\n- [One](one.md)\n\n## For maintainers\n\n- [Contributing](../../../CONTRIBUTING.md)\n",
      "one.md": "# One\n\nA.\n",
      "releasing.md": "# Release a version\n\n`npm` goes from a tag to\nthe registry: at once. And more.\n",
    };
    expect(emit(guides)[0]?.text).toMatch(
      /CONTRIBUTING\.md\)\n- \[Release a version\]\(releasing\.md\): `npm` goes from a tag to the registry\.\n$/,
    );
  });

  test.each(["two.md", "../stopJob.md", "../runJob.md#nowhere", "#nowhere"])("cannot link to %s", (target) => {
    expect(() => emit({ "one.md": `# One\n\n[x](${target})\n` })).toThrow(`docs/guides/one.md: ${target}`);
  });

  test("may show links in code, and link to the web", () => {
    expect(() =>
      emit({ "one.md": "# One\n\n`[x](y)`\n\n```ts\na[0](b)\n```\n\n[z](https://example.com/)\n" }),
    ).not.toThrow();
  });
});

const guides = readPages().filter(({ path }) => path.startsWith("generated/docs/guides/"));

test.each(guides.map((page) => [page.path, page] as const))("every link of %s leads somewhere", (_, page) => {
  expect(brokenLinks(page, anchor)).toEqual([]);
});

test("a link that leads nowhere is found", () => {
  const text = "# A\n[a](b.md) [b](../../runJob.md) [c](../runJob.md#nothing) [d](#a) [e](../runJob.md#samples)";
  expect(brokenLinks({ path: "generated/docs/guides/x.md", text }, anchor)).toEqual([
    "b.md",
    "../../runJob.md",
    "../runJob.md#nothing",
    "#a",
  ]);
});

test("the guide from the vendor's SDK names every operation once", () => {
  const { paths } = JSON.parse(readFileSync(join(projectFolder, "generated/openapi.json"), "utf8")) as {
    paths: Record<string, Record<string, { operationId?: string }>>;
  };
  const operations = Object.values(paths)
    .flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId ?? ""))
    .filter((id) => id !== "" && !id.startsWith("keystone"));
  const guide = guides.find(({ path }) => path.endsWith("/from-the-vendor-sdk.md"));
  const rows = [...(guide?.text ?? "").matchAll(/^\| `(\w+)` +\| \[\1\]\(\.\.\/\1\.md\)/gm)].map(([, name]) => name);
  expect(operations.length).toBeGreaterThan(30);
  expect(rows.sort()).toEqual(operations.sort());
});

test("the guide to pages and windows says of each paginated operation what the specification says", () => {
  const { paths } = JSON.parse(readFileSync(join(projectFolder, "generated/openapi.json"), "utf8")) as {
    paths: Record<string, Record<string, Paginated>>;
  };
  const wanted = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, "x-pagination": pages, "x-time": times }) => {
      if (pages === undefined) return [];
      const days = times?.[0]?.maximumDays;
      return [{ operationId, page: pages.page, size: pages.size, first: pages.first, days }];
    });
  const guide = guides.find(({ path }) => path.endsWith("/pagination-and-time-windows.md"));
  const row = /^\| \[(\w+)\]\S+ *\| `(\w+)` *\| `(\w+)` *\| (\d)[^|]*\| *(?:at most (\d+) days)?/gm;
  const told = [...(guide?.text ?? "").matchAll(row)].map(([, operationId, page, size, first, days]) => ({
    operationId,
    page,
    size,
    first: Number(first),
    days: days === undefined ? undefined : Number(days),
  }));
  const byName = (a: { operationId?: string | undefined }, b: { operationId?: string | undefined }): number =>
    (a.operationId ?? "") < (b.operationId ?? "") ? -1 : 1;
  expect(wanted.length).toBeGreaterThan(3);
  expect(told.sort(byName)).toEqual(wanted.sort(byName));
});

interface Paginated {
  readonly operationId?: string;
  readonly "x-pagination"?: { readonly page: string; readonly size: string; readonly first: number };
  readonly "x-time"?: ReadonlyArray<{ readonly maximumDays?: number }>;
}
