// A copy of the document in the form that openapi-typescript understands.
import { isArray, isObject, listOf, setOwn, textOf, without, type Json, type JsonObject } from "../lib/json.js";
import { referredValue } from "../lib/reference.js";
import { holdsNames, restricts } from "../lib/keywords.js";
import { childPointer } from "../lib/pointer.js";

/**
 * A copy of the document in the words that openapi-typescript understands: discriminators map to references,
 * references lead to components and stand alone, bytes are text, and what has items is a list.
 */
export function copyForLibrary(document: JsonObject): Json {
  return copyOf(document, document, []);
}

/** `via` holds the references that were followed, to stop one that never ends. */
function copyOf(value: Json, document: JsonObject, via: readonly string[], isMap = false): Json {
  if (isArray(value)) return value.map((member) => copyOf(member, document, via));
  if (!isObject(value)) return value;
  const reference = textOf(value.$ref);
  if (reference !== undefined && leadsInside(reference) && !via.includes(reference)) {
    return copyOf(inPlace(value, reference, document), document, [...via, reference]);
  }
  const copy: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if ((typeof member !== "object" || member === null) && name !== "__proto__") {
      copy[name] = member;
      continue;
    }
    const copied = copyOf(member, document, via, !isMap && holdsNames(name));
    const made = name === "discriminator" ? withReferences(copied) : copied;
    if (name === "__proto__") setOwn(copy, name, made);
    else copy[name] = made;
  }
  if (reference !== undefined && besideReference.some((keyword) => typeof copy[keyword] === "object")) {
    const { $ref = reference, allOf = [], ...rest } = copy;
    return { ...rest, allOf: [{ $ref }, ...listOf(allOf)] };
  }
  const type = isMap || copy.type !== undefined ? undefined : impliedType(value);
  if (type !== undefined) copy.type = type;
  return copy;
}

/** The library takes what has no type for anything. Bytes have none that were upgraded from OpenAPI 3.0. */
function impliedType({ contentMediaType, contentEncoding, items }: JsonObject): string | undefined {
  if (typeof contentMediaType === "string" || typeof contentEncoding === "string") return "string";
  return isObject(items) ? "array" : undefined;
}

/** What the library does not see beside a reference, but in an `allOf` with it. */
const besideReference = ["properties", "required", "additionalProperties", "enum", "allOf", "anyOf", "oneOf"];

/**
 * True for a reference into a component, or to anything else that has no name. The library looks for it among the types that
 * it makes, where the keywords of a schema do not stand.
 */
function leadsInside(reference: string): boolean {
  return /^#(\/|$)/.test(reference) && !/^#\/components\/[^/]+\/[^/]+$/.test(reference);
}

/** What a reference leads to in its place; of that and of what stands beside it, both hold. */
function inPlace(value: JsonObject, reference: string, document: JsonObject): Json {
  const found = referredValue(document, reference);
  const siblings = without(value, "$ref");
  if (!isObject(found)) return found ?? value;
  if (!restricts(siblings)) return { ...found, ...siblings };
  return { ...siblings, allOf: [found, ...listOf(siblings.allOf)] };
}

/** A discriminator may map to the mere name of a schema, which the library does not know. */
function withReferences(discriminator: Json): Json {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return discriminator;
  const mapping = Object.entries(discriminator.mapping).map(([value, target]): [string, Json] => {
    const isName = typeof target === "string" && !/[#/]/.test(target);
    return [value, isName ? `#${childPointer("/components/schemas", target)}` : target];
  });
  return { ...discriminator, mapping: Object.fromEntries(mapping) };
}
