import { ownModel } from "../../site/model.js";
import { describe, expect, test } from "vitest";
import type { RuntimeFacts } from "../../../generator/core/emit/docs/runtimes.js";
import { contractCases } from "./host/cases.js";
import { main } from "./main.js";
import type { Runtime } from "./runtimes.js";
import { differences, factsOf, shortVersion, updated } from "./table.js";

const facts = (id: string, more: Partial<RuntimeFacts> = {}): RuntimeFacts => {
  return { id, name: id, version: "1.2", loads: ["import"], cannot: {}, ...more };
};

describe("the table of runtimes", () => {
  test.each([
    ["20.20.2", 2, "20.20"],
    ["2026-11-17", 2, "2026-11"],
    ["156.0.8078.79", 1, "156"],
  ])("of version %s, %i parts are said: %s", (version, parts, wanted) => {
    expect(shortVersion(version, parts)).toBe(wanted);
  });

  test("what a runtime cannot do is what any way to load the package showed, in order", () => {
    const runtime = { id: "a", name: "A", parts: 2, loads: ["import", "require"] } as const;
    const reports = [
      { passed: 1, failures: [], cannot: { once: "2 requests" } },
      { passed: 1, failures: [], cannot: { files: "ConfigurationError" } },
    ];
    const { cannot } = factsOf(runtime as unknown as Runtime, "1.2.3", reports);
    expect(Object.entries(cannot)).toEqual([
      ["files", "ConfigurationError"],
      ["once", "2 requests"],
    ]);
  });

  test("is out of date when a runtime is new, can more or less, or has another pinned version", () => {
    const known = [facts("a"), facts("b"), facts("c"), facts("d")];
    const seen = [
      { facts: facts("a"), pinned: true },
      { facts: facts("b", { cannot: { files: "ConfigurationError" } }), pinned: true },
      { facts: facts("c", { version: "1.3" }), pinned: true },
      { facts: facts("d", { version: "1.3" }), pinned: false },
      { facts: facts("e"), pinned: true },
    ];
    expect(differences(known, seen).map((line) => line.split(":")[0])).toEqual(["b", "c", "e"]);
  });

  test("keeps what a run did not see, in the order of the runtimes", () => {
    const table = updated([facts("a"), facts("b")], [facts("b", { version: "2" }), facts("c")], ["c", "b", "a"]);
    expect(table.map(({ id, version }) => `${id} ${version}`)).toEqual(["c 1.2", "b 2", "a 1.2"]);
  });
});

test("the cases are every operation, with successes and with each documented error", () => {
  const cases = contractCases();
  const operations = new Set(cases.map(({ operation }) => operation));
  expect(operations.size).toBe(35);
  for (const operation of operations) {
    const own = cases.filter((one) => one.operation === operation);
    const errors = own.flatMap(({ outcome }) => ("error" in outcome ? [outcome.error.status] : []));
    const documented = ownModel().operations.find(({ name }) => name === operation)?.responses ?? [];
    const failures = documented.filter(({ status }) => /^[45]/.test(status)).length;
    expect([operation, new Set(errors).size >= failures, errors.length < own.length]).toEqual([operation, true, true]);
  }
  const run = cases.find(({ name }) => name === "runJob, example with-parameter");
  expect([run?.line, run?.authenticated]).toEqual(["POST /v3/jobs/build", true]);
});

test("a runtime that does not exist is misuse, and says which do", async () => {
  const said: string[] = [];
  const code = await main(["node18"], { print: () => undefined, say: (line) => said.push(line) });
  expect(code).toBe(2);
  expect(said.join("\n")).toContain("There is no runtime node18.");
  expect(said.join("\n")).toContain("node20, node22, node24, node26, bun, deno, workerd, chromium");
});
