import { beforeAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../../generator/core/emit/file.js";
import { typeErrors } from "../client.js";
import { filesOf, whole } from "../specification.js";

const text = { type: "string" };
const given = { ...text, readOnly: true };
const sent = { ...text, writeOnly: true };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const schemas = {
  User: {
    type: "object",
    required: ["id", "name", "password"],
    properties: { id: given, name: text, password: sent, friends: { type: "array", items: ref("User") } },
  },
  Late: { allOf: [ref("Loose"), { required: ["id", "name", "password"] }] },
  LateToo: { ...ref("Loose"), required: ["id", "name", "password"] },
  Loose: { type: "object", properties: { id: given, name: text, password: sent } },
  Stamp: { type: "object", required: ["at"], properties: { at: text } },
  Stamped: {
    type: "object",
    required: ["one", "two", "three", "name"],
    properties: {
      one: { ...ref("Stamp"), readOnly: true },
      two: { allOf: [ref("Stamp")], readOnly: true },
      three: ref("GivenText"),
      name: text,
    },
  },
  GivenText: given,
  OnlyGiven: { type: "object", required: ["id"], properties: { id: given } },
  Either: { oneOf: [ref("User"), ref("Stamped")] },
  Map: { type: "object", additionalProperties: ref("User") },
};

/** An operation that takes and gives the schema: first as it is, then below a field, where it cannot be taken apart. */
function both(name: string): [string, object] {
  const content = (schema: object): object => ({ content: { "application/json": { schema } } });
  const schema = { type: "array", items: ref(name) };
  return [
    `/${name}`,
    {
      post: {
        operationId: `send${name}`,
        requestBody: { required: true, ...content(ref(name)) },
        responses: { "200": { description: "It", ...content(ref(name)) } },
      },
      put: {
        operationId: `sendAll${name}`,
        requestBody: { required: true, ...content(schema) },
        responses: { "200": { description: "All", ...content(schema) } },
      },
    },
  ];
}

describe("readOnly and writeOnly", () => {
  let files: readonly OutputFile[];

  beforeAll(async () => {
    const paths = Object.fromEntries(Object.keys(schemas).map(both));
    files = await filesOf(whole(`paths: ${JSON.stringify(paths)}\ncomponents: ${JSON.stringify({ schemas })}\n`));
  });

  /** The lines with `@ts-expect-error` before them must be errors, the others must be none. */
  async function complaints(...lines: readonly string[]): Promise<readonly string[]> {
    const head = 'import type { ApiClient } from "./index.js";\ndeclare const client: ApiClient;\n';
    const program = `${head}export async function use(): Promise<void> {\n${lines.join("\n")}\n}\n`;
    return typeErrors([...files, { path: "src/uses.ts", text: program }]);
  }

  test("a readOnly field is not demanded in a request, nor taken; a writeOnly one is", async () => {
    expect(
      await complaints(
        'await client.sendUser({ name: "a", password: "b", friends: [{ name: "c", password: "d" }] });',
        'await client.sendAllUser({ body: [{ name: "a", password: "b" }] });',
        'await client.sendLate({ name: "a", password: "b" });',
        'await client.sendAllLate({ body: [{ name: "a", password: "b" }] });',
        'await client.sendAllLateToo({ body: [{ name: "a", password: "b" }] });',
        'await client.sendStamped({ name: "a" });',
        'await client.sendAllStamped({ body: [{ name: "a" }] });',
        "await client.sendAllOnlyGiven({ body: [{}] });",
        'await client.sendEither({ body: { name: "a" } });',
        'await client.sendMap({ body: { any: { name: "a", password: "b" } } });',
        "// @ts-expect-error the service gives it",
        'await client.sendUser({ id: "1", name: "a", password: "b" });',
        "// @ts-expect-error the service gives it, also deeper",
        'await client.sendUser({ name: "a", password: "b", friends: [{ id: "1", name: "c", password: "d" }] });',
        "// @ts-expect-error it must be sent",
        'await client.sendUser({ name: "a" });',
        "// @ts-expect-error it must be sent, also where only `required` of another part says so",
        'await client.sendAllLate({ body: [{ name: "a" }] });',
        "// @ts-expect-error a list of objects is no list of texts",
        'await client.sendAllOnlyGiven({ body: ["a"] });',
      ),
    ).toEqual([]);
  });

  test("a writeOnly field is not promised in a response, a readOnly one is", async () => {
    expect(
      await complaints(
        "const user = await client.sendUser({} as never);",
        "const texts: string[] = [user.id, user.name, ...(user.friends ?? []).map((friend) => friend.id)];",
        "const late = await client.sendLate({} as never);",
        "const lateToo = await client.sendLateToo({} as never);",
        "const more: string[] = [late.id, late.name, lateToo.id, lateToo.name];",
        "const stamped = await client.sendStamped({} as never);",
        "const stamps: string[] = [stamped.one.at, stamped.two.at, stamped.three];",
        "const map = await client.sendMap({} as never);",
        "const inMap: string | undefined = map.any?.id;",
        "void [texts, more, stamps, inMap];",
        "// @ts-expect-error it is never given back",
        "void user.password;",
        "// @ts-expect-error it is never given back, also deeper",
        "void user.friends?.[0]?.password;",
        "// @ts-expect-error it is never given back",
        "void late.password;",
        "// @ts-expect-error nobody but the service changes it",
        'user.id = "2";',
      ),
    ).toEqual([]);
  });
});
