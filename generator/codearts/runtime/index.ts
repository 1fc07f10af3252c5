// What the package exports besides the generated client.
export * from "../../runtime/index.js";
export type { BuildReference, BuildResult, HelperOptions } from "./build.js";
export { accessKey, password, token } from "./credentials.js";
export type { AccessKey, ExpiringToken, Password } from "./credentials.js";
export { BuildFailedError } from "./errors.js";
export type { FailedBuild } from "./errors.js";
export type { ClientOptions } from "./options.js";
export type { BuildOutcome, BuildProgress, CurrentStep, WaitOptions } from "./wait.js";
