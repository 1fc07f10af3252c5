// Errors that show the line of the caller.
import { ClientError } from "./errors.js";

/**
 * Runs `work`; its errors show the line of the caller, which timers and network events have forgotten by then.
 */
export async function traced<T>(work: () => Promise<T>): Promise<T> {
  const caller = new Error();
  try {
    return await work();
  } catch (error) {
    addCaller(error, caller);
    throw error;
  }
}

/** Adds the stack of `caller` to that of an error of ours. */
export function addCaller(error: unknown, caller: Error): void {
  if (!(error instanceof ClientError)) return;
  const lines = caller.stack?.split("\n").filter((line) => /^\s+at |@/.test(line)) ?? [];
  error.stack = [error.stack, ...lines.filter((line) => !error.stack?.includes(line))].join("\n");
}
