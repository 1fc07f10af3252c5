import type { Wait } from "../../../core/model/types.js";
import { arrow, box, label, type Drawing, type Tone } from "../../../core/emit/docs/drawing.js";

const words: Readonly<Record<string, { readonly tone: Tone; readonly note: string }>> = {
  success: { tone: "good", note: "it succeeded" },
  failure: { tone: "bad", note: "it failed" },
  aborted: { tone: "pale", note: "it was stopped" },
  "never-scheduled": { tone: "bad", note: "no executor took it" },
};

/** How a build goes from its start to one of its final states. */
export function statesDrawing({ outcomes }: Wait): Drawing {
  const finals = Object.entries(outcomes);
  const step = 62;
  const height = Math.max(170, 40 + finals.length * step);
  const middle = height / 2;
  // A build ends while it runs; one that is never scheduled ends while it waits.
  const running = finals.filter(([, outcome]) => outcome !== "never-scheduled");
  const ordered = [...running, ...finals.filter(([, outcome]) => outcome === "never-scheduled")];
  const shapes = ordered.flatMap(([state, outcome], index) => {
    const { tone, note } = words[outcome] ?? { tone: "pale" as const, note: outcome };
    const y = 24 + index * step;
    const end = y + 24;
    const line =
      outcome === "never-scheduled"
        ? arrow([185, middle + 26], [185, end], [468, end])
        : arrow([395, middle], [430, middle], [430, end], [468, end]);
    return [line, box({ x: 470, y, width: 226, height: 48 }, tone, state, note)];
  });
  return {
    name: "states",
    title: "The states of a build",
    alt:
      "A build waits for an executor, then runs, then ends. Its final states are " +
      `${finals.map(([state, outcome]) => `${state} (${words[outcome]?.note ?? outcome})`).join(", ")}. ` +
      "Any other state means that it goes on.",
    width: 720,
    height,
    shapes: [
      label(24, middle + 5, "runJob"),
      arrow([76, middle], [108, middle]),
      box({ x: 110, y: middle - 26, width: 120, height: 52 }, "plain", "waiting", "ask again"),
      arrow([230, middle], [273, middle]),
      box({ x: 275, y: middle - 26, width: 120, height: 52 }, "plain", "running", "ask again"),
      ...shapes,
    ],
  };
}
