// Refuses unknown keys in what tests give.
import { ConfigurationError } from "../../runtime/errors.js";

/** Refuses unknown keys: a misspelled one would otherwise be ignored without a message. */
export function checkKeys(what: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new ConfigurationError(`${what} takes an object with ${known.join(", ")}.`);
  }
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange === undefined) return;
  throw new ConfigurationError(`${what} knows no "${strange}": give ${known.join(", ")}.`);
}
