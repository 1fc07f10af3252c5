import type { PrintedLimits } from "./facts.js";

/** A description cell, cut into what it defines, its range, and its default. */
export interface Description {
  text: string[];
  range: string[];
  defaultValue?: string;
}

const NUMBER = String.raw`(-?\d{1,3}(?:,\d{3})+|-?\d+)`;

interface Rule {
  wording: RegExp;
  read: (match: RegExpExecArray) => PrintedLimits;
}

const first = (match: RegExpExecArray): number => toNumber(match[1] ?? "");
const minimum = (match: RegExpExecArray): PrintedLimits => ({ minimum: first(match) });
const maximum = (match: RegExpExecArray): PrintedLimits => ({ maximum: first(match) });

/** One rule a wording; each is tried on each paragraph. */
const RULES: Rule[] = [
  { wording: new RegExp(`greater than or equal to ${NUMBER}`, "i"), read: minimum },
  { wording: new RegExp(`\\b${NUMBER} or (?:greater|more)\\b`, "i"), read: minimum },
  { wording: new RegExp(`\\bstarts at ${NUMBER}`, "i"), read: minimum },
  { wording: new RegExp(`\\bincreases from ${NUMBER} by\\b`, "i"), read: minimum },
  { wording: /\bis a positive integer\b/, read: () => ({ minimum: 1 }) },
  { wording: new RegExp(`less than or equal to ${NUMBER}`, "i"), read: maximum },
  { wording: new RegExp(`no more than ${NUMBER}`, "i"), read: maximum },
  { wording: new RegExp(`\\b${NUMBER} or (?:less|fewer)\\b`, "i"), read: maximum },
  { wording: new RegExp(`cannot exceed ${NUMBER} days`, "i"), read: (match) => ({ maximumDays: first(match) }) },
  { wording: new RegExp(`cannot exceed ${NUMBER} characters`, "i"), read: (match) => ({ maxLength: first(match) }) },
  { wording: new RegExp(`Max\\. ${NUMBER} characters`, "i"), read: (match) => ({ maxLength: first(match) }) },
  { wording: /\byyyy-MM-dd HH:mm:ss\b/, read: () => ({ timeFormat: "local-date-time" }) },
  { wording: /\bYYYY-MM-DD\b(?! ?HH)/, read: () => ({ timeFormat: "date" }) },
  // The same in the vendor's Chinese pages.
  { wording: new RegExp(`(?:大于(?:或)?等于|不小于|最小值(?:为|：)?)\\s*${NUMBER}`), read: minimum },
  { wording: new RegExp(`从\\s*${NUMBER}\\s*开始`), read: minimum },
  { wording: /正整数/, read: () => ({ minimum: 1 }) },
  { wording: new RegExp(`(?:小于(?:或)?等于|不大于|最大值(?:为|：)?)\\s*${NUMBER}`), read: maximum },
  { wording: new RegExp(`不(?:能|可)?超过\\s*${NUMBER}(?!\\s*(?:个?字符|天|位|\\d))`), read: maximum },
  { wording: new RegExp(`不(?:能|可)?超过\\s*${NUMBER}\\s*天`), read: (match) => ({ maximumDays: first(match) }) },
  {
    wording: new RegExp(`(?:不(?:能|可)?超过|最长|最大长度(?:为)?)\\s*${NUMBER}\\s*个?字符`),
    read: (match) => ({ maxLength: first(match) }),
  },
  {
    wording: /不(?:能|可|允许)使用(?:以下|下列)(?:字段|名称|值)\s*[:：]\s*([^。]+)/,
    read: (match) => ({ forbidden: splitList(match[1] ?? "") }),
  },
  {
    wording: /Do not use the following (?:fields|names|values): ([^.]+)/,
    read: (match) => ({ forbidden: splitList(match[1] ?? "") }),
  },
];

const NUMERIC = /^(?:Integer|Long|Double|Float|Number)$/;

/** What a description limits a value to, in OpenAPI's terms and in the order of the type. */
export function limitsOfText(description: Description, type: string): PrintedLimits {
  const texts = [...description.text, ...description.range];
  const found: PrintedLimits = {};
  for (const text of texts) {
    for (const { wording, read } of RULES) {
      const match = wording.exec(text);
      if (match) Object.assign(found, read(match));
    }
  }
  const interval = new RegExp(`^${NUMBER} ?[–~～-] ?${NUMBER}[.。]?$`).exec(description.range.join(" "));
  if (interval) Object.assign(found, { minimum: first(interval), maximum: toNumber(interval[2] ?? "") });
  Object.assign(found, characters(texts, found.maxLength));
  const value = description.defaultValue ?? defaultIn(texts);
  if (value !== undefined) found.default = typed(value, type);
  return inOrder(found);
}

