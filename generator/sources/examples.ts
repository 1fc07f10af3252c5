import type { ExampleFacts } from "./facts.js";
import { quote, SourceError, type PagePlace } from "./problems.js";
import type { Element, Line } from "./elements.js";

const REQUEST_LINE = /^(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(https?:\S*)$/;

interface Block {
  code: boolean;
  lines: Line[];
}

/** The example exchanges' requests: a request line each, and the body that follows it. */
export function readRequests(elements: Element[], place: PagePlace): ExampleFacts[] {
  const examples: Array<{ method: string; url: string; body: Line[] }> = [];
  for (const block of blocksOf(linesIn(elements, place), place)) {
    if (!block.code) continue;
    const request = readRequestLine(block.lines);
    if (request) {
      examples.push(request);
      continue;
    }
    const current = examples.at(-1);
    if (!current) throw lost(block, "expected a request line before a body", place);
    current.body.push(...block.lines);
  }
  return examples.map(({ method, url, body }) => ({ of: "request", method, url, ...readExampleBody(body, place) }));
}

/** The example answers, each under its status; none where the document says so. */
export function readExampleResponses(elements: Element[], heading: number, place: PagePlace): ExampleFacts[] {
  const words = elements.flatMap((element) => (element.kind === "text" ? element.text.trim() : [])).filter(Boolean);
  if (words.join() === "None") return [];
  const statuses = elements.filter((element) => element.kind === "status");
  const [early] = elements.filter((element) => element.kind !== "text" || element.text.trim() !== "");
  if (early?.kind !== "status") {
    throw new SourceError(place, early?.line ?? heading, `expected "None" or a status under "Example Responses"`);
  }
  return statuses.map((status, index) => {
    const from = elements.indexOf(status) + 1;
    const next = statuses[index + 1];
    const own = elements.slice(from, next ? elements.indexOf(next) : undefined);
    const code = blocksOf(linesIn(own, place), place).filter((block) => block.code);
    const body = code.flatMap((block) => block.lines);
    if (body.length === 0) throw new SourceError(place, status.line, `expected a body after status ${status.status}`);
    return { of: status.status, ...readExampleBody(body, place) };
  });
}

function linesIn(elements: Element[], place: PagePlace): Line[] {
  return elements.map((element) => {
    if (element.kind === "text") return { number: element.line, text: element.text };
    throw new SourceError(place, element.line, `expected example code, found a ${element.kind}`);
  });
}

function lost(block: Block, problem: string, place: PagePlace): SourceError {
  const [line] = block.lines;
  return new SourceError(place, line?.number ?? 0, `${problem}, found ${quote(line?.text ?? "")}`);
}

/**
 * Cuts lines into blocks: what stands between fences is code; outside of them, a run of lines is code when it starts
 * like a request or like JSON (pages have no fences, and the PDF loses some).
 */
export function blocksOf(lines: Line[], place: PagePlace): Block[] {
  const blocks: Block[] = [];
  let fence: Line | undefined;
  let current: Line[] = [];
  const close = (): void => {
    const [start] = current;
    if (start) blocks.push({ code: fence !== undefined || looksLikeCode(start.text), lines: current });
    current = [];
  };
  for (const line of lines) {
    const isFence = line.text.trim().startsWith("```");
    if (isFence || (line.text.trim() === "" && !fence)) close();
    if (isFence) fence = fence ? undefined : line;
    else if (line.text.trim() !== "") current.push(line);
  }
  if (fence) throw new SourceError(place, fence.number, "expected the end of the code that starts here, found none");
  close();
  return blocks;
}

function looksLikeCode(text: string): boolean {
  return REQUEST_LINE.test(text.trim()) || /^\s*[{}[\]"]/.test(text);
}

/** A request line at the start of a block, joined where it was wrapped; the rest of the block is the body. */
export function readRequestLine(lines: Line[]): { method: string; url: string; body: Line[] } | undefined {
  const [start, ...rest] = lines;
  const match = REQUEST_LINE.exec(start?.text.trim() ?? "");
  if (!match) return undefined;
  const from = rest.findIndex((line) => /^\s*(?:\{\s*(?:"|\}|$)|\[)/.test(line.text));
  const wrapped = from < 0 ? rest : rest.slice(0, from);
  const url = [match[2] ?? "", ...wrapped.map((line) => line.text.trim())].join("");
  return { method: match[1] ?? "", url, body: from < 0 ? [] : rest.slice(from) };
}

/** A body as JSON, or as its keys and values in reading order where the printed brackets do not match. */
export function readExampleBody(lines: Line[], place: PagePlace): Pick<ExampleFacts, "body" | "broken"> {
  const [start] = lines;
  if (!start) return {};
  const text = unwrap(lines.map((line) => line.text).join("\n"));
  try {
    return { body: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { broken: { tokens: readTokens(text, start.number, place) } };
  }
}

/** Takes out the line breaks that the page's width put inside strings. */
function unwrap(text: string): string {
  const characters = Array.from(text);
  let inString = false;
  let escaped = false;
  let result = "";
  for (const [index, character] of characters.entries()) {
    if (inString && character === "\n") {
      const next = characters[index + 1] ?? "";
      // A backslash before the break is half an escape, or, where a whole one follows, the page's mark for the break.
      if (!escaped) result += blankAt(result, next);
      else if (next === "\\") result = result.slice(0, -1);
      escaped &&= next !== "\\";
      continue;
    }
    if (character === '"' && !escaped) inString = !inString;
    escaped = inString && character === "\\" && !escaped;
    result += character;
  }
  return result;
}

/** A line is broken at a blank, which is lost, or before an escape or an offset of the time ("GMT" "+08:00"). */
function blankAt(before: string, next: string): string {
  return /\s$/.test(before) || /[\s\\+]/.test(next) ? "" : " ";
}

type Scalar = string | number | boolean | null;
type Token = [key: string, value: Scalar];

const LEXEME = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|[{}[\],\s]/y;

/** Keys and scalar values in reading order, brackets ignored. The values of an array have the array's key. */
function readTokens(text: string, line: number, place: PagePlace): Token[] {
  const tokens: Token[] = [];
  let key = "";
  LEXEME.lastIndex = 0;
  while (LEXEME.lastIndex < text.length) {
    const at = LEXEME.lastIndex;
    const match = LEXEME.exec(text);
    if (!match)
      throw new SourceError(place, line, `expected JSON in the example, found ${quote(text.slice(at, at + 60))}`);
    const [, string, colon, literal] = match;
    if (string !== undefined && colon !== undefined) key = parseScalar(string, line, place) as string;
    else if (string !== undefined || literal !== undefined) {
      tokens.push([key, parseScalar(string ?? literal ?? "", line, place)]);
    }
  }
  if (tokens.length === 0) throw new SourceError(place, line, "expected keys and values in the example, found none");
  return tokens;
}

function parseScalar(text: string, line: number, place: PagePlace): Scalar {
  try {
    return JSON.parse(text) as Scalar;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SourceError(place, line, `expected a JSON string in the example, found ${quote(text)}`);
  }
}
