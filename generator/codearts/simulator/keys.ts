import { ConfigurationError } from "../../runtime/errors.js";

/** Refuses a key that nothing reads: a misspelled one would change nothing, in silence. */
export function checkKeys(what: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new ConfigurationError(`${what} takes an object with ${known.join(", ")}.`);
  }
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange === undefined) return;
  throw new ConfigurationError(`${what} knows no "${strange}": give ${known.join(", ")}.`);
}
