// Runs `redocly diff`.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Json, JsonObject } from "../core/lib/json.js";
import type { Effect } from "./types.js";

/** One line of `redocly diff --format=json`. */
export interface WireChange {
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Effect;
  readonly property?: string;
  readonly verdicts: ReadonlyArray<{ readonly ruleId: string; readonly impact: Effect; readonly message: string }>;
  readonly base?: WireSpot;
  readonly revision?: WireSpot;
}

interface WireSpot {
  readonly pointer: string;
  readonly value?: Json;
}

/** Has `redocly diff` judge two documents. It reads files: they are written to `folder`, which the caller removes. */
export async function wireChanges(old: JsonObject, after: JsonObject, folder: string): Promise<readonly WireChange[]> {
  const files = { "old.json": JSON.stringify(old), "new.json": JSON.stringify(after), "redocly.yaml": configuration };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const program = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin", "cli.js");
  const words = ["diff", "old.json", "new.json", "--config", "redocly.yaml", "--format", "json", "--fail-on", "none"];
  const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const output = await new Promise<{ printed: string; said: string }>((done) => {
    const settings = { cwd: folder, env: environment, maxBuffer: 1 << 28 };
    execFile(process.execPath, [program, ...words], settings, (_, printed, said) => done({ printed, said }));
  });
  try {
    const { changes } = JSON.parse(output.printed.slice(output.printed.indexOf("{"))) as { changes: WireChange[] };
    return changes;
  } catch {
    throw new Error(`redocly diff did not answer with JSON. It said:\n${output.said || output.printed}`);
  }
}

const configuration = 'telemetry: "off"\nextends: [diff-recommended]\n';
