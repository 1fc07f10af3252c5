import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectFolder } from "./folder.js";
import { entryOf } from "../core/load/entry.js";

/** What is copied into the package, by its path in generator/. Everything else is code that is loaded already. */
export const copied = /^(runtime|codearts[/\\](runtime|simulator|guides))[/\\]/;

/** Editors write a file in several steps: it counts as saved after this many milliseconds without a change. */
const quiet = 100;

/** What a run is for: a change of the specification, or of what is copied into the package. */
export interface Watching {
  /** The root file of the specification, or its folder. */
  readonly specification: string;
  readonly run: () => Promise<void>;
  readonly say: (text: string) => void;
  /** Ends it. A run that is under way is finished first: nothing is half-written. */
  readonly signal: AbortSignal;
}

/** Runs now, and again after each change, until the signal says that it is over. */
export async function watchAndRun({ specification, run, say, signal }: Watching): Promise<void> {
  let wake: () => void = () => undefined;
  let changed = true;
  let timer: NodeJS.Timeout | undefined;
  const note = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, quiet);
  };
  const watchers = startWatchers(specification, note, say);
  const stop = (): void => {
    wake();
  };
  signal.addEventListener("abort", stop);
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        await run();
        say("Watching for changes; Ctrl-C ends it.");
        // Changes that were saved during the run are handled next.
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted) resolve();
      });
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    for (const watcher of watchers) watcher.close();
  }
}

function startWatchers(specification: string, note: () => void, say: (text: string) => void): FSWatcher[] {
  const entry = entryOf(specification);
  const folder = entry === undefined ? specification : dirname(entry);
  const generator = join(projectFolder, "generator");
  // Drafts and backups of editors are no part of a specification.
  const isSource = (name: string | null): boolean => name === null || /\.(ya?ml|json)$/.test(basename(name));
  const watchers = [
    watch(folder, { recursive: true }, (_, name) => {
      if (isSource(name)) note();
    }),
    watch(generator, { recursive: true }, (_, name) => {
      if (name === null || copied.test(name)) note();
      else if (name.endsWith(".ts")) say(`generator/${name} changed: start this again to use it.`);
    }),
  ];
  for (const watcher of watchers) watcher.on("error", (error) => say(`Watching broke off: ${error.message}`));
  return watchers;
}
