// Follows the references of a document and checks where they lead.
import { isObject, type Json, type JsonObject } from "../lib/json.js";
import { referredValue } from "../lib/reference.js";
import { parsePointer, pointerOfReference } from "../lib/pointer.js";
import { begin, type Ready, type ReadyKind } from "./ready.js";

/** Where a reference leads, and what OpenAPI expects there; nothing is known about a place in an extension. */
export interface ReferenceTarget {
  readonly fault: "leads nowhere" | "leads back to itself" | undefined;
  readonly tokens: readonly string[];
  readonly shape: Ready | undefined;
}

/** The references of a document. Most lead to few places: each is followed once. */
export class References {
  readonly #targets = new Map<string, ReferenceTarget>();

  constructor(readonly document: JsonObject) {}

  follow(reference: string): ReferenceTarget {
    const known = this.#targets.get(reference);
    if (known !== undefined) return known;
    const tokens = parsePointer(pointerOfReference(reference));
    const target = { fault: this.#faultOf(reference), tokens, shape: shapeAt(tokens) };
    this.#targets.set(reference, target);
    return target;
  }

  /** The components of a kind. */
  sectionOf(kind: ReadyKind): string | undefined {
    const components = begin.fields.get("components");
    if (components?.is !== "kind") return undefined;
    return [...components.fields].find(([, section]) => section.is === "map" && section.of === kind)?.[0];
  }

  /** A reference must lead somewhere, and not only to other references that lead back. */
  #faultOf(reference: string): ReferenceTarget["fault"] {
    const seen = new Set<string>();
    let target: Json | undefined = { $ref: reference };
    while (isObject(target) && typeof target.$ref === "string" && target.$ref.startsWith("#")) {
      if (seen.has(target.$ref)) return "leads back to itself";
      seen.add(target.$ref);
      target = referredValue(this.document, target.$ref);
    }
    return target === undefined ? "leads nowhere" : undefined;
  }
}

function shapeAt(tokens: readonly string[]): Ready | undefined {
  let shape: Ready | undefined = begin;
  for (const token of tokens) {
    if (shape?.is === "kind") {
      const { fields, entries }: ReadyKind = shape;
      shape = fields.get(token) ?? (token.startsWith("x-") ? undefined : entries?.of);
    } else shape = shape?.is === "list" || shape?.is === "map" ? shape.of : undefined;
  }
  return shape;
}
