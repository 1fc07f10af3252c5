import { describe, expect, test } from "vitest";
import { notice } from "../../../generator/core/emit/file.js";
import { main } from "../../../generator/project/generate.js";
import { listFiles } from "../../../generator/core/output/write.js";
import { folderOf, modelOf, newFolder, problemsOf, whole } from "../specification.js";

const get = 'get: { operationId: getA, responses: { "204": { description: Done } } }';
const plain = whole(`paths:\n  /a:\n    ${get}\n`)["openapi.yaml"] ?? "";

const asUtf16 = (text: string, swap: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return swap ? bytes.swap16() : bytes;
};

const noText = "this is not UTF-8 text; save the file as UTF-8";
const noObject = "the document is not an object; begin it with `openapi: 3.1.0`";
const noJson = "is no value that JSON has; write a number, text, `true`, `false` or `null`";

describe("a file that cannot be read is a problem at its place, and nothing is written", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["a tab", `${plain}x-a:\n\tb: 1\n`, "7:1: Tabs are not allowed as indentation; correct the YAML"],
    ["a quote that is not closed", `${plain}x-a: "b\nx-c: d\n`, '8:1: Missing closing "quote; correct the YAML'],
    ["a bracket that is not closed", `${plain}x-a: [b\nx-c: d\n`, "7:1: Flow sequence in block collection must be"],
    ["a key twice", `${plain}x-a: 1\nx-b: 2\nx-a: 3\n`, "8:1: Map keys must be unique; correct the YAML"],
    ["two documents", `${plain}---\n${plain}`, "6:1: Source contains multiple documents"],
    ["a tag of a program", `${plain}x-a: !!js/function "1"\n`, "6:6: Unresolved tag: tag:yaml.org,2002:js/function"],
    ["a key that is no text", `${plain}x-a:\n  ? [a]\n  : 1\n`, "7:5: With stringKeys, all keys must be strings"],
    ["an alias of nothing", `${plain}x-a: *b\n`, "6:6: the YAML alias *b stands for nothing; write `&b` before"],
    ["an alias before its anchor", `${plain}x-a: *b\nx-c: &b 1\n`, "6:6: the YAML alias *b stands for nothing; write"],
    ["a number without end", `${plain}x-a: [1, -.inf]\n`, `6:10: \`-.inf\` ${noJson}`],
    ["no number", `${plain}x-a: { b: .nan }\n`, `6:11: \`.nan\` ${noJson}`],
    ["bytes", `${plain}x-a: !!binary aGk=\n`, `6:15: \`aGk=\` ${noJson}`],
    ["an empty file", "", `1:1: ${noObject}`],
    ["only a comment", "# nothing\n", `1:1: ${noObject}`],
    ["a text", "hello\n", `1:1: ${noObject}`],
    ["a list", "- 1\n", `1:1: ${noObject}`],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), `1:1: ${noText}`],
    ["UTF-16, little end first", asUtf16(plain, false), `1:1: ${noText}`],
    ["UTF-16, big end first", asUtf16(plain, true), `1:1: ${noText}`],
    ["Latin-1", Buffer.from(plain.replace("Test", "T\u00e9st"), "latin1"), `2:17: ${noText}`],
  ])("%s", async (_, text, wanted) => {
    const problems = await problemsOf({ "openapi.yaml": text });
    expect(problems[0]).toContain(`openapi.yaml:${wanted}`);
  });

  test("JSON that is broken is told where", async () => {
    expect(await problemsOf({ "openapi.json": '{ "openapi": "3.1.0",\n  "paths": {}\n  "info": {} }' })).toEqual([
      expect.stringMatching(/^openapi\.json:3:\d+: /),
    ]);
  });

  test("by the command line: exit 1, and what stands there is left alone", async () => {
    const specification = folderOf({ "openapi.yaml": asUtf16(plain, false) });
    const output = folderOf({ "kept.txt": "kept", "src/index.ts": `// ${notice}` });
    const said: string[] = [];
    const terminal = { print: () => undefined, say: (text: string) => void said.push(text) };
    expect(await main(["--spec", specification, "--out", output], terminal)).toBe(1);
    expect(said.join("\n")).toContain(`openapi.yaml:1:1: ${noText}`);
    expect(listFiles(output)).toEqual(["kept.txt", "src/index.ts"]);
  });

  test("a folder without a document is misuse: exit 2", async () => {
    const said: string[] = [];
    const terminal = { print: () => undefined, say: (text: string) => void said.push(text) };
    expect(await main(["--spec", newFolder()], terminal)).toBe(2);
    expect(said[0]).toMatch(/^There is no openapi\.yaml, openapi\.yml or openapi\.json in /);
  });
});

describe("a file that can be read is read as it was meant", () => {
  test.each<[string, string, readonly string[]]>([
    ["with a byte order mark", `\uFEFF${plain}`, ["204"]],
    ["with the line ends of Windows", plain.replaceAll("\n", "\r\n"), ["204"]],
    ["with a mark for what could not be decoded, in UTF-8", plain.replace("Test", "T\uFFFDst"), ["204"]],
    [
      "with an anchor and an alias",
      plain.replace("{ description: Done }", '&d { description: Done }, "205": *d'),
      ["204", "205"],
    ],
    [
      "with `<<`, which merges",
      `x-all: &all ${get.slice(5)}\n${plain.replace(get, "get: { <<: *all, summary: A }")}`,
      ["204"],
    ],
  ])("%s", async (_, text, wanted) => {
    const { operations } = await modelOf({ "openapi.yaml": text });
    const read = operations.map(({ id, responses }) => [id, responses.map(({ status }) => status)]);
    expect(read).toEqual([["getA", wanted]]);
  });

  test("keys are the text that was written, also `Null`, `true`, `1.10`, `0x1F` and `2026-01-31`", async () => {
    const keys = ["Null", "true", "1.10", "0x1F", "1e3", "2026-01-31", "~", "on"];
    const properties = keys.map((key) => `        ${key}: { type: string }\n`).join("");
    const { schemas } = await modelOf(
      whole(`paths: {}\ncomponents:\n  schemas:\n    Null:\n      type: object\n      properties:\n${properties}`),
    );
    expect(schemas.map(({ component, schema }) => [component, schema.properties.map(({ name }) => name)])).toEqual([
      ["Null", keys],
    ]);
  });

  test("an example that holds `$ref` is a value, in each place where values stand", async () => {
    const data = '{ $ref: "#/nowhere" }';
    const { schemas, operations } = await modelOf({
      ...whole(`paths:
  /a:
    post:
      operationId: postA
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/A" }, example: ${data} } }
      responses: { "200": { description: A, content: { application/json: { schema: {}, examples: { one: { value: ${data} } } } } } }
components:
  schemas:
    A: { type: object, examples: [${data}], default: ${data}, properties: { b: { const: ${data} }, c: { enum: [${data}] } } }
`),
    });
    const value = { $ref: "#/nowhere" };
    expect(schemas[0]?.schema).toMatchObject({ examples: [value], default: value });
    expect(operations[0]?.examples.flatMap(({ responses }) => responses)).toEqual([{ status: "200", body: value }]);
  });

  test("a whole specification with a name that is longer than most lines", async () => {
    const name = "n".repeat(5_000);
    const { schemas } = await modelOf(whole(`paths: {}\ncomponents: { schemas: { ? ${name} : { type: string } } }\n`));
    expect(schemas.map(({ component }) => component)).toEqual([name]);
  });
});
