import type { BuildHelpers, BuildReference, BuildTools, HelperOptions } from "./build.js";
import { Client } from "../../runtime/client.js";
import { systemClock } from "../../runtime/clock.js";
import { followLog } from "./log.js";
import type { ClientData } from "../../runtime/data.js";
import type { ClientOptions } from "./options.js";
import { traced } from "../../runtime/trace.js";
import { type BuildOutcome, type WaitOptions, waitForBuild } from "./wait.js";

/** A client that can also wait for a build and follow its log. */
export abstract class BuildClient<BuildRecord = unknown> extends Client {
  readonly #tools: BuildTools;

  constructor(options: ClientOptions, data: ClientData & { readonly helpers: BuildHelpers }) {
    super(options, data);
    this.#tools = {
      clock: options.clock ?? systemClock,
      helpers: data.helpers,
      call: (operation, request, callOptions) => this.call(operation, request, callOptions),
    };
  }

  /**
   * Waits until the build has ended, however it ends: `result` tells how. Survives a poll that fails in passing, and
   * waits up to ten seconds for a build that was just started and is not known yet (then: `NotFoundError`).
   * Rejects with `TimeoutError` when the deadline passes first, and, with `throwOnFailure`, with `BuildFailedError`.
   */
  waitForBuild(build: BuildReference, options: WaitOptions = {}): Promise<BuildOutcome<BuildRecord>> {
    return traced(() => waitForBuild(this.#tools, build, options)) as Promise<BuildOutcome<BuildRecord>>;
  }

  /**
   * The build's log, piece by piece, from its beginning until the build has ended. Ends without a piece when the build was
   * never scheduled, or was stopped before it began. Waits up to ten seconds for a build that is not known yet.
   */
  followLog(build: BuildReference, options: HelperOptions = {}): AsyncIterable<string> {
    return followLog(this.#tools, build, options, new Error());
  }
}
