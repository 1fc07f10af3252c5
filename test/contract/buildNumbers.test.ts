import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CodeArtsBuild, token } from "codearts-build";
import { describe, expect, test } from "vitest";
import { objectOf } from "../../generator/core/lib/json.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { calls } from "../codearts/simulator/calls.js";
import { outcome, sender } from "../codearts/simulator/requests.js";
import { newSimulator } from "../codearts/simulator/specification.js";
import { problemsOf } from "../package/types/compile.js";
import { Contract } from "./contract.js";

const isBuildNumber = (name: string): boolean => /^build_?(no|num(ber)?)$/i.test(name);

const root = fileURLToPath(new URL("../..", import.meta.url));
const contract = new Contract(bundle(`${root}spec/openapi.yaml`, root).document);
/** Every argument that is a build number: the operation, and the argument's name. */
const found = contract.operations.flatMap((operation) => {
  const bodies = contract.bodiesOf(operation, "request").map(({ pointer }) => objectOf(contract.at(pointer)));
  const names = [
    ...contract.parametersOf(operation).map(({ name }) => name),
    ...bodies.flatMap(({ properties }) => Object.keys(objectOf(properties))),
  ];
  return names.filter(isBuildNumber).map((name) => [operation.id, name] as const);
});

/** What an operation must be given besides a build. */
const more: Readonly<Record<string, { readonly offset: number }>> = { downloadRealTimeLog: { offset: 0 } };

type Methods = Readonly<Record<string, (request: object) => Promise<unknown>>>;
const job_id = "48c66c6002964721be537cdc6ce0297b";

/** Address and body of what the client sends. */
async function sent(id: string, name: string, value: string | number): Promise<string> {
  let seen = "";
  const fetch = (url: string, { body }: RequestInit): Promise<Response> => {
    seen = `${url} ${String(body as string | null)}`;
    return Promise.resolve(Response.json({ result: {} }));
  };
  const client = new CodeArtsBuild({ baseUrl: "https://h.example.com", fetch, credentials: token("t"), retries: 0 });
  await (client as unknown as Methods)[id]?.({ job_id, ...more[id], [name]: value });
  return seen;
}

describe("fault 14: an argument that is a build number takes a number and text", () => {
  test("there are such arguments in paths and in a body", () => {
    expect(found.length).toBeGreaterThanOrEqual(7);
    expect(found).toContainEqual(["stopJob", "build_no"]);
  });

  test.each(found)("the client sends what it is given: %s, %s", async (id, name) => {
    expect((await sent(id, name, 12)).replace('"build_no":12', '"build_no":"12"')).toBe(await sent(id, name, "12"));
    // As a number it would be rounded to another one.
    expect(await sent(id, name, "9007199254740993")).toContain("9007199254740993");
  });

  test.each(found)("the simulator finds the build either way: %s", async (id) => {
    const ask = (kind: typeof String | typeof Number): Promise<string> => {
      const service = newSimulator();
      const job = service.addJob();
      const subject = { service, ...job, ...service.addBuild({ ...job, outcome: "success" }), uuid: "" };
      const { line = "", body } = calls[id]?.(subject) ?? {};
      const number = kind(subject.build_no);
      return outcome(sender(service)(line, body && "build_no" in body ? { ...body, build_no: number } : body));
    };
    const asText = await ask(String);
    expect(await ask(Number)).toBe(asText);
    expect(asText).not.toMatch(/^4/);
  });

  test("the types, too", () => {
    const folder = join(root, "node_modules/.cache/buildNumbers");
    const file = join(folder, "program.ts");
    const uses = ["number", "string", "number | string"].flatMap((kind, index) => [
      `export function use${index}(build: CodeArtsBuild, job_id: string, value: ${kind}): void {`,
      ...found.map(
        ([id, name]) => `  void build.${id}({ ...${JSON.stringify(more[id] ?? {})}, job_id, ${name}: value });`,
      ),
      "}",
    ]);
    const lines = ['import type { CodeArtsBuild } from "codearts-build";', ...uses];
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, lines.join("\n"));
    expect(problemsOf([file])).toEqual([]);
    rmSync(folder, { recursive: true });
  }, 60_000);
});
