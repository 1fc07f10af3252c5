import { CodeArtsBuildError } from "../../runtime/errors.js";

/** What is known of a build that did not succeed. */
export interface FailedBuild {
  readonly result: "failure" | "aborted" | "never-scheduled";
  /** As the service calls it. */
  readonly state: string;
  /** Milliseconds since the wait began. */
  readonly elapsed: number;
  /** The last answer about it. */
  readonly record: unknown;
}

/** A build that was waited for with `throwOnFailure` did not succeed. Not for a wait whose deadline passed. */
export class BuildFailedError extends CodeArtsBuildError {
  readonly outcome: FailedBuild;

  constructor(message: string, outcome: FailedBuild) {
    super(message);
    this.outcome = outcome;
  }
  override get name(): string {
    return "BuildFailedError";
  }
}
