import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { coverage } from "./coverage.js";
import { coverageTable, redoclyTable, type RedoclyScore } from "./report.js";

const usage = "usage: npm run score\nCompares what the documents describe (spec/sources) with spec/openapi.yaml.\n";

/** `npm run score`: prints how complete the specification is; 1 when it lacks something that a document describes. */
export async function main(words: readonly string[], root: string): Promise<number> {
  if (words.length > 0) {
    process.stderr.write(`score takes no arguments, but was given ${words.join(" ")}.\n${usage}`);
    return 2;
  }
  const rows = coverage(root);
  process.stdout.write(coverageTable(rows));
  for (const { kind, missing } of rows) {
    for (const name of missing)
      process.stderr.write(`${name}: described in spec/sources, not in spec (${kind}); add it\n`);
  }
  process.stdout.write(`\n${redoclyTable(await redoclyScore(root))}`);
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
