import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "../../../generator/sources/cli.js";
import { makeProject, type Edits } from "./project.js";

let out = "";
let said = "";
const made: string[] = [];

beforeEach(() => {
  out = "";
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

function run(edits: Edits, ...args: string[]): Promise<number> {
  const root = makeProject(edits);
  made.push(root);
  return main(["--check", ...args], join(root, "spec/sources"));
}

describe("npm run sources -- --check", () => {
  test("says so when nothing differs", async () => {
    expect(await run({})).toBe(0);
    expect(out).toBe("");
    expect(said).toBe("Facts and specification say the same.\n");
  });

  test("prints each difference with its place, and fails", async () => {
    expect(await run({ "paths/lendBook.yaml": [[", format: int64", ""]] })).toBe(1);
    expect(out).toBe(
      "spec/paths/lendBook.yaml:15:13 lendBook: request/days: pdf says Long, the schema accepts integer without format int64; " +
        'correct the schema, or record x-conflicts {"about":"type","claims":{"pdf":"Long"}}\n',
    );
    expect(said).toBe("Facts and specification differ: 1 problem.\n");
  });

  test("takes no further arguments", async () => {
    expect(await run({}, "--all")).toBe(2);
    expect(out).toBe("");
    expect(said).toMatch(/^Unknown option '--all'\.\n\nUsage: npm run sources/);
  });
});
