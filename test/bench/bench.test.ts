import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newFolder } from "../generator/specification.js";
import { countOperations, subset } from "./documents.js";
import { measure, median } from "./measure.js";
import { printTable } from "./generateTable.js";

const described = {
  openapi: "3.0.3",
  paths: {
    "/a": { get: { responses: { 200: { $ref: "#/components/responses/A" } } }, post: {} },
    "/b": { get: { parameters: [{ $ref: "#/components/parameters/B" }] } },
    "/c": { parameters: [], delete: {} },
  },
  components: {
    schemas: { Inner: { items: { $ref: "#/components/schemas/Inner" } }, Other: {} },
    responses: { A: { schema: { $ref: "#/components/schemas/Inner" } }, Z: {} },
    parameters: { B: {} },
    securitySchemes: { token: {} },
  },
};

test("a part of a description has the paths asked for and the components that these need", () => {
  expect(countOperations(described)).toBe(4);
  expect(subset(described, 1)).toEqual({
    openapi: "3.0.3",
    paths: { "/a": described.paths["/a"] },
    components: {
      schemas: { Inner: described.components.schemas.Inner },
      responses: { A: described.components.responses.A },
      parameters: {},
      securitySchemes: { token: {} },
    },
  });
  expect(Object.keys(subset(described, 2).paths ?? {})).toEqual(["/a", "/b"]);
  expect(subset(described, 3)).toBe(described);
});

describe("a measured program", () => {
  const programOf = (text: string): { words: string[]; folder: string } => {
    const folder = newFolder();
    writeFileSync(join(folder, "program.mjs"), text);
    return { words: ["program.mjs"], folder };
  };
  const busy = "const until = performance.now() + 300; while (performance.now() < until);";

  test("costs what its child processes cost too", async () => {
    const held = "globalThis.held = Buffer.alloc(200e6, 1);";
    const child = `import { execFileSync } from "node:child_process";
execFileSync(process.execPath, ["--eval", ${JSON.stringify(held + busy)}]);`;
    const cost = await measure(programOf(child));
    expect(cost).toEqual({
      wallSeconds: expect.any(Number) as number,
      cpuSeconds: expect.any(Number) as number,
      peakMegabytes: expect.any(Number) as number,
    });
    if ("failure" in cost) throw new Error(cost.failure);
    // The child holds 200 MB, and works until the clock says so: on a busy machine it gets less than that.
    expect(cost.peakMegabytes).toBeGreaterThan(200);
    expect(cost.cpuSeconds).toBeGreaterThan(0);
    expect(cost.wallSeconds).toBeGreaterThan(0.3);
  });

  test("that fails tells why", async () => {
    const failing = programOf(
      "console.error('Reading a.yaml ...\\nError: it is broken\\nGood bye'); process.exitCode = 1;",
    );
    expect(await measure(failing)).toEqual({ failure: "Error: it is broken" });
    const located = "a.yaml:3:1: openapi is 3.0.3; write 3.1";
    const listing = programOf(
      `console.error(${JSON.stringify(`load 1 s\n${located}\n1 problem`)}); process.exitCode = 1;`,
    );
    expect(await measure(listing)).toEqual({ failure: located });
    expect(await measure(programOf("process.exitCode = 3;"))).toEqual({ failure: "exit code 3" });
  });
});

test("medians are what is in the middle", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
});

test("a table tells ratios to the first generator, and how costs grow", () => {
  const cost = (cpuSeconds: number): object => ({ wallSeconds: 1, cpuSeconds, peakMegabytes: 99.6 });
  const row = (operations: number, generator: string, result: object) => ({
    document: `github-${operations}`,
    operations,
    generator,
    makes: "types",
    result: result as { failure: string },
  });
  const results = [row(2, "a", cost(1)), row(2, "b", cost(3)), row(9, "a", cost(4)), row(9, "b", { failure: "a | b" })];
  expect(printTable(results)).toBe(
    `| document | generator | makes | wall s | CPU s | CPU ratio | peak MB | CPU growth     |
| -------- | --------- | ----- | ------ | ----- | --------- | ------- | -------------- |
| github-2 | a         | types | 1.00   | 1.00  | 1.00x     | 100     |                |
| github-2 | b         | types | 1.00   | 3.00  | 3.00x     | 100     |                |
| github-9 | a         | types | 1.00   | 4.00  | 1.00x     | 100     | 4.00x          |
| github-9 | b         | types | -      | -     | -         | -       | failed: a \\| b |
`,
  );
});
