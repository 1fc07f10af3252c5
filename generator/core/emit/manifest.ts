import { byCodePoint } from "../lib/order.js";
import type { OutputFile } from "./file.js";

/** What `manifest.json` says. */
export interface Manifest {
  readonly about: string;
  /** SHA-256 over the files of the specification. */
  readonly specification: string;
  /** The versions of the tools that decide the bytes of the output. */
  readonly tools: Readonly<Record<string, string>>;
  /** SHA-256 of each output. */
  readonly files: Readonly<Record<string, string>>;
}

/** `manifest.json`: it tells a file that was edited by hand from one that is out of date. */
export function emitManifest(
  hashes: ReadonlyMap<string, string>,
  specification: string,
  tools: Readonly<Record<string, string>>,
): OutputFile {
  const manifest: Manifest = {
    about: "Made by `npm run generate`, together with the files that it lists. Do not edit them.",
    specification,
    tools,
    files: Object.fromEntries([...hashes].sort(([a], [b]) => byCodePoint(a, b))),
  };
  return { path: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` };
}
