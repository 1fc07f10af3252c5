// What a package exports whose product adds nothing of its own.
import type { EngineOptions } from "./options.js";

export { apiKey, basic, bearer } from "./headerCredentials.js";
export * from "./index.js";

/** How to reach the service, and as whom. */
export type ClientOptions<Region extends string = string> = EngineOptions<Region> &
  /** Other addresses of the servers that have names: `filesUrl` for the server `files`. */
  Readonly<Record<`${string}Url`, string | undefined>>;
