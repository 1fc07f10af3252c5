// What a handler gets and gives.
import type { SimulatorData, SimulatorOperation } from "./data.js";
import type { State } from "./state.js";

/** A call with valid credentials and arguments. */
export interface Call<Values = unknown> {
  readonly operation: SimulatorOperation;
  /** Path, query and body together, checked against the specification: which there are, the handler says in its type. */
  readonly values: Values;
  /** All of it, also what the specification does not describe. */
  readonly query: string;
  readonly state: State;
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly now: number;
  readonly data: SimulatorData;
  /** A fault: text shall end in the middle of a character where it can. */
  readonly splitCharacters: boolean;
}

/** What a handler answers: a JSON value, a file, or nothing. The status is that of the specification. */
export type HandlerAnswer =
  | { readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly file: string | Uint8Array; readonly name: string }
  | { readonly empty: true };

export type Handler<Values> = (call: Call<Values>) => HandlerAnswer;

/** Handlers by operation. */
export type Handlers = Readonly<Record<string, Handler<never>>>;

/** An answer in the envelope that most operations of v3 use. */
export function success(result: unknown): HandlerAnswer {
  return { json: { result, error: null, status: "success" } };
}

/** A refusal in that envelope: it comes with status 200. */
export function refuse(error: string): HandlerAnswer {
  return { json: { result: {}, error, status: "fail" } };
}

const DEFAULT_PAGE_SIZE = 10;

/** The items of the page that was asked for. */
export function pageOf<T>(items: readonly T[], { operation, values }: Call): T[] {
  const { pagination } = operation;
  if (!pagination) return [...items];
  const { page, size, first } = pagination;
  const given = values as Readonly<Record<string, unknown>>;
  const length = Number(given[size] ?? DEFAULT_PAGE_SIZE);
  const start = (Number(given[page] ?? first) - first) * length;
  return items.slice(start, start + length);
}
