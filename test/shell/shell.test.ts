import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { Misuse, runCommand } from "../../generator/shell/shell.js";

const scripts = listTree(join(projectFolder, "scripts"));

/** Runs the script in a process of its own environment: its exit code, and what it wrote to stdout and to stderr. */
async function run(script: string, ...words: string[]) {
  const { spawn } = await import("node:child_process");
  const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}`, ...words], { cwd: projectFolder });
  let [printed, said] = ["", ""];
  child.stdout.on("data", (text) => (printed += String(text)));
  child.stderr.on("data", (text) => (said += String(text)));
  const code = await new Promise((done) => child.on("close", done));
  return { code, printed, said };
}

describe.each(scripts)("scripts/%s", (script) => {
  test("starts one command line, and does nothing else", () => {
    const text = readFileSync(join(projectFolder, "scripts", script), "utf8");
    expect(text.match(/^await start\(/gm)).toHaveLength(1);
  });

  test("helps, on stdout", async () => {
    const { code, printed, said } = await run(script, "--help");
    expect([code, said]).toEqual([0, ""]);
    expect(printed).toMatch(/^Usage: .*\n[^]*\n {2}--help +print this\n {2}--version +\S.*\n\nExit codes: 0 /);
  });
});

describe("a command line", () => {
  const command = {
    usage: "Usage: try",
    means: [["--loud", "louder"]],
    options: { loud: { type: "boolean" } },
    run: ({ options, words }: { options: { loud?: boolean }; words: readonly string[] }) => {
      if (words[0] === "wrong") throw new Misuse("That is wrong.");
      if (words[0] === "broken") throw new Error("a fault");
      return options.loud ? 1 : 0;
    },
  } as const;

  async function tried(words: string[], takesWords = true) {
    let [printed, said] = ["", ""];
    const terminal = { print: (text: string) => void (printed += text), say: (text: string) => void (said += text) };
    const code = await runCommand({ ...command, takesWords }, words, terminal);
    return { code, printed, said };
  }

  test("ends with what it gives", async () => {
    expect((await tried([])).code).toBe(0);
    expect((await tried(["--loud"])).code).toBe(1);
  });

  test("tells the version of the project", async () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string };
    expect(await tried(["--version"])).toEqual({ code: 0, printed: `${version}\n`, said: "" });
  });

  test("says what it was misused for, then how it is used", async () => {
    const usage =
      "Usage: try\n\n  --loud     louder\n  --help     print this\n  --version  print the version of the project\n\n" +
      "Exit codes: 0 done, 1 problems, 2 misuse.\n";
    expect(await tried(["wrong"])).toEqual({ code: 2, printed: "", said: `That is wrong.\n\n${usage}` });
    expect(await tried(["--no-such"])).toEqual({
      code: 2,
      printed: "",
      said: `Unknown option '--no-such'.\n\n${usage}`,
    });
    expect(await tried(["word"], false)).toMatchObject({
      code: 2,
      said: expect.stringMatching(/^Unexpected argument 'word'/) as string,
    });
    expect(await tried(["--loud=1"])).toMatchObject({
      code: 2,
      said: expect.stringMatching(/^Option '--loud' does not take/) as string,
    });
  });

  test("hides no fault of its own", async () => {
    await expect(tried(["broken"])).rejects.toThrow("a fault");
  });
});
