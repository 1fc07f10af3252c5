// What the second product's package exports beside its client.
import { apiKey } from "../../../generator/runtime/headerCredentials.js";
import type { Credentials } from "../../../generator/runtime/credentials.js";
import type { EngineOptions } from "../../../generator/runtime/options.js";

export * from "../../../generator/runtime/index.js";

/** How to reach the service, and as whom. */
export interface ClientOptions<Region extends string = string> extends EngineOptions<Region> {
  /** From `passport`. */
  readonly credentials: Credentials;
}

/** The number in a passport. */
export function passport(number: string): Credentials {
  return apiKey("Passport", number);
}
