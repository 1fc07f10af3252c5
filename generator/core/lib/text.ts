/** Words that TypeScript does not take as the name of a constant or a parameter. */
const reservedWords = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "globalThis public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

const plainName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Escape 1: a name for a declaration. Characters that no name can hold part it into words, of which all but the first
 * begin with a capital; a reserved word gets a closing underscore.
 */
export function identifier(text: string): string {
  const name = plainName.test(text) ? text : joinWords(text);
  const begun = /^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`;
  return reservedWords.has(begun) ? `${begun}_` : begun;
}

function joinWords(text: string): string {
  const words = text.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== "");
  return words.map((word, index) => (index === 0 ? word : capitalized(word))).join("");
}

/** The text with its first letter as a capital. */
export function capitalized(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/**
 * Escape 2: a key in a type or an object. `__proto__` is computed, since it would otherwise set the prototype of an
 * object literal instead of naming a property.
 */
export function propertyKey(text: string): string {
  if (text === "__proto__") return '["__proto__"]';
  return plainName.test(text) ? text : JSON.stringify(text);
}

/** Escape 3: text in a comment. It can neither end the comment nor begin a tag of its own. */
export function comment(text: string): string {
  // Most texts are short and hold nothing of the kind.
  if (!/[\r\u2028\u2029@]|\*\/|[ \t]$/m.test(text)) return text.trim();
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("*/", "*\\/")
    .replace(/^([ \t]*)@/gm, "$1\\@")
    .replace(/[ \t]+$/gm, "")
    .trim();
}

/**
 * A path as it is sent, without its fragment: documents use fragments to tell operations of one path apart, and the
 * query would be lost behind it.
 */
export function sentPath(path: string): string {
  return path.replace(/#.*$/s, "");
}
