import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Flags that keep a headless Chromium to the page it is given. */
export const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a page in headless Chromium, lets its scripts run, and returns the document as it then stands. */
export async function renderedDocument(url: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  try {
    const { stdout } = await run(
      process.env.CHROMIUM ?? "chromium",
      [...QUIET, `--user-data-dir=${profile}`, "--virtual-time-budget=10000", "--dump-dom", url],
      { timeout: 50_000 },
    );
    return stdout;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
