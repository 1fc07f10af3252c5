import { isArray, isObject, ownValue, type Json } from "./json.js";

/** Splits a JSON pointer ("/a/b~1c") into its tokens ("a", "b/c"). */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Joins tokens to a JSON pointer. */
export function formatPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escaped(token)}`).join("");
}

/** A large document has a pointer for each of hundreds of thousands of places; hardly any has something to escape. */
function escaped(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** The pointer of a child. */
export function childPointer(pointer: string, ...tokens: ReadonlyArray<string | number>): string {
  let child = pointer;
  for (const token of tokens) child += `/${typeof token === "number" ? token : escaped(token)}`;
  return child;
}

/** The value that the tokens lead to, or undefined. */
export function valueAt(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    if (isArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else if (isObject(value)) value = ownValue(value, token);
    else return undefined;
  }
  return value;
}

/** The pointer that a reference within the document ("#/components/schemas/Job") holds. */
export function pointerOfReference(reference: string): string {
  const fragment = reference.slice(reference.indexOf("#") + 1);
  return fragment.includes("%") ? decodeFragment(fragment) : fragment;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not percent-encoded after all: the text stands for itself.
    return fragment;
  }
}
