import { isObject, objectOf, textOf, type Json, type JsonObject } from "./json.js";
import { parsePointer, pointerOfReference, valueAt } from "./pointer.js";

/** An object, and where in the document it stands. */
export interface Referred {
  readonly raw: JsonObject;
  readonly pointer: string;
}

/** The value that a reference within the document leads to, or undefined. */
export function referredValue(document: Json, reference: string): Json | undefined {
  return valueAt(document, parsePointer(pointerOfReference(reference)));
}

/** What an object is, or what it refers to. A reference that leads back to itself leads to nothing. */
export function follow(document: JsonObject, value: Json | undefined, pointer: string): Referred {
  const seen = new Set<string>();
  let found: { value: Json | undefined; pointer: string } = { value, pointer };
  for (let reference = referenceIn(value); reference !== undefined; reference = referenceIn(found.value)) {
    if (seen.has(reference)) return { raw: {}, pointer: found.pointer };
    seen.add(reference);
    found = { value: referredValue(document, reference), pointer: pointerOfReference(reference) };
  }
  return { raw: objectOf(found.value), pointer: found.pointer };
}

function referenceIn(value: Json | undefined): string | undefined {
  return isObject(value) ? textOf(value.$ref) : undefined;
}
