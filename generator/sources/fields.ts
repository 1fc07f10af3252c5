import type { FieldFacts } from "./facts.js";
import { limitsOfText, valuesOfText, type Description } from "./limits.js";
import { quote, SourceError, type PagePlace } from "./problems.js";
import type { Row } from "./elements.js";

const SCALARS = ["String", "Integer", "Long", "Double", "Float", "Number", "Boolean", "Object"];
const PLURALS = ["strings", "integers", "longs", "doubles", "floats", "numbers", "booleans", "objects"];
const NAME = /^[A-Za-z_](?:[\w.-]*\w)?$/;

/** Titles inside a description cell of a help-center page. */
const LABELS = ["Definition", "Details", "Constraints", "Range", "Value Range", "Default Value"];

/** Whether a text can be the name of a parameter or field. */
export function isName(text: string): boolean {
  return NAME.test(text) && labelOf(text) === undefined;
}

/** A type cell in its one spelling, "Map<String,X>" without blanks; undefined where the text is no type. */
export function readType(cell: string): string | undefined {
  const type = cell.replaceAll(/\s+/g, " ").trim();
  const map = /^Map<\s*(\w+)\s*,\s*(\w+)\s*>$/.exec(type);
  if (map) return `Map<${map[1] ?? ""},${map[2] ?? ""}>`;
  if (SCALARS.includes(type)) return type;
  const array = /^Array of (\w+)$/.exec(type);
  if (array) return PLURALS.includes(array[1] ?? "") ? type : undefined;
  return /^Array of \w+ objects$|^\w+ object$/.test(type) ? type : undefined;
}

/** The table that a type refers to by name, if any. */
export function referenceOf(type: string): string | undefined {
  const named = /^(?:Array of (\w+) objects|(\w+) object|Map<\w+,(\w+)>)$/.exec(type);
  const name = named?.[1] ?? named?.[2] ?? named?.[3];
  return name === undefined || SCALARS.includes(name) ? undefined : name;
}

/** Reads a row of a parameter or field table. */
export function readField(row: Row, columns: string[], place: PagePlace): FieldFacts {
  const cell = (column: string): string => row.cells[columns.indexOf(column)] ?? "";
  const name = cell("Parameter");
  if (!isName(name)) throw new SourceError(place, row.line, `expected a parameter's name, found ${quote(name)}`);
  const type = readType(cell("Type"));
  if (type === undefined) {
    throw new SourceError(place, row.line, `expected the type of "${name}", found ${quote(cell("Type"))}`);
  }
  const required = columns.includes("Mandatory");
  const description = readDescription(row, required, type, place);
  const limits = limitsOfText(description, type);
  const values = valuesOfText(description, type);
  return {
    name,
    type,
    ...(required ? { mandatory: readMandatory(cell("Mandatory"), name, row.line, place) } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(values.length > 0 ? { values } : {}),
  };
}

function readMandatory(cell: string, name: string, line: number, place: PagePlace): boolean {
  if (cell === "Yes") return true;
  if (cell === "No") return false;
  throw new SourceError(place, line, `expected Yes or No for "${name}" under Mandatory, found ${quote(cell)}`);
}

function labelOf(paragraph: string): string | undefined {
  const text = paragraph.replace(/:$/, "");
  return LABELS.find((label) => label === text);
}

/** The parts of a description cell: labelled ones by their labels, any other is one paragraph. */
function readDescription(row: Row, required: boolean, type: string, place: PagePlace): Description {
  const lost = (problem: string): never => {
    throw new SourceError(place, row.line, `row "${row.cells[0] ?? ""}": ${problem}`);
  };
  const [first, second] = row.description;
  if (first === undefined || first === "") return lost("expected a description, found none");
  if (labelOf(first) === undefined) {
    if (second !== undefined) lost(`expected the next row after its description, found ${quote(second)}`);
    return { text: [first], range: [] };
  }
  const parts = readParts(row.description, lost);
  const style = first.startsWith("Details") ? DETAILS : required ? REQUEST : RESPONSE;
  const found = [...parts.keys()];
  if (found.join() !== style.join()) {
    lost(`expected the parts ${style.join(", ")} in its description, found ${found.join(", ")}`);
  }
  const range = parts.get("Range") ?? parts.get("Value Range") ?? [];
  if (type === "Boolean") requireBoth(range, lost);
  return {
    text: [...(parts.get("Definition") ?? parts.get("Details") ?? []), ...(parts.get("Constraints") ?? [])],
    range: range.filter((text) => !isNothing(text)),
    ...defaultOf(parts.get("Default Value") ?? []),
  };
}

const REQUEST = ["Definition", "Constraints", "Range", "Default Value"];
const RESPONSE = ["Definition", "Range"];
const DETAILS = ["Details", "Constraints", "Value Range"];

function isNothing(text: string): boolean {
  return /^(?:N\/A\.?|None)$/.test(text);
}

function defaultOf(paragraphs: string[]): { defaultValue?: string } {
  const [value] = paragraphs;
  return value === undefined || isNothing(value) ? {} : { defaultValue: value.replace(/[.。]$/, "") };
}

/** A range of a Boolean explains both values or none: one alone means that a line was lost. */
function requireBoth(range: string[], lost: (problem: string) => never): void {
  const explained = ["true", "false"].filter((value) => range.some((text) => text.includes(`${value}:`)));
  if (explained.length === 1) lost(`expected both true and false in its range, found ${explained.join()} alone`);
}

function readParts(paragraphs: string[], lost: (problem: string) => never): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  let current: string[] = [];
  for (const paragraph of paragraphs) {
    const label = labelOf(paragraph);
    if (label === undefined) {
      current.push(paragraph);
      continue;
    }
    if (parts.has(label)) lost(`expected the next row, found "${label}" a second time`);
    current = [];
    parts.set(label, current);
  }
  for (const [label, texts] of parts) if (texts.length === 0) lost(`expected a text under "${label}", found none`);
  return parts;
}
