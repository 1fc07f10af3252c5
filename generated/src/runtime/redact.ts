// Hides secrets in texts, in every form in which they can be written.
/**
 * A shorter secret is hidden only where it stands alone: within ordinary words, hiding it would make the message
 * unreadable.
 */
const SHORTEST_SECRET = 4;

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The names that HTML has for characters. */
const NAMES: Readonly<Record<string, string>> = { '"': "quot", "&": "amp", "'": "apos", "<": "lt", ">": "gt" };

/** The one in sha256.ts would bring that file into programs that sign nothing. */
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** A number in base 16, in any letter case. */
function hex(value: number, digits = 1): string {
  return value
    .toString(16)
    .padStart(digits, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** The character that a backslash and a letter stand for in JSON, or nothing. */
const letterOf = (character: string): string | undefined => /^"\\([bfnrt])"$/.exec(JSON.stringify(character))?.[1];

/**
 * Two patterns for the backslashes that JSON writes before a character: for any number of them, and for at least one. At the
 * beginning of a secret, a match does not begin in the middle of a row of backslashes: trying each of them would take time
 * that grows with the square of the row. After a backslash of the secret itself, that pattern has taken the row already.
 */
function escapes(before: string | undefined): readonly [string, string] {
  if (before === undefined) return [String.raw`(?<!\\)\\*`, String.raw`(?<!\\)\\+`];
  return before.startsWith("\\") ? ["", String.raw`\\*`] : [String.raw`\\*`, String.raw`\\+`];
}

/** A row of backslashes, however long: its length depends on how often the text was written as JSON. */
function backslashes({ length }: string, index: number): string {
  const run = String.raw`(?<!\\)(?=(?<run${index}>\\+))\k<run${index}>`;
  const others = [String.raw`(?<!\\)\\+u005[cC]`, "%(?:25)*5[cC]", "&#(?:92|[xX]5[cC]);"].map(
    (one) => `(?:${one}){${length}}`,
  );
  return `(?:${[...others, run].join("|")})`;
}

/** A pattern for a character as it is, and as JSON, a query, a form and HTML write it. */
function characterPattern(character: string, index: number, all: readonly string[]): string {
  if (/\w/.test(character)) return character;
  if (character.startsWith("\\")) return backslashes(character, index);
  const [any, some] = escapes(all[index - 1]);
  const letter = letterOf(character);
  const code = character.codePointAt(0) ?? 0;
  const forms = [
    `${/["/]/.test(character) ? any : ""}${literal(character)}`,
    ...(letter ? [some + letter] : []),
    character
      .split("")
      .map((unit, at) => `${at ? String.raw`\\+` : some}u${hex(unit.charCodeAt(0), 4)}`)
      .join(""),
    Array.from(toBytes(character), (byte) => `%(?:25)*${hex(byte, 2)}`).join(""),
    `&#(?:0*${code}|[xX]0*${hex(code)});`,
    ...(NAMES[character] ? [`&${NAMES[character]};`] : []),
    ...(character === " " ? [String.raw`\+`] : []),
  ];
  return `(?:${forms.join("|")})`;
}

/** The secret within a text in base64: there are three ways in which its bits can be split. */
function base64Patterns(secret: string): string[] {
  const bits = Array.from(toBytes(secret), (byte) => byte.toString(2).padStart(8, "0")).join("");
  return [0, 2, 4].map((skipped) => {
    const digits = bits.slice(skipped).match(/.{6}/g) ?? [];
    const text = digits.map((digit) => BASE64[parseInt(digit, 2)]).join("");
    return text.replaceAll("+", "(?:[+-]|%2[bB])").replaceAll("/", String.raw`(?:\\?/|_|%2[fF])`);
  });
}

/** Matches a secret, however it is written. */
function patternOf(secret: string): RegExp {
  const pattern = (secret.match(/\\+|[^\\]/gu) ?? []).map(characterPattern).join("");
  if (secret.length < SHORTEST_SECRET) return new RegExp(String.raw`(?<!\w)${pattern}(?!\w)`, "g");
  return new RegExp([pattern, ...base64Patterns(secret)].join("|"), "g");
}

/** The patterns of the last secrets: keys and tokens stay the same from call to call. */
const patterns = new Map<string, RegExp>();

/** The text without the secret. No form of it is shorter than itself. */
function hide(text: string, secret: string): string {
  if (!secret || text.length < secret.length) return text;
  const pattern = patterns.get(secret) ?? patternOf(secret);
  if (patterns.size > 20) patterns.clear();
  patterns.set(secret, pattern);
  return text.replace(pattern, "***");
}

/** The text without the secrets. */
export function scrub<T extends string | undefined>(text: T, secrets: readonly string[]): T {
  return (text && secrets.reduce<string>(hide, text)) as T;
}

/** The texts without the secrets. */
export function scrubAll<T extends object>(texts: T, secrets: readonly string[]): T {
  const clean = Object.entries(texts).map(([name, text]) => [name, scrub(text as string | undefined, secrets)]);
  return Object.fromEntries(clean) as T;
}

/** Every text that can be seen when the error is printed. */
function visibleText(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null || depth === 0) return String(value);
  const names = Object.getOwnPropertyNames(value);
  return names.map((name) => `${name} ${visibleText(Reflect.get(value, name), depth - 1)}`).join("\n");
}

/** The error that `fetch` threw, unless it shows a secret: then only its scrubbed message. */
export function scrubCause(cause: unknown, secrets: readonly string[]): unknown {
  const text = visibleText(cause, 4);
  return scrub(text, secrets) === text ? cause : new Error(scrub(String(cause), secrets));
}
