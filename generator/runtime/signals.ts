// One listener for each abort signal, however many calls it is given to.
import { ConfigurationError } from "./errors.js";

/** What to do when a caller's signal aborts. A program can give the same signal to any number of calls. */
const tasksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `task` when the signal aborts; the returned function takes that back. A signal has one listener of this
 * package, however many calls share it: runtimes warn of a leak where there are more than ten.
 */
export function onAbort(signal: AbortSignal, task: () => void): () => void {
  if (typeof (signal as Partial<AbortSignal>).addEventListener !== "function") {
    throw new ConfigurationError(`signal is of type ${typeof signal}: give an AbortSignal.`);
  }
  const tasks = tasksOf.get(signal) ?? new Set();
  tasksOf.set(signal, tasks.add(task));
  // Adding the same function again changes nothing.
  signal.addEventListener("abort", runTasks);
  return () => {
    tasks.delete(task);
    if (!tasks.size) signal.removeEventListener("abort", runTasks);
  };
}

function runTasks({ currentTarget }: Event): void {
  for (const task of tasksOf.get(currentTarget as AbortSignal) ?? []) task();
}
