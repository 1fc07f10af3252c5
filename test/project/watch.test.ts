import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { readProject } from "../../generator/project/project.js";
import { copied } from "../../generator/project/watch.js";
import { folderOf, newFolder, whole } from "../core/specification.js";

const document = (summary: string): string =>
  whole(
    `paths:\n  /a:\n    get: { operationId: getA, summary: ${summary}, responses: { "204": { description: Done } } }\n`,
  )["openapi.yaml"] ?? "";

test(
  "watching makes what was saved, prints problems and goes on, and ends with Ctrl-C",
  { timeout: 180_000 },
  async () => {
    const specification = folderOf({ "openapi.yaml": document("First") });
    const output = newFolder();
    const words = ["--import", "tsx", "scripts/generate.ts", "--watch", "--spec", specification, "--out", output];
    const child = spawn(process.execPath, words, { cwd: projectFolder, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (said += text));
    /** Waits until it watches again, and returns what it said meanwhile. */
    const settled = async (): Promise<string> => {
      while (!said.includes("Watching for changes")) await once(child.stderr, "data");
      const text = said;
      said = "";
      return text;
    };
    const save = (text: string): void => {
      writeFileSync(join(specification, "openapi.yaml"), text);
    };
    const client = join(output, "src", "client.ts");
    try {
      expect(await settled()).toContain("new");
      expect(readFileSync(client, "utf8")).toContain("First.");
      const untouched = statSync(join(output, "src", "raw.ts")).mtimeMs;

      save(`${document("First")}paths: {}\n`);
      expect(await settled()).toMatch(/openapi\.yaml:\d+:1: Map keys must be unique; correct the YAML\n1 problem\./);
      expect(readFileSync(client, "utf8")).toContain("First.");

      save(document("Second"));
      expect(await settled()).toMatch(/write .*changed/);
      expect(readFileSync(client, "utf8")).toContain("Second.");
      expect(statSync(join(output, "src", "raw.ts")).mtimeMs).toBe(untouched);

      child.kill("SIGINT");
      expect(await once(child, "exit")).toEqual([0, null]);
    } finally {
      child.kill("SIGKILL");
    }
  },
);

test("what is copied into the package is watched, and what is code is not", () => {
  const { engine, product } = readProject();
  const guides = [...(product.reference?.guides.keys() ?? [])].map((name) => `codearts/guides/${name}`);
  const copies = [...[...engine.keys()].map((name) => `runtime/${name}`), ...product.modules.keys(), ...guides];
  expect(copies.length).toBeGreaterThan(80);
  expect(copies.filter((path) => !copied.test(path))).toEqual([]);
  expect(copied.test("codearts\\runtime\\log.ts")).toBe(true);
  for (const path of ["core/emit/emit.ts", "codearts/product.ts", "codearts/emit/signed.ts"]) {
    expect(copied.test(path)).toBe(false);
  }
});
