import { notice } from "../file.js";

/** A drawing, to be written as SVG. Its colours are its own: it reads the same on a light and on a dark page. */
export interface Drawing {
  /** The name of its file, without `.svg`. */
  readonly name: string;
  readonly title: string;
  /** The content in words, for readers who cannot see the drawing. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

export type Tone = "plain" | "good" | "bad" | "pale";

const tones: Readonly<Record<Tone, string>> = {
  plain: 'fill="#e8f0fe" stroke="#1a56b0"',
  good: 'fill="#e3f5e8" stroke="#1b6b35"',
  bad: 'fill="#fdeaea" stroke="#a12622"',
  pale: 'fill="#f4f5f7" stroke="#5b6472"',
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rounded box with a line of text, and a smaller one below it. */
export function box(at: Box, tone: Tone, text: string, note = ""): string {
  const middle = at.x + at.width / 2;
  const base = at.y + at.height / 2 + (note === "" ? 5 : -3);
  const frame = `<rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="8" ${tones[tone]}/>`;
  const below = note === "" ? "" : label(middle, base + 18, note, "middle");
  return `${frame}<text x="${middle}" y="${base}" text-anchor="middle" class="name">${escaped(text)}</text>${below}`;
}

/** A line with an arrowhead at its end. */
export function arrow(...points: ReadonlyArray<readonly [number, number]>): string {
  const path = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(" ");
  return `<path d="${path}" class="line" marker-end="url(#head)"/>`;
}

/** A line of small text. */
export function label(x: number, y: number, text: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" class="note">${escaped(text)}</text>`;
}

/** The drawing as a file. */
export function pageText({ title, alt, width, height, shapes }: Drawing): string {
  return [
    `<!-- ${notice} -->`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">`,
    `  <title id="title">${escaped(title)}</title>`,
    `  <desc id="about">${escaped(alt)}</desc>`,
    "  <style>",
    "    text { font-family: system-ui, sans-serif; fill: #1b1f27 }",
    "    .name { font-size: 15px; font-weight: 600 }",
    "    .note { font-size: 13px }",
    "    .line { fill: none; stroke: #3c4553; stroke-width: 1.5 }",
    "  </style>",
    '  <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">',
    '    <path d="M0 0L8 4L0 8z" fill="#3c4553"/></marker></defs>',
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="#ffffff" stroke="#d5d9e0"/>`,
    ...shapes.map((shape) => `  ${shape}`),
    "</svg>",
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
