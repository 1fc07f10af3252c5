// The suite that scripts/runtimes.ts runs in other runtimes, here in this Node: so it is not first run when they are installed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectFolder } from "../../generator/project/folder.js";
import { bundleSuite } from "./runtimes/bundle.js";
import { contractCases } from "./runtimes/host/cases.js";
import { runIn } from "./runtimes/run.js";
import { runtimes } from "./runtimes/runtimes.js";

const [node] = runtimes.filter(({ id }) => id.startsWith("node"));

beforeAll(async () => {
  if (!existsSync(join(projectFolder, "generated/dist/index.js"))) throw new Error("Run `npm run generate` first.");
  await bundleSuite();
});

test.each(node?.loads ?? [])("the suite of the runtimes passes in this Node, by %s", async (load) => {
  if (node === undefined) throw new Error("there is no Node among the runtimes");
  const { passed, failures } = await runIn(node, process.execPath, load, contractCases());
  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThan(300);
});
