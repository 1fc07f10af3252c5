import { portableSha256 } from "../runtime/sha256.js";

/** Ids in the forms that the service uses. They look random and are the same in every run, so that tests can be repeated. */
export class Ids {
  readonly #kind: string;
  #count = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  #hex(): string {
    return portableSha256(`${this.#kind} ${this.#count++}`);
  }

  /** 32 hex digits: tasks, projects, users, templates. */
  plain(): string {
    return this.#hex().slice(0, 32);
  }

  /** Build records, build projects, requests. */
  uuid(): string {
    return this.#hex().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  }

  /** 40 hex digits: commits. */
  commit(): string {
    return this.#hex().slice(0, 40);
  }

  /** 24 hex digits: database entries. */
  entry(): string {
    return this.#hex().slice(0, 24);
  }

  /** An executor's job, such as `j_WfRE6eOY`. */
  execution(): string {
    return `j_${this.#hex().slice(0, 8)}`;
  }

  /** A token: real ones are longer, but as opaque. */
  token(): string {
    return `MIISimulated${this.#hex()}`;
  }
}
