// What every package exports besides its generated client.
export type { Clock } from "./clock.js";
export type { Credentials } from "./credentials.js";
export type { Download } from "./download.js";
export {
  ApiError,
  AuthenticationError,
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
export type { ApiErrorDetails } from "./errors.js";
export type { CallOptions } from "./callOptions.js";
export type { ErrorAdvice } from "./data.js";
export type { Fetch, LogEvent } from "./options.js";
export type { WithResponse, ApiPromise, PagePromise } from "./promises.js";
