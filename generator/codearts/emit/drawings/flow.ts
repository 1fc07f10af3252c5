import { arrow, box, label, type Drawing } from "../../../core/emit/docs/drawing.js";

/** What the edges of a build's graph mean. */
export function flowDrawing(): Drawing {
  return {
    name: "flow",
    title: "The graph of a build that consists of others",
    alt:
      "Three sub-builds: package waits for compile and for test. Each edge leads from the sub-build that waits to the one " +
      "that it waits for; compile and test wait for nothing and run side by side.",
    width: 720,
    height: 220,
    shapes: [
      box({ x: 40, y: 84, width: 180, height: 56 }, "plain", "package", "runs last"),
      box({ x: 480, y: 34, width: 180, height: 56 }, "good", "compile", "runs at once"),
      box({ x: 480, y: 134, width: 180, height: 56 }, "good", "test", "runs at once"),
      arrow([220, 104], [477, 62]),
      arrow([220, 120], [477, 162]),
      label(290, 74, "from: package, to: compile", "middle"),
      label(290, 160, "from: package, to: test", "middle"),
      label(40, 40, "An edge leads from what waits"),
      label(40, 60, "to what it waits for."),
    ],
  };
}
