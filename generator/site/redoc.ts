import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../project/folder.js";
import type { JsonObject } from "../core/lib/json.js";

const run = promisify(execFile);

/** Has Redoc make its page of a document: one file, with the program in it. */
export async function renderRedoc(document: JsonObject): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    const [input, output] = [join(folder, "openapi.json"), join(folder, "index.html")];
    writeFileSync(input, JSON.stringify(document));
    const program = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
    const words = ["build-docs", input, "--output", output, "--inlineBundle", "--config", "redocly.yaml"];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    await run(process.execPath, [program, ...words], { cwd: projectFolder, env });
    return readFileSync(output, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
