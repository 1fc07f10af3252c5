import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { main } from "../../generator/site/cli.js";
import { siteDocument } from "../../generator/site/document.js";
import { finishPage, PageError } from "../../generator/site/page.js";
import { plainPages } from "../../generator/site/plain.js";
import { ownSpecification } from "./model.js";

const additions = { css: "p{}", script: "go()", withoutScript: "<p>links</p>", description: 'a "b" & c' };
const redoc = `<html><head>
  <meta charset="utf8" />
</head>
<body>
<div id="redoc"><script>theme()</script><a href="/tasks">Tasks</a></div><script>const logo = "https://cdn.redoc.ly/redoc/logo-mini.svg"</script>
</body></html>`;

describe("Redoc's page is finished", () => {
  const page = finishPage(redoc, additions);

  test("with a policy that names each script by its hash, and nothing else that could run or be fetched", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|connect-src|script-src[^;]*unsafe-inline/);
    const scripts = page.match(/<script/g)?.length ?? 0;
    expect(policy.match(/'sha256-/g)?.length).toBe(scripts);
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
  });

  test("with links that work without a server, the logo in the page, and words for who has no JavaScript", () => {
    expect(page).toContain('<a href="#/tasks">');
    expect(page).not.toContain("cdn.redoc.ly");
    expect(page).toContain("<body>\n<noscript><p>links</p></noscript>");
    expect(page).toContain('content="a &quot;b&quot; &amp; c"');
  });

  test("or the build fails, when another version of Redoc makes another page", () => {
    expect(() => finishPage(redoc.replace("utf8", "utf-8"), additions)).toThrow(PageError);
    expect(() => finishPage(redoc.replace("cdn.redoc.ly", "example.com"), additions)).toThrow(
      /no longer fetches its logo/,
    );
  });
});

describe("the document that Redoc shows", () => {
  const { document, model } = ownSpecification();
  const shown = siteDocument(document, model) as {
    paths: Record<
      string,
      Record<string, { description: string; "x-codeSamples": Array<{ label: string; source: string }> }>
    >;
  };
  const run = shown.paths["/v3/jobs/build"]?.post;

  test("has the operationId where the search looks, and links to the plain pages", () => {
    expect(run?.description).toContain("`runJob` · [plain page](docs/runJob.html) · [Markdown](docs/runJob.md)");
    expect(run?.description).toContain("(use [listBuildInfoRecord](#/history/listbuildinforecord))");
  });

  test("has three samples of an operation that is signed, two of one that is not", () => {
    expect(run?.["x-codeSamples"].map(({ label }) => label)).toEqual(["TypeScript", "curl", "Signed by hand"]);
    const token = shown.paths["/v3/auth/tokens"]?.post;
    expect(token?.["x-codeSamples"].map(({ label }) => label)).toEqual(["TypeScript", "curl"]);
  });

  test("has the samples of the operation's page, where they are compiled and run", () => {
    for (const { method, path, page } of model.operations) {
      const [program, command] = shown.paths[path]?.[method.toLowerCase()]?.["x-codeSamples"] ?? [];
      const text = readFileSync(join(projectFolder, "generated", "docs", `${page}.md`), "utf8");
      expect(text, page).toContain(`\n\`\`\`ts\n${program?.source.trim() ?? ""}\n\`\`\`\n`);
      expect(text, page).toContain(`\n\`\`\`sh\n${command?.source.trim() ?? ""}\n\`\`\`\n`);
    }
  });

  test("says the known values of an open list, and carries no other extension", () => {
    const text = JSON.stringify(shown);
    expect(text).toContain("Known values: `SUCCESS` (Succeeded), `FAILURE` (Failed)");
    expect(new Set(text.match(/"x-[a-zA-Z-]+":/g))).toEqual(new Set(['"x-codeSamples":']));
  });

  test("keeps a property whose name looks like an extension, and data as it is", () => {
    const data = { default: { "x-d": 2 }, examples: [{ "x-e": 3 }] };
    const given = { components: { schemas: { A: { properties: { "x-b": { "x-c": 1 } }, ...data } } } };
    expect(siteDocument(given, { ...model, operations: [] })).toMatchObject({
      components: { schemas: { A: { properties: { "x-b": {} }, ...data } } },
    });
  });
});

describe("a plain page", () => {
  const text =
    "<!-- note -->\n\n# A `b`\n\n[B](b.md#c) [index](README.md) [out](https://example.com/x.md)\n\n## C\n\n## C\n\n| D |\n| --- |\n| e |\n";
  const [markdown, page] = plainPages([{ path: "docs/a.md", text }], { css: "p{}", theme: "t()" });

  test("stands beside its Markdown", () => {
    expect([markdown?.path, page?.path]).toEqual(["docs/a.md", "docs/a.html"]);
    expect(markdown?.text).toBe(text);
  });

  test("has a title, anchors as on GitHub, links to rendered pages, and tables that scroll by themselves", () => {
    expect(page?.text).toContain("<title>A b · codearts-build</title>");
    expect(page?.text).toContain('<h2 id="c">C</h2>\n<h2 id="c-1">C</h2>');
    expect(page?.text).toContain(
      '<a href="b.html#c">B</a> <a href="index.html">index</a> <a href="https://example.com/x.md">',
    );
    expect(page?.text).toContain('<div class="table" role="region" aria-label="Table" tabindex="0"><table>');
    expect(page?.text).not.toContain("note");
  });

  test("lets a path break between its parts, and shows code as it is written", () => {
    const [, page] = plainPages([{ path: "docs/a.md", text: '# A\n\n`GET /v1/a` and `a<b>&"c"`\n' }], {
      css: "",
      theme: "",
    });
    expect(page?.text).toContain("<code>GET /<wbr>v1/<wbr>a</code> and <code>a&lt;b&gt;&amp;&quot;c&quot;</code>");
  });

  test("leads back to the top from wherever it stands", () => {
    const [, deep] = plainPages([{ path: "docs/guides/a.md", text: "# A\n" }], { css: "", theme: "" });
    expect(deep?.text).toContain('<a href="../../index.html">Reference</a> <a href="../../docs/index.html">');
  });

  test("leads to the guides and to the error codes where there are any", () => {
    const texts = ["docs/guides/index.md", "docs/errors.md"].map((path) => ({ path, text: "# A\n" }));
    const pages = plainPages(texts, { css: "", theme: "" });
    const index = pages.find(({ path }) => path === "docs/guides/index.html")?.text;
    expect(index).toContain(
      '<a href="../../docs/guides/index.html">Guides</a> <a href="../../docs/errors.html">Error codes</a> <a href="index.md">',
    );
    expect(index).not.toContain("Conflicts");
  });
});

test("npm run docs: an option that there is not is misuse", async () => {
  const said: string[] = [];
  const code = await main(["--fast"], { print: () => undefined, say: (text) => said.push(text) });
  expect(code).toBe(2);
  expect(said.join("\n")).toMatch(/--fast[^]*Usage: npm run docs/);
});
