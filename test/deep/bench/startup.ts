import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Ratio, spread } from "./statistics.js";

/** What it costs a program to load a module, beyond an empty program. */
export interface Startup {
  readonly what: string;
  readonly milliseconds: Ratio;
  readonly megabytes: Ratio;
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** Programs by name; the empty one is what the others are compared with. */
const programs: Readonly<Record<string, readonly string[]>> = {
  "an empty module": ["--input-type=module", "-e", 'await import("./results/empty.mjs")'],
  "codearts-build": ["--input-type=module", "-e", 'await import("codearts-build")'],
  "codearts-build/raw": ["--input-type=module", "-e", 'await import("codearts-build/raw")'],
  "codearts-build, by require": ["--input-type=commonjs", "-e", 'require("codearts-build")'],
  "openapi-fetch": ["--input-type=module", "-e", 'await import("openapi-fetch")'],
  "vendor's core": ["--input-type=commonjs", "-e", 'require("@huaweicloud/huaweicloud-sdk-core")'],
};

function once(words: readonly string[]): { milliseconds: number; megabytes: number } {
  const last = words[words.length - 1] ?? "";
  const told = `${last};process.stdout.write(String(process.memoryUsage.rss()))`;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words.slice(0, -1), told], {
    cwd: here,
    encoding: "utf8",
  });
  const milliseconds = performance.now() - began;
  if (status !== 0) throw new Error(`node ${words.join(" ")}: ${stderr}`);
  return { milliseconds, megabytes: Number(stdout) / 1e6 };
}

/** Starts each program in turns; what each takes beyond the empty one of the same round. */
export function measureStartup(rounds: number): Startup[] {
  writeFileSync(`${here}results/empty.mjs`, "");
  const [empty = "", ...others] = Object.keys(programs);
  const extra = new Map(others.map((what): [string, Array<ReturnType<typeof once>>] => [what, []]));
  for (let round = -1; round < rounds; round++) {
    const base = once(programs[empty] ?? []);
    for (const what of others) {
      const { milliseconds, megabytes } = once(programs[what] ?? []);
      if (round < 0) continue;
      extra.get(what)?.push({ milliseconds: milliseconds - base.milliseconds, megabytes: megabytes - base.megabytes });
    }
  }
  return [...extra].map(([what, costs]) => ({
    what,
    milliseconds: spread(costs.map(({ milliseconds }) => milliseconds)),
    megabytes: spread(costs.map(({ megabytes }) => megabytes)),
  }));
}
