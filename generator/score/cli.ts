import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectFolder } from "../project/folder.js";
import { processTerminal, runCommand, type Terminal } from "../shell/shell.js";
import { coverage } from "./coverage.js";
import { coverageTable, redoclyTable, type RedoclyScore } from "./report.js";

const usage = `Usage: npm run score

Tells how much of what the documents describe (spec/sources/) the specification has, and how redocly rates it.
`;

/** The command line of `npm run score`: 1 when the specification lacks something that a document describes. */
export function main(words: readonly string[], root = projectFolder, terminal = processTerminal): Promise<number> {
  return runCommand({ usage, means: [], options: {}, run: (_, out) => score(root, out) }, words, terminal);
}

async function score(root: string, { print, say }: Terminal): Promise<number> {
  const rows = coverage(root);
  print(coverageTable(rows));
  for (const { kind, missing } of rows) {
    for (const name of missing) say(`${name}: described in spec/sources, not in spec (${kind}); add it`);
  }
  print(`\n${redoclyTable(await redoclyScore(root))}`);
  return rows.some(({ missing }) => missing.length > 0) ? 1 : 0;
}

async function redoclyScore(root: string): Promise<RedoclyScore> {
  const program = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
  const words = ["score", "spec/openapi.yaml", "--config", "redocly.yaml", "--format=json"];
  const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return await new Promise((done, fail) => {
    const settings = { cwd: root, env: environment, maxBuffer: 1 << 26 };
    execFile(process.execPath, [program, ...words], settings, (error, printed, said) => {
      if (error) fail(new Error(`redocly score failed. It said:\n${said || printed}`));
      else done(JSON.parse(printed) as RedoclyScore);
    });
  });
}
