import { type BuildReference, type BuildResult, type BuildTools, BuildWatch, type HelperOptions } from "./build.js";
import type { Descriptor } from "../../runtime/descriptor.js";
import { BuildFailedError } from "./errors.js";
import { isContainer, pointTo, words } from "../../runtime/pointer.js";

/** An action of a build. */
export interface CurrentStep {
  readonly name: string;
  /** `running`, `success`, `error`, or empty while it has not begun. */
  readonly status: string;
}

/** What `onProgress` is told at each poll. */
export interface BuildProgress {
  /** As the service calls it; `(none)` where it says nothing. */
  readonly state: string;
  /** Milliseconds since the wait began; setting the machine's clock does not change them. */
  readonly elapsed: number;
  /** The action that runs, or the last one that ran; undefined where the service does not tell. */
  readonly step: CurrentStep | undefined;
}

export interface WaitOptions extends HelperOptions {
  /** Called at each poll. */
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Reject with `BuildFailedError` unless the build succeeds. */
  readonly throwOnFailure?: boolean | undefined;
}

/** How a build ended, and what was known about it then. */
export interface BuildOutcome<BuildRecord = unknown> {
  readonly result: BuildResult;
  /** As the service calls it. */
  readonly state: string;
  /** Milliseconds since the wait began; setting the machine's clock does not change them. */
  readonly elapsed: number;
  /** The last answer about it. */
  readonly record: BuildRecord;
}

/** The action that runs, else the last one that has begun. */
function currentStep(details: unknown, { steps }: Descriptor): CurrentStep | undefined {
  const list = pointTo(details, steps?.list);
  const begun = (Array.isArray(list) ? list : []).filter(isContainer).filter((step) => words(step.status));
  const step = begun.find(({ status }) => status === "running") ?? begun.at(-1);
  return step && { name: words(step.name) ?? "", status: words(step.status) ?? "" };
}

/** Polls the build's record until its state says that the build has ended. */
export async function waitForBuild(
  tools: BuildTools,
  build: BuildReference,
  { onProgress, throwOnFailure, ...options }: WaitOptions,
): Promise<BuildOutcome> {
  const watch = new BuildWatch("waitForBuild", tools, build, options);
  const { helpers } = tools;
  try {
    for (let turn = 0; ; turn++) {
      watch.deadline.signal.throwIfAborted();
      const seen = await watch.survive(watch.look());
      const { elapsed } = watch;
      if (seen) {
        // Progress is worth a request, but must not make the wait fail.
        const details = onProgress && (await watch.call(helpers.steps).catch(() => undefined));
        const { result, state, record } = seen;
        onProgress?.({ state, elapsed, step: currentStep(details, helpers.steps) });
        if (result && result !== "success" && throwOnFailure) {
          throw new BuildFailedError(`${watch.name} ended as ${state} (${result}).`, {
            result,
            state,
            elapsed,
            record,
          });
        }
        if (result) return { result, state, elapsed, record };
      }
      await watch.pause(turn, 2_000, 15_000);
    }
  } finally {
    watch.deadline.close();
  }
}
