import { isObject, setOwn, type JsonObject } from "../lib/json.js";
import { parsePointer, valueAt } from "../lib/pointer.js";
import type { Model } from "../model/types.js";
import { printCurl } from "./curl.js";
import { exampleOf, printSample } from "./sample.js";

/** The document with `x-codeSamples` in each operation, for a reference that shows them. The given one stays as it is. */
export function withCodeSamples(document: JsonObject, model: Model): JsonObject {
  const copy = structuredClone(document);
  for (const operation of model.operations) {
    const described = valueAt(copy, parsePointer(operation.pointer));
    if (!isObject(described)) continue;
    const example = exampleOf(operation);
    const samples = [{ lang: "TypeScript", label: "TypeScript", source: printSample(operation, model) }];
    if (example !== undefined)
      samples.push({ lang: "Shell", label: "curl", source: printCurl(operation, example, model) });
    setOwn(described, "x-codeSamples", samples);
  }
  return copy;
}
