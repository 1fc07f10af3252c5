import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives all tests of a run one temporary folder, which is gone after the run: what a test leaves behind goes with it. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "codearts-build-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
