import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newFolder } from "../../core/specification.js";
import { countOperations, subset } from "./generation/documents.js";
import { measure } from "./measure.js";
import { median } from "./statistics.js";
import type { Result } from "./generation/generation.js";
import { aimsOf, rowsOf } from "./generation/figures.js";

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

  // The peak of memory is read from /proc, which other systems do not have.
  test.skipIf(process.platform !== "linux")("costs what its child processes cost too", async () => {
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

describe("what generation costs", () => {
  const cost = (cpuSeconds: number, wallSeconds = 1): object => ({ wallSeconds, cpuSeconds, peakMegabytes: 99.6 });
  const row = (operations: number, generator: string, ...runs: object[]): Result => ({
    document: `github-${operations}`,
    operations,
    generator,
    makes: "types",
    result: (runs[0] !== undefined && "failure" in runs[0] ? runs[0] : { runs }) as Result["result"],
  });

  test("is told as ratios to the first generator, and as growth", () => {
    const results = [
      row(2, "openapi-typescript", cost(1), cost(1), cost(1)),
      row(2, "b", cost(3), cost(2), cost(4)),
      row(9, "openapi-typescript", cost(4)),
      row(9, "b", { failure: "a | b" }),
    ];
    expect(rowsOf(results)).toEqual([
      ["openapi-typescript", "github-2", "types", "1.00", "1.00", "1.00 (1.00-1.00)", "100", ""],
      ["b", "github-2", "types", "1.00", "3.00", "3.00 (2.00-4.00)", "100", ""],
      ["openapi-typescript", "github-9", "types", "1.00", "4.00", "1.00 (1.00-1.00)", "100", "4.00"],
      ["b", "github-9", "types", "-", "-", "-", "-", "failed: a / b"],
    ]);
  });

  test("is held to the aims", () => {
    const own = (generator: string, seconds: number): Result => ({
      ...row(35, generator, cost(1, seconds)),
      document: "own",
    });
    const results = [
      own("ours", 7.5),
      own("ours, nothing changed", 3.5),
      row(2, "openapi-typescript", cost(1)),
      row(2, "ours, only checked", cost(1)),
      row(9, "openapi-typescript", cost(4)),
      row(9, "ours, only checked", cost(6)),
    ];
    expect(aimsOf(results)).toEqual([
      "own specification, from lint to package, at most 8 s: 7.50 (7.50-7.50) met",
      "own specification, nothing changed, at most 3 s: 3.50 (3.50-3.50) missed",
      "github-9, at most 2 times the CPU of openapi-typescript: 1.50 (1.50-1.50) met",
      "github-9, CPU grows by no more than openapi-typescript's, 4.00 (4.00-4.00) times: 6.00 (6.00-6.00) missed",
      "each operation has a page, samples and a method beside its types; the start, which does not grow, is half of what a small document costs",
      "github-9, peak at most 700 MB: 99.60 (99.60-99.60) met",
    ]);
  });
});
