/** An error that the service answers with. */
export class ServiceFailure extends Error {
  readonly code: string;
  /** Where it differs from that of the catalogue. */
  readonly status: number | undefined;

  constructor(code: string, message: string, status?: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The credentials are missing, wrong or expired. */
export function unauthorized(reason: string): ServiceFailure {
  return new ServiceFailure("APIGW.0301", `Incorrect IAM authentication information: ${reason}`, 401);
}

/** A value is not one that the service takes. */
export function invalid(what: string): ServiceFailure {
  return new ServiceFailure("CB.00060200", `Invalid parameter: ${what}.`);
}

/** The id of a task has the wrong shape. The live service answers this code, not the one of the appendix. */
export function invalidJobId(): ServiceFailure {
  return new ServiceFailure("DEV.CB.032011", "Invalid task ID.");
}

/** An id of the right shape that does not exist; the routes of v1 have a code of their own. */
export function unknownId(what: string, path = ""): ServiceFailure {
  return new ServiceFailure(path.startsWith("/v1/") ? "DEVCB.00031006" : "CB.00031006", `The ${what} does not exist.`);
}

/** The task has no such build. */
export function noBuild(): ServiceFailure {
  return new ServiceFailure("CB.00031059", "The build does not exist.");
}

/** The period is longer than the service allows. */
export function windowTooLong(days: number): ServiceFailure {
  return new ServiceFailure("CB.00031105", `The period is longer than ${days} days.`);
}

/** What the service cannot do, without a code of its own. */
export function impossible(reason: string): ServiceFailure {
  return new ServiceFailure("DEVCB.00030000", reason);
}

/** The build never reached an executor. */
export function neverRan(): ServiceFailure {
  return new ServiceFailure("CB.00030004", "The build never reached an executor: it has no log.");
}

/** The build has ended, so that it cannot be stopped. */
export function alreadyEnded(): ServiceFailure {
  return new ServiceFailure("DEV.CB.032302", "The build has already ended.");
}

/** The gateway cannot read the request. */
export function unreadableBody(reason: string): ServiceFailure {
  return new ServiceFailure("PARSE_REQUEST_DATA_EXCEPTION", reason);
}

/** No such route. */
export function noRoute(): ServiceFailure {
  return new ServiceFailure("APIGW.0101", "The API does not exist or has not been published in the environment.");
}
