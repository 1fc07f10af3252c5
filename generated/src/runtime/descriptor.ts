/**
 * What the runtime needs to know of an operation. The generator writes one constant of this type per operation;
 * behaviour that depends on it is written once, in this folder.
 */
export interface Descriptor {
  /** The operationId, which is also the method's name. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  /** Path template: "/v3/jobs/{job_id}/status". Path parameters are the names in braces. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query?: readonly string[];
  /** Names of the header parameters (credentials aside). */
  readonly header?: readonly string[];
  /**
   * How the request body is given. "json": the remaining arguments are its fields. "value": the argument `body` is the
   * body.
   */
  readonly body?: "json" | "value";
  /** What is not written in the usual way: text, numbers and lists in the query, and JSON in the body. */
  readonly wire?: Wire;
  /** Headers that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** True where two arguments of different places share a name: the arguments are then { path, query, header, body }. */
  readonly grouped?: true;
  /**
   * What a success carries. Absent: a JSON object; "list": a JSON array; "value": any JSON. "any" is for calls of which
   * nothing is known.
   */
  readonly answer?: "list" | "value" | "text" | "binary" | "empty" | "any";
  /** An empty body is a success too, and stands for `{}`. */
  readonly emptyOk?: true;
  /** An empty body is a success too, and stands for `undefined`. */
  readonly mayBeEmpty?: true;
  /** Which server the path belongs to. Default: the service itself. */
  readonly server?: string;
  /** The operation takes no credentials (it is how they are obtained). */
  readonly anonymous?: true;
  /**
   * `safe`: may be sent again after a failure of any kind. Absent: sent once, unless it was certainly refused before it
   * took effect.
   */
  readonly retry?: "safe";
  readonly pagination?: Pagination;
  /**
   * Signs of an error in a body with a status of success, beside those of the whole document. One for the same place
   * replaces that of the document.
   */
  readonly failure?: readonly FailureMark[];
  readonly time?: readonly TimeRule[];
  readonly wait?: Wait;
  readonly log?: Log;
  readonly steps?: Steps;
}

/** How the parts of a request are written, by name. Only documents that need it get the code for it. */
export interface Wire {
  readonly path?: Readonly<Record<string, Writing>>;
  readonly query?: Readonly<Record<string, Writing>>;
  readonly header?: Readonly<Record<string, Writing>>;
  /** All cookie parameters. */
  readonly cookie?: Readonly<Record<string, Writing>>;
  readonly body?: WireBody;
}

/** How the value of a parameter or of a field of a form becomes text: OpenAPI's `style`, `explode`, `allowReserved`. */
export interface Writing {
  readonly style: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode: boolean;
  readonly reserved?: boolean;
  /** The value is written as JSON. */
  readonly json?: boolean;
}

/** How a body is written that is not JSON. */
export interface WireBody {
  readonly kind: "json" | "form" | "multipart" | "text" | "binary";
  readonly mediaType: string;
  /** What a form says of its fields. */
  readonly parts?: Readonly<Record<string, { readonly contentType?: string; readonly writing?: Writing }>>;
}

/** From `x-pagination`. Pointers are JSON pointers into the response body. */
export interface Pagination {
  readonly page: string;
  readonly first: number;
  readonly size?: string;
  readonly maximum?: number;
  readonly items: string;
  readonly total?: string;
}

/** From `x-failure`: a sign that a body with a status of success reports an error. */
export interface FailureMark {
  /** JSON pointer to the value that tells. */
  readonly at: string;
  /**
   * The values that mean a failure; text counts in any letter case. Absent: any value but null, false, zero and what is
   * empty.
   */
  readonly values?: ReadonlyArray<string | boolean>;
  /** JSON pointers to the message and the code, where they do not stand where errors usually have them. */
  readonly message?: string;
  readonly code?: string;
}

/** From `x-time`: a start and an end, written in `format`, at most `maximumDays` apart. */
export interface TimeRule {
  readonly start: string;
  readonly end: string;
  readonly format: "yyyy-MM-dd" | "yyyy-MM-dd HH:mm:ss";
  readonly maximumDays?: number;
}

/** From `x-wait`: how a poll of this operation tells that a build has ended. */
export interface Wait {
  /** JSON pointer to the state. */
  readonly state: string;
  /** Terminal states and what they mean; any other state keeps waiting. */
  readonly outcomes: Readonly<Record<string, "success" | "failure" | "aborted" | "never-scheduled">>;
}

/** From `x-log`: how the log is read piece by piece. */
export interface Log {
  /** Query parameter that takes the position. */
  readonly offset: string;
  /** JSON pointers into the response: next position, text, whether more is to come. */
  readonly next: string;
  readonly text: string;
  readonly more: string;
}

/** From `x-steps`: where an answer lists the actions of a build. */
export interface Steps {
  /** JSON pointer to the list. */
  readonly list: string;
}
