import type { Credentials } from "../../runtime/credentials.js";
import type { EngineOptions } from "../../runtime/options.js";

/** How to reach the service, and as whom. */
export interface ClientOptions<Region extends string = string> extends EngineOptions<Region> {
  /** Another address of IAM than the region's. Needed for whatever asks IAM where the region is not a known one. */
  readonly iamUrl?: string | undefined;
  /** From `accessKey`, `token` or `password`. */
  readonly credentials: Credentials;
}
