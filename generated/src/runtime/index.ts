// What the package exports besides the generated client.
export type { BuildReference, BuildResult, HelperOptions } from "./build.js";
export type { Clock } from "./clock.js";
export { accessKey, password, token } from "./credentials.js";
export type { AccessKey, Credentials, ExpiringToken, Password } from "./credentials.js";
export type { Download } from "./download.js";
export {
  ApiError,
  AuthenticationError,
  BuildFailedError,
  CodeArtsBuildError,
  ConfigurationError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  TimeoutError,
  UnexpectedResponseError,
  isCodeArtsBuildError,
} from "./errors.js";
export type { ApiErrorDetails, FailedBuild } from "./errors.js";
export type { CallOptions, ClientOptions, ErrorAdvice, Fetch, LogEvent } from "./options.js";
export type { WithResponse, ApiPromise, PagePromise } from "./promises.js";
export type { BuildOutcome, BuildProgress, CurrentStep, WaitOptions } from "./wait.js";
