import { assert } from "chai";
import { CodeArtsBuild, token, type ClientOptions } from "codearts-build";
import type { Answer, Arrived, ContractCase, Report, SimulatorRecord, SimulatorWorld } from "./protocol.js";

/** One test of the suite. It runs in any runtime. */
export interface Test {
  readonly name: string;
  readonly run: (host: HostServer) => Promise<void>;
}

/** Something that not every runtime can do. A run finds out; it does not fail. */
export interface Ability {
  readonly id: string;
  /** Undefined when the runtime can; else what a user sees. */
  readonly probe: (host: HostServer) => Promise<string | undefined>;
}

/** The server in Node that the tests talk to. */
export class HostServer {
  constructor(readonly url: string) {}

  async #ask<T>(action: string, body: unknown = {}): Promise<T> {
    const response = await fetch(`${this.url}/control/${action}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The host failed at ${action}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  cases = (): Promise<ContractCase[]> => this.#ask("cases");
  /** From now on the server answers so, one after the other; the last answer stays. */
  script = (...answers: Answer[]): Promise<void> => this.#ask("script", answers);
  /** What arrived since then. */
  arrived = (): Promise<Arrived[]> => this.#ask("arrived");
  release = (): Promise<void> => this.#ask("release");
  simulator = (): Promise<SimulatorWorld> => this.#ask("simulator");
  fault = (fault: object): Promise<void> => this.#ask("fault", fault);
  record = (): Promise<SimulatorRecord> => this.#ask("record");
  /** An address where nobody listens. */
  dead = (): Promise<string> => this.#ask("dead");
  report = (report: Report): Promise<void> => this.#ask("report", report);

  /** A client of the server, with a token. */
  client(options: Partial<ClientOptions> = {}): CodeArtsBuild {
    return new CodeArtsBuild({ baseUrl: this.url, iamUrl: this.url, credentials: token("a-token"), ...options });
  }
}

/** A clock on which waits of less than `longest` take no time; longer ones never end. */
export function skippingClock(longest = 60_000) {
  const waits: number[] = [];
  let now = Date.parse("2026-01-02T03:04:05Z");
  return {
    waits,
    now: () => now,
    monotonic: () => now,
    setTimer(task: () => void, milliseconds: number): () => void {
      if (milliseconds >= longest) return () => undefined;
      waits.push(milliseconds);
      const timer = setTimeout(() => {
        now += milliseconds;
        task();
      });
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** Holds two values against each other, by what they contain. */
export function equal(actual: unknown, expected: unknown): void {
  assert.deepEqual(actual, expected);
}

/** What the promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("The promise was fulfilled.");
}

/** Waits until the condition holds. */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain until ${what}.`);
}
