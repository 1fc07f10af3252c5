import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../generator/core/emit/file.js";
import { compilePackage } from "../../generator/core/output/compile.js";
import { generate } from "../../generator/core/pipeline.js";
import type { PackageModel, Product } from "../../generator/core/product.js";
import { projectFolder } from "../../generator/project/folder.js";
import { readIngredients } from "../../generator/project/project.js";
import { sampleModules } from "./client.js";
import { tideTables } from "./secondProduct/product.js";
import { wordsOfTheService } from "./serviceWords.js";
import { whole, inputOf } from "./specification.js";

interface Made {
  readonly model: PackageModel;
  readonly files: readonly OutputFile[];
}

async function packageOf(product: Product): Promise<Made> {
  const specification = fileURLToPath(new URL("secondProduct/openapi.yaml", import.meta.url));
  const project = { ...readIngredients(), product };
  const made = await generate({ specification, shownFrom: projectFolder, project, report: () => undefined });
  if (made.problems !== undefined) throw new Error(JSON.stringify(made.problems));
  return made;
}

interface TideTables {
  setAlarm(request: { port: string }): Promise<void>;
  listTides(request: { port: string }): Promise<unknown>;
  highestTide(port: string): Promise<unknown>;
}

interface Package {
  readonly TideTables: new (options: object) => TideTables;
  readonly TideTablesError: new () => Error;
  readonly isTideTablesError: (value: unknown) => boolean;
  readonly passport: (number: string) => unknown;
}

const folder = join(projectFolder, "node_modules", ".cache", `second-product-${process.pid}`);
const tides = [{ metres: 3 }, { metres: 7 }, { metres: 5 }];
const arrived: Array<{ line: string; headers: IncomingMessage["headers"] }> = [];
let made: Made;
let server: Server;
let api: Package;

const clientFor = (number = "P-7"): TideTables => {
  const { port } = server.address() as AddressInfo;
  return new api.TideTables({ baseUrl: `http://127.0.0.1:${port}`, credentials: api.passport(number) });
};

beforeAll(async () => {
  made = await packageOf(tideTables);
  const { files, errors } = await compilePackage(made.files);
  expect(errors).toEqual([]);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  api = (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Package;
  server = createServer((request, response) => {
    arrived.push({ line: `${request.method ?? ""} ${request.url ?? ""}`, headers: request.headers });
    const gone = request.url?.startsWith("/ports/Ys/") === true;
    const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("page") ?? 1);
    response.writeHead(gone ? 410 : request.method === "POST" ? 204 : 200, { "content-type": "application/json" });
    response.end(
      request.method === "POST" ? undefined : JSON.stringify({ tides: gone ? [] : tides.slice(page - 1, page) }),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a second product has a package of its own", () => {
  test("with none of the first one's words in it", () => {
    const words = [...wordsOfTheService()];
    const found = made.files.flatMap(({ path, text }) =>
      words.filter(([, word]) => word.test(text) || word.test(path)).map(([word]) => `${path}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  test("whose names are its own", () => {
    const textOf = (path: string): string => made.files.find((file) => file.path === path)?.text ?? "";
    expect(JSON.parse(textOf("package.json"))).toMatchObject({
      name: "tide-tables",
      description: "When the water is high",
      keywords: ["tides"],
      files: expect.arrayContaining(["moon.txt"]) as string[],
    });
    expect(textOf("README.md")).toMatch(/^# tide-tables$[^]*^## Moon$[^]*^- \[The moon\]\(moon\.txt\)\.$/m);
    expect(textOf("moon.txt")).toBe("full\n");
    const paths = made.files.map(({ path }) => path);
    // What nothing leads to is left out: here how others authenticate, and unusual ways to write a request.
    expect(paths).toContain("src/runtime/headerCredentials.ts");
    expect(paths.filter((path) => /(plain|serialize|simulator|codearts)/.test(path))).toEqual([]);
  });

  test("whose samples compile", async () => {
    expect((await compilePackage([...made.files, ...sampleModules(made.model)])).errors).toEqual([]);
    expect(sampleModules(made.model)[0]?.text).toContain(
      'const client = new TideTables({ credentials: passport("P-1") });\n',
    );
  });

  test("whose client calls a server, with its credentials and its name", async () => {
    await clientFor().setAlarm({ port: "Brest" });
    expect(arrived.at(-1)).toMatchObject({
      line: "POST /alarms",
      headers: { passport: "P-7", "user-agent": `tide-tables/${readIngredients().version}` },
    });
  });

  test("whose class of its own works over the operations that it was given", async () => {
    expect(await clientFor().highestTide("Brest")).toEqual({ metres: 7 });
  });

  test("whose errors have its name, and follow its rules", async () => {
    const error: unknown = await clientFor()
      .listTides({ port: "Ys" })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(api.TideTablesError);
    expect(error).toMatchObject({ name: "NotFoundError", status: 410 });
    expect(api.isTideTablesError(error)).toBe(true);
    expect(() => new api.TideTables({})).toThrow("Give credentials: passport(...).");
  });
});

describe("a document without a product", () => {
  const oneGet =
    'servers: [{ url: "https://x.example.com" }]\npaths:\n  /a: { get: { operationId: getA, responses: { "204": { description: Done } } } }\n';

  test("gets a package that is called like it, and asks for no credentials where it has none", async () => {
    const plain = await generate(inputOf(whole(oneGet)));
    const textOf = (path: string): string => plain.files?.find((file) => file.path === path)?.text ?? "";
    expect(JSON.parse(textOf("package.json"))).toMatchObject({
      name: "test",
      description: "Typed client for the Test",
    });
    expect(textOf("docs/getA.md")).toContain(
      'import { ApiClient } from "test";\n\nconst client = new ApiClient({});\n\nawait client.getA();\n',
    );
    expect(textOf("docs/getA.md")).toContain("curl --fail-with-body 'https://x.example.com/a'\n");
    const words = [...wordsOfTheService()];
    const all = plain.files?.map(({ text }) => text).join("\n") ?? "";
    expect(words.filter(([, word]) => word.test(all)).map(([word]) => word)).toEqual([]);
  });

  test.each([
    [
      "{ type: http, scheme: bearer }",
      'bearer(process.env.API_TOKEN ?? "")',
      '--header "Authorization: Bearer $API_TOKEN"',
    ],
    [
      "{ type: http, scheme: Basic }",
      'basic(process.env.API_USER ?? "", process.env.API_PASSWORD ?? "")',
      '--user "$API_USER:$API_PASSWORD"',
    ],
    [
      "{ type: apiKey, in: header, name: X-Key }",
      'apiKey("X-Key", process.env.API_KEY ?? "")',
      `--header 'X-Key: '"$API_KEY"`,
    ],
    ["{ type: apiKey, in: query, name: key }", undefined, undefined],
  ])("authenticates in samples as its scheme says: %s", async (scheme, expression, curl) => {
    const text = `security: [{ way: [] }]\n${oneGet}components: { securitySchemes: { way: ${scheme} } }\n`;
    const plain = await generate(inputOf(whole(text)));
    const page = plain.files?.find(({ path }) => path === "docs/getA.md")?.text ?? "";
    const options = expression === undefined ? "{}" : `{ credentials: ${expression} }`;
    expect(page).toContain(`new ApiClient(${options})`);
    expect(page).toContain(
      `curl --fail-with-body 'https://x.example.com/a'${curl === undefined ? "" : ` \\\n  ${curl}`}\n`,
    );
    if (plain.model !== undefined) {
      expect((await compilePackage([...plain.files, ...sampleModules(plain.model)])).errors).toEqual([]);
    }
  });
});
