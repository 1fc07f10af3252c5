import { beforeAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../../generator/core/emit/file.js";
import type { Operation } from "../../../generator/core/model/types.js";
import type { PackageModel } from "../../../generator/core/product.js";
import { generate } from "../../../generator/core/pipeline.js";
import { listFiles, writeFolder } from "../../../generator/core/output/write.js";
import { clientOf, type Methods, sampleModules, type Sent, typeErrors } from "../client.js";
import { inputOf, newFolder } from "../specification.js";

/** Schemas named like globals, and like what the generated code itself uses. */
const globals = (
  "File Error Record Response Promise Blob Date Uint8Array ArrayBuffer ReadableStream Request Headers URL Array Partial " +
  "Pick Omit NonNullable AsyncIterable Iterable Symbol Object Function String Number Boolean Map Set JSON Math Buffer " +
  "AbortSignal FormData Node Window Intl unknown any never object undefined null string"
).split(" ");

/** Schemas named like what the package exports or imports. */
const own = (
  "ApiClient Client BuildClient RawClient ApiError NotFoundError ClientOptions CallOptions ClientData Descriptor " +
  "Download ApiPromise PagePromise WithResponse operations components paths webhooks data errorCatalogue writeWire"
).split(" ");

/** Names that no declaration can have as they are, in one way or another. */
const odd = [
  "-",
  "...",
  "1st",
  "Null",
  "true",
  "x".repeat(300),
  "a-b",
  "a_b",
  "aB",
  "AB",
  "Ab",
  "grüße",
  "名前",
  "𠮷",
  "class",
];

const schemaNames = [...globals, ...own, ...odd];

/** OperationIds that are members of the client or of every object, words of the language, or hardly a name at all. */
const operationIds = (
  "constructor close call raw toString valueOf then catch pages download waitForBuild followLog hasOwnProperty prototype " +
  "__proto__ __defineGetter__ name length arguments eval await async get set static delete class new undefined NaN " +
  "require exports module Promise Object operations data client console Descriptor a-b a_b a/b aB AB ab - 1 名前 𠮷 #x"
).split(" ");

/** What would be two pages of one name, or none that a file system takes. */
const pages = [
  "x".repeat(300),
  "名".repeat(200),
  `${"x".repeat(299)}y`,
  "con",
  "AUX",
  "\u00e9",
  "e\u0301",
  "README",
  "conflicts",
];

/** Names of arguments that mean something to the client, to JavaScript or to TypeScript. */
const argumentNames = (
  "body request options path query header cookie headers signal timeout constructor toString __proto__ class 1 1.10 a-b " +
  "$ref id ID"
).split(" ");

const text = { type: "string" };

function pathOf(operationId: string, index: number): [string, object] {
  const schema = { $ref: `#/components/schemas/${schemaNames[index % schemaNames.length] ?? ""}` };
  const content = { "application/json": { schema } };
  const parameters = [
    { name: "id", in: "path", required: true, schema: text },
    ...(operationId === "call" ? argumentNames.filter((name) => name !== "id") : []).map((name) => ({
      name,
      in: "query",
      schema: text,
    })),
  ];
  const responses = { "200": { description: "It.", content } };
  return [`/p${index}/{id}`, { put: { operationId, parameters, requestBody: { required: true, content }, responses } }];
}

/** Each has its own name as the value of a field, and refers to itself, so that one could not stand for another. */
function schemaOf(name: string): [string, object] {
  const self = { $ref: `#/components/schemas/${name}` };
  const map = { type: "object", additionalProperties: text };
  const list = { type: "array", items: { type: ["string", "null"] } };
  const properties = { own: { const: name }, self, map, any: { type: "object" }, list, file: { type: "string" } };
  return [name, { type: "object", required: ["own"], properties }];
}

/** What is typed by globals: bytes are a `Blob`, an `ArrayBuffer` or a `Uint8Array`. */
const bytes = {
  "/bytes": {
    post: {
      operationId: "sendBytes",
      requestBody: { required: true, content: { "application/octet-stream": {} } },
      responses: { "204": { description: "Done" } },
    },
  },
};

describe("names", () => {
  let model: PackageModel;
  let files: readonly OutputFile[];

  beforeAll(async () => {
    const ids = [...operationIds, ...pages, ...schemaNames.map((_, index) => `use${index}`)];
    const document = {
      openapi: "3.1.0",
      info: { title: "Names", version: "1" },
      servers: [{ url: "https://api.example.com" }],
      paths: { ...Object.fromEntries(ids.map(pathOf)), ...bytes },
      components: { schemas: Object.fromEntries(schemaNames.map(schemaOf)) },
    };
    const generated = await generate(inputOf({ "openapi.json": JSON.stringify(document) }));
    expect(generated.problems).toBeUndefined();
    if (generated.problems === undefined) ({ model, files } = generated);
  });

  function operation(id: string): Operation {
    const found = model.operations.find((each) => each.id === id);
    if (found === undefined) throw new Error(`there is no ${id}`);
    return found;
  }

  test("the package and the sample of every operation compile under strict settings, libraries included", async () => {
    const samples = sampleModules(model);
    expect(samples.length).toBeGreaterThan(100);
    expect(await typeErrors([...files, ...samples])).toEqual([]);
  });

  test("each schema, also one named like a global or like an export, is exported as itself", async () => {
    const uses = model.schemas.map(
      ({ name, component }, index) =>
        `export const v${index}: api.${name} = { own: ${JSON.stringify(component)} };\n` +
        `// @ts-expect-error it is the type of this schema and of no other\n` +
        `export const w${index}: api.${name} = { own: "another" };\n`,
    );
    expect(uses).toHaveLength(schemaNames.length);
    const sends = ["new Blob()", "new ArrayBuffer(1)", "new Uint8Array(1)"].map(
      (body) => `export const sent${body.length} = (client: api.ApiClient) => client.sendBytes({ body: ${body} });\n`,
    );
    const text = `import type * as api from "./index.js";\n${[...uses, ...sends].join("")}`;
    expect(await typeErrors([...files, { path: "src/uses.ts", text }])).toEqual([]);
  });

  test("no operation is lost, and none hides a member of the client", () => {
    expect(model.operations.map(({ id }) => id).filter((id) => operationIds.includes(id))).toEqual(operationIds);
    const methods = model.operations.map(({ name }) => name);
    expect(new Set(methods).size).toBe(methods.length);
    const members = "constructor call pages download then toString valueOf hasOwnProperty";
    expect(methods.filter((name) => members.split(" ").includes(name))).toEqual([]);
    // What the client has no member of keeps its name.
    for (const id of ["close", "raw", "get", "set", "async", "name", "Promise"]) expect(operation(id).name).toBe(id);
    const alike = ["a-b", "a_b", "a/b", "aB", "AB", "ab"].map((id) => operation(id).name);
    expect(alike).toEqual(["aB", "a_b", "aB2", "aB3", "AB", "ab"]);
  });

  test("pages have names that every file system takes and tells apart", () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths.map((path) => path.normalize("NFC").toLowerCase())).size).toBe(paths.length);
    for (const part of paths.flatMap((path) => path.split("/"))) {
      expect(Buffer.byteLength(part)).toBeLessThan(255);
      expect(part).not.toMatch(/^(con|aux|nul|prn|com\d|lpt\d)(\.|$)/i);
    }
    const folder = newFolder();
    writeFolder(folder, [...files]);
    expect(listFiles(folder)).toHaveLength(files.length);
  });

  describe("at run time", () => {
    let client: Methods;
    let sent: Sent[];

    beforeAll(async () => {
      const run = await clientOf(files, () => Response.json({ own: "" }));
      ({ client, sent } = run);
      return () => {
        run.remove();
      };
    });

    test("every method calls its own operation", async () => {
      for (const { name, path } of model.operations.filter(({ id }) => id !== "sendBytes")) {
        await client[name]?.({ id: "1", own: "x" });
        expect(sent.at(-1)?.line).toBe(`PUT ${path.replace("{id}", "1")}`);
      }
    });

    test("arguments named like options, like places or like members of objects arrive under their names", async () => {
      const called = operation("call");
      expect(called.name).toBe("call2");
      const given: Record<string, string> = Object.fromEntries(argumentNames.map((name) => [name, `of ${name}`]));
      await client.call2?.({ ...given, own: "x" });
      const { line = "", body = "" } = sent.at(-1) ?? {};
      const { pathname, searchParams } = new URL(line.replace("PUT ", ""), "https://api.example.com");
      const wanted = argumentNames.filter((name) => name !== "id").map((name) => [name, `of ${name}`]);
      expect([...searchParams].sort()).toEqual(wanted.sort());
      expect([decodeURIComponent(pathname).split("/").at(-1), body]).toEqual(["of id", '{"own":"x"}']);
    });

    test("what is not given is not taken from the prototype", async () => {
      await client.call2?.({ id: "1", own: "x" });
      expect(sent.at(-1)?.line).toMatch(/^PUT \/p\d+\/1$/);
    });
  });
});
