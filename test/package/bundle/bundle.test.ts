import { describe, expect, test } from "vitest";
import * as operations from "../../../generated/src/operations.js";
import { bundle, type Platform } from "./bundle.js";
import { client, raw } from "./programs.js";

const cases = [client, raw].flatMap((program) =>
  (["node", "browser"] as const).map((platform) => [program.name, platform, program] as const),
);

/** Modules that nobody who only imports the client should pay for. */
const EXTRAS = /\/simulator|\/(node|noFiles|environment|save|cli)\.ts$/;

async function extrasIn(text: string, platform: Platform): Promise<string[]> {
  const { modules, imports } = await bundle(text, platform);
  return [...Object.keys(modules).filter((path) => EXTRAS.test(path)), ...imports];
}

describe.each(cases)("a program with %s, for %s", (_, platform, { text, budget }) => {
  test("keeps its budget", async () => {
    const { gzipped } = await bundle(text, platform);
    expect(gzipped).toBeLessThanOrEqual(budget);
    // A budget that nothing comes near keeps nothing: lower it.
    expect(gzipped).toBeGreaterThan(budget * 0.95);
  });

  test("has no simulator in it, and no module of Node", async () => {
    expect(await extrasIn(text, platform)).toEqual([]);
  });
});

test("a program that uses the simulator and files has them in it", async () => {
  const text = `
    import { createSimulator } from "codearts-build/simulator";
    import { saveTo } from "./generated/src/node.ts";
    console.log(createSimulator(), saveTo);`;
  const extras = await extrasIn(text, "node");
  expect(extras).toContain("generated/src/codearts/simulator/simulator.ts");
  expect(extras).toContain("generated/src/runtime/save.ts");
  expect(extras).toContain("node:fs/promises");
});

test("the raw client carries neither the typed one nor what only that needs", async () => {
  const { modules, code } = await bundle(raw.text, "browser");
  const paths = Object.keys(modules);
  expect(paths).toContain("generated/src/runtime/raw.ts");
  expect(paths.filter((path) => /\/(client|log|wait|pages|signing|sha256)\.ts$/.test(path))).toEqual([]);
  // Credentials ask IAM; no other operation is known to it.
  const named = Object.keys(operations).filter((id) => code.includes(`"${id}"`));
  expect(named).toEqual(["keystoneCreateUserTokenByPassword", "keystoneListProjects"]);
});

test("what makes credentials carries no client", async () => {
  const { modules } = await bundle(`import { token } from "codearts-build"; console.log(token("t"));`, "browser");
  expect(Object.keys(modules).sort()).toEqual([
    "generated/src/codearts/runtime/credentials.ts",
    "generated/src/runtime/cached.ts",
    "generated/src/runtime/errors.ts",
    "generated/src/runtime/signals.ts",
  ]);
});
