import type { Json } from "../lib/json.js";
import { comment } from "../lib/text.js";
import type { Argument, Schema, TimeRule } from "../model/types.js";
import { limitSentence, sentence, textCode } from "./words.js";

/** What is said about a value in addition to its schema. */
export interface Said {
  readonly description: string;
  readonly deprecated: boolean;
  readonly examples: readonly Json[];
}

/** What an editor shows of a field: description, limits, known values, default, examples. */
export function fieldDoc(schema: Schema, said: Partial<Said> = {}): string {
  const {
    description = schema.description,
    deprecated = schema.deprecated === true,
    examples = schema.examples,
  } = said;
  const known = (schema.known ?? []).map(
    ({ value, meaning }) => `- ${textCode(value)}${meaning === "" ? "" : `: ${meaning}`}`,
  );
  const text = withLimits(description, schema);
  const tags = [
    ...(schema.default === undefined ? [] : [`@default ${inTag(schema.default)}`]),
    ...examples.slice(0, 1).map((example) => `@example ${inTag(example)}`),
    ...(deprecated ? ["@deprecated"] : []),
  ];
  return joinDoc([comment(text), known.map(comment).join("\n")], tags);
}

/** A description followed by the limits. A format that the description names is not repeated. */
export function withLimits(description: string, schema: Schema): string {
  const named = description.includes(dateForms[schema.format ?? ""] ?? "\u0000");
  const limits = limitSentence(schema, named);
  const text = sentence(description);
  return text !== "" && limits !== "" ? `${text} ${limits}` : text + limits;
}

const dateForms: Readonly<Record<string, string>> = { date: "yyyy-MM-dd", "date-time": "RFC 3339" };

/** What is said of an argument: its description, and how the rules for times bind it. */
export function argumentText({ name, description }: Argument, rules: readonly TimeRule[]): string {
  const about = rules.filter(({ start, end }) => start === name || end === name);
  const times = about.map(({ start, end, format, maximumDays }) => {
    const written = `A \`Date\` is sent as \`${format}\`.`;
    if (maximumDays === undefined || end !== name) return written;
    return `At most ${maximumDays} day${maximumDays === 1 ? "" : "s"} after \`${start}\`. ${written}`;
  });
  return [sentence(description), ...times].filter((part) => part !== "").join(" ");
}

/** Joins paragraphs, an empty line apart, and the tags below them. Long lines are broken. */
export function joinDoc(paragraphs: readonly string[], tags: readonly string[]): string {
  const full = [...paragraphs.map(wrap), tags.join("\n")].filter((part) => part !== "");
  return full.join("\n\n");
}

/** How wide the text of a comment may be. */
const width = 110;

/** Breaks long lines, but not before a word that Markdown or an editor would take for a mark at the start of a line. */
export function wrap(text: string): string {
  if (text.length <= width) return text;
  return text
    .split("\n")
    .map((line) => {
      const lines: string[] = [];
      let current = "";
      for (const word of line.split(" ")) {
        const fits = `${current} ${word}`.length <= width || /^([-+*>#@|=~]|\d+[.)])/.test(word);
        if (current !== "" && !fits) lines.push(current);
        current = current === "" || !fits ? word : `${current} ${word}`;
      }
      return [...lines, current].join("\n");
    })
    .join("\n");
}

function inTag(value: unknown): string {
  return comment(JSON.stringify(value)).replaceAll("\n", " ");
}
