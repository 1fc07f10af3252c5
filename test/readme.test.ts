import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/readme");
const program = join(folder, "firstCall.ts");

/** The first TypeScript fence of a Markdown file. */
function firstFence(file: string): string {
  const fence = /^```ts\n(.*?)^```/ms.exec(readFileSync(join(root, file), "utf8"))?.[1];
  if (fence === undefined) throw new Error(`${file} has no TypeScript fence`);
  return fence;
}

/** The documented example of a successful response. */
function documented(path: string, method: string, example: string): string {
  const document = JSON.parse(readFileSync(join(root, "generated/openapi.json"), "utf8")) as {
    paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, Examples> }> }>>;
  };
  const content = document.paths[path]?.[method]?.responses["200"]?.content["application/json"];
  return JSON.stringify(content?.examples[example]?.value);
}
interface Examples {
  examples: Record<string, { value: unknown }>;
}

beforeEach(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(program, firstFence("README.md"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("the README's first call", () => {
  test("type-checks under strict, as a consumer of the package would check it", () => {
    const entry = (name: string): string[] => [join(root, `generated/src/${name}.ts`)];
    const compiled = ts.createProgram([program], {
      strict: true,
      noEmit: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      paths: { "codearts-build": entry("index"), "codearts-build/node": entry("node") },
    });
    const problems = ts.getPreEmitDiagnostics(compiled);
    expect(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: String,
        getCurrentDirectory: () => root,
        getNewLine: () => "\n",
      }),
    ).toBe("");
  });

  test("runs against the documented examples: showJobListByProjectId, then runJob", async () => {
    const requests: string[] = [];
    const printed: unknown[] = [];
    vi.stubEnv("CODEARTS_TOKEN", "a-token");
    vi.spyOn(console, "log").mockImplementation((line: unknown) => void printed.push(line));
    vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
      const { pathname, search } = new URL(input);
      const token = new Headers(init.headers).get("x-auth-token") ?? "";
      requests.push(
        `${init.method ?? ""} ${pathname}${search} ${token} ${typeof init.body === "string" ? init.body : ""}`,
      );
      const body =
        init.method === "POST"
          ? documented("/v3/jobs/build", "post", "page")
          : documented("/v3/{project_id}/jobs", "get", "page");
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    });

    await import(pathToFileURL(program).href);

    expect(requests).toEqual([
      "GET /v3/6ecbc5bac7c8442fb3d2563d53c13582/jobs?page_size=10 a-token ",
      'POST /v3/jobs/build a-token {"job_id":"48c66c6002964721be537cdc6ce0297b","parameter":[{"name":"codeBranch","value":"main"}]}',
    ]);
    expect(printed).toEqual([expect.stringMatching(/^1 tasks, the first is \S+$/), "build 20 started"]);
  });
});
