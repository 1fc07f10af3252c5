// What the suite, which runs in any runtime, and the host, which runs in Node, tell each other.

/** How the server answers one request. What is left out is as usual: 200, JSON, `{}`. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** A body of these bytes. */
  readonly bytes?: readonly number[];
  /** Instead of a whole answer. */
  readonly fault?: Fault;
}

/**
 * `reset`: the connection breaks before a byte is answered; `reset in body`, `end in body`: in the middle of an announced
 * body, `cut`: of one of unknown length; `silence`: no answer ever; `trickle`: a byte at a time, without end; `held`: the
 * second half of the body waits for `release`.
 */
export type Fault = "reset" | "reset in body" | "end in body" | "cut" | "silence" | "trickle" | "held";

/** A request as it arrived. */
export interface Arrived {
  readonly line: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** True once the caller has gone without its answer. */
  readonly gone: boolean;
}

/** What a method of the client shall send, and make of the answer. Made from the specification. */
export interface ContractCase {
  readonly name: string;
  readonly operation: string;
  /** Undefined where the method takes none. */
  readonly request?: object;
  readonly answer: Answer;
  readonly line: string;
  readonly body?: unknown;
  /** False where no credentials may be sent. */
  readonly authenticated: boolean;
  readonly outcome: ContractOutcome;
}

export type ContractOutcome =
  | { readonly value: unknown }
  | { readonly bytes: readonly number[] }
  | {
      readonly error: { readonly name: string; readonly status: number; readonly code?: string; readonly says: string };
    };

/** A simulator at the host's address. */
export interface SimulatorWorld {
  readonly job_id: string;
  readonly project_id: string;
  readonly record_id: string;
  readonly token: string;
  readonly accessKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly user: { readonly domain: string; readonly user: string; readonly password: string };
}

/** What a simulator saw. */
export interface SimulatorRecord {
  readonly statuses: readonly number[];
  /** The parameters of each build. */
  readonly builds: ReadonlyArray<Readonly<Record<string, string>>>;
}

export interface Failure {
  readonly test: string;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** What became of a run of the suite. */
export interface Report {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** What the runtime cannot do, and how that shows. */
  readonly cannot: Readonly<Record<string, string>>;
}
