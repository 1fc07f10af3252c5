import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ASPECTS } from "../../../generator/sources/check/ledger.js";
import { examples } from "./cases/examples.js";
import { extensions } from "./cases/extensions.js";
import { operations } from "./cases/operations.js";
import { paths } from "./cases/paths.js";
import { schemas } from "./cases/schemas.js";
import { lines, lint, lintChanged, root } from "./redocly.js";

interface Configuration {
  extends: string[];
  rules: Record<string, string | { severity: string }>;
}

const configuration = parse(readFileSync(join(root, "redocly.yaml"), "utf8")) as Configuration;
const groups = { operations, examples, schemas, paths, extensions };
const cases = Object.values(groups).flat();
let found: string[][];

beforeAll(async () => {
  found = await lintChanged([undefined, ...cases]);
}, 120_000);

test("a specification that keeps the rules has no problem", () => {
  expect(found[0]).toEqual([]);
});

describe.each(Object.entries(groups))("%s: the linter rejects", (_, group) => {
  test.each(group)("$title", (rejected) => {
    expect(found[cases.indexOf(rejected) + 1]).toEqual(rejected.wanted);
  });
});

describe("redocly.yaml", () => {
  test("extends the strictest set of rules and softens none", () => {
    expect(configuration.extends).toEqual(["recommended-strict"]);
    const severities = Object.values(configuration.rules).map((rule) =>
      typeof rule === "string" ? rule : rule.severity,
    );
    expect(new Set(severities)).toEqual(new Set(["error"]));
  });

  test("names no rule that is not shown to reject something", () => {
    const shown = new Set(cases.flatMap(({ wanted }) => wanted.map((line) => line.split(" ")[1])));
    expect(Object.keys(configuration.rules).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  test("uses each rule of the plugin", async () => {
    const module = (await import(join(root, "generator/core/lint/plugin.js"))) as {
      default: () => { id: string; rules: { oas3: Record<string, unknown> } };
    };
    const { id, rules } = module.default();
    const own = Object.keys(configuration.rules).filter((rule) => rule.startsWith(`${id}/`));
    expect(own).toEqual(Object.keys(rules.oas3).map((rule) => `${id}/${rule}`));
  });
});

test("x-conflicts may be about what the comparison with the sources knows", async () => {
  const module = (await import(join(root, "generator/core/lint/rules/conflictShape.js"))) as { abouts: string[] };
  expect(module.abouts).toEqual(ASPECTS);
});

describe("the specification", () => {
  test("has no problem, and none is ignored", { timeout: 30_000 }, async () => {
    const [report] = await lint(["spec/openapi.yaml"]);
    expect(report && lines(report)).toEqual([]);
    expect(report?.totals.ignored).toBe(0);
    expect(existsSync(join(root, ".redocly.lint-ignore.yaml"))).toBe(false);
  });
});
