import type { Log } from "../../../core/model/types.js";
import { arrow, box, label, type Drawing } from "../../../core/emit/docs/drawing.js";

/** How the pieces of a growing log follow each other. */
export function logDrawing({ offset, next, more }: Log): Drawing {
  const nextName = next.split("/").at(-1) ?? next;
  const moreName = more.split("/").at(-1) ?? more;
  const piece = (x: number, text: string, note: string, tone: "plain" | "pale" | "good"): string =>
    box({ x, y: 70, width: 200, height: 56 }, tone, text, note);
  return {
    name: "log",
    title: "Reading a log that grows",
    alt:
      `The first request sends ${offset} 0. Each response tells in ${nextName} where the next request goes on. An empty ` +
      `piece while ${moreName} is true means: ask again later with the same ${offset}. When ${moreName} is false, the log is whole.`,
    width: 720,
    height: 232,
    shapes: [
      label(24, 32, `request: ${offset} = 0`),
      arrow([60, 40], [60, 67]),
      piece(24, "first piece", `${moreName}: true`, "plain"),
      label(250, 32, `request: ${offset} = 1200`),
      arrow([286, 40], [286, 67]),
      piece(250, "empty piece", `${moreName}: true`, "pale"),
      label(476, 32, `request: ${offset} = 1200`),
      arrow([512, 40], [512, 67]),
      piece(476, "last piece", `${moreName}: false`, "good"),
      arrow([124, 126], [124, 160], [236, 160], [236, 28], [246, 28]),
      label(24, 186, `response: ${nextName} = 1200`),
      arrow([350, 126], [350, 160], [462, 160], [462, 28], [472, 28]),
      label(250, 186, "nothing new yet: ask again later"),
      label(476, 186, "the log is whole"),
      label(24, 214, `Every request sends the ${nextName} of the last response.`),
    ],
  };
}