const ORDER: ReadonlyArray<keyof PrintedLimits> = [
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "timeFormat",
  "maximumDays",
  "forbidden",
  "default",
];

function inOrder(limits: PrintedLimits): PrintedLimits {
  return Object.fromEntries(ORDER.filter((key) => key in limits).map((key) => [key, limits[key]]));
}

function toNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Character classes and an exact length, as a pattern; an exact length alone, as both lengths. */
function characters(texts: string[], maxLength: number | undefined): PrintedLimits {
  const sentences = texts
    .flatMap((text) => text.split(/(?<=\.)\s+|(?<=。)\s*/))
    .filter((text) => !/\bnot\b|不(?:能|可|允许)使用|不支持/.test(text));
  const length = sentences
    .map((text) =>
      /\b(\d+)(?:-character string| characters long| (?=(?:lowercase letters|letters|digits)\b))|(\d+)\s*位(?:.*(?:字母|数字)|字符)/.exec(
        text,
      ),
    )
    .find((match) => match !== null);
  const only = sentences.some((text) => /\bonly\b.*\b(?:letters|digits)\b|[仅只].*(?:字母|数字)/i.test(text));
  const known = (word: RegExp): boolean => sentences.some((text) => word.test(text));
  const classes = [
    known(/\bdigits\b|数字/) ? "0-9" : "",
    known(/(?<!lowercase )\bletters\b|(?<!小写|小写英文)字母|大小写/) ? "A-Z" : "",
    known(/\bletters\b|字母/) ? "a-z" : "",
    known(/\bunderscores\b|下划线/) ? "_" : "",
    known(/\bhyphens\b|中划线|连字符/) ? "-" : "",
  ].join("");
  if (length) {
    const exact = Number(length[1] ?? length[2]);
    return classes === "" ? { minLength: exact, maxLength: exact } : { pattern: `^[${classes}]{${exact}}$` };
  }
  return (only || maxLength !== undefined) && classes !== "" ? { pattern: `^[${classes}]*$` } : {};
}

/** A default that always holds. One that holds "for a user-defined template" only is not a default of the field. */
function defaultIn(texts: string[]): string | undefined {
  for (const text of texts) {
    const match = new RegExp(`(?:^|\\. )The default value is (${NUMBER}(?![\\w.]*\\w)|[\\w.:/-]*\\w)`).exec(text);
    const chinese = /(?:^|[。；;]\s*)(?:默认值|缺省值)(?:为|是|：)\s*([\w.:/-]*\w)/.exec(text);
    const value = match?.[1] ?? chinese?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

function typed(value: string, type: string): string | number | boolean {
  if (NUMERIC.test(type)) return toNumber(value);
  if (type === "Boolean") return value === "true";
  return value;
}

const WORD = String.raw`[\w.-]*\w`;
const LIST = String.raw`(${WORD}(?:\s*,\s*(?:(?:and|or)\s+)?${WORD}|\s+(?:and|or)\s+${WORD}|\s*[、，和或]\s*${WORD})+)`;
/** After the list the sentence ends or says what the values are for: else its items are phrases, not values. */
const AFTER = String.raw`(?=\s*(?:[.,;]|$|to\b))`;
const LISTED = new RegExp(`(?:\\b(?:can|may|must) be|\\bsuch as|^Enter) ${LIST}${AFTER}`);
const WHOLE = new RegExp(`^${LIST}[.。]?$`);

/** The values that a description lists; none for a Boolean, whose values are known. */
export function valuesOfText(description: Description, type: string): string[] {
  if (type === "Boolean") return [];
  const explained = description.range.map((text) => new RegExp(`^[•●]?\\s*(${WORD}): \\S`).exec(text)?.[1]);
  if (explained.length > 0 && explained.every((value) => value !== undefined)) return explained;
  const range = /\bor (?:less|fewer|more|greater)\b/.test(description.range.join(" "))
    ? null
    : WHOLE.exec(description.range.join(" "));
  if (range) return splitList(range[1] ?? "");
  for (const text of description.text) {
    const match = LISTED.exec(text);
    if (match) return [...splitList(match[1] ?? ""), ...(/\bvalue is an empty string\b/.test(text) ? [""] : [])];
  }
  return [];
}

function splitList(list: string): string[] {
  return list
    .split(/\s*[,，、]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*[和或]\s*/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
