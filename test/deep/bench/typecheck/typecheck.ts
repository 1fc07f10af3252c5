import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, type Ratio, ratioOf } from "../statistics.js";
import { chosen, programs } from "./programs.js";

/** What the compiler says of one program. */
export interface Check {
  readonly program: string;
  readonly operations: "five" | "all";
  readonly seconds: number;
  /** To what openapi-fetch alone takes for the same operations. */
  readonly ratio: Ratio;
  readonly instantiations: number;
  readonly megabytes: number;
}

const bench = fileURLToPath(new URL("..", import.meta.url));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");

function prepare(program: string, operations: "five" | "all"): string {
  // Within the bench's package, so that its dependencies are found.
  const folder = join(bench, "results", "typecheck", `${program.replace(/\W+/g, "-")}-${operations}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "program.ts"), programs[program]?.(chosen(operations)) ?? "");
  copyFileSync(join(bench, "../../../generated/dist/schema.d.ts"), join(folder, "schema.d.ts"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    types: ["node"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  return folder;
}

function check(folder: string): { seconds: number; instantiations: number; megabytes: number } {
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${folder} does not compile:\n${stdout}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    seconds: figure("Total time"),
    instantiations: figure("Instantiations"),
    megabytes: figure("Memory used") / 1024,
  };
}

/** Compiles each program in turns; medians. */
export function measureTypecheck(rounds: number): Check[] {
  const all = (["five", "all"] as const).flatMap((operations) =>
    Object.keys(programs).map((program) => ({ program, operations, folder: prepare(program, operations) })),
  );
  const seen = new Map(all.map(({ folder }): [string, Array<ReturnType<typeof check>>] => [folder, []]));
  for (let round = 0; round < rounds; round++) for (const { folder } of all) seen.get(folder)?.push(check(folder));
  const secondsOf = (folder = ""): number[] => (seen.get(folder) ?? []).map(({ seconds }) => seconds);
  return all.map(({ program, operations, folder }) => {
    const checks = seen.get(folder) ?? [];
    const alone = all.find((one) => one.program === "openapi-fetch" && one.operations === operations)?.folder;
    return {
      program,
      operations,
      seconds: median(secondsOf(folder)),
      ratio: ratioOf(secondsOf(folder), secondsOf(alone)),
      instantiations: median(checks.map(({ instantiations }) => instantiations)),
      megabytes: median(checks.map(({ megabytes }) => megabytes)),
    };
  });
}
