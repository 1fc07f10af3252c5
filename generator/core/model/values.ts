// Reads values of enum, const and default, and finds those that JavaScript cannot hold.
import { isArray, wordsOf, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { isOfType } from "./fits.js";

/**
 * The values of an `enum`, which must be of the schema's `type`: both hold, and a value that is not can never come. Null is
 * often listed without a word in `type`, and comes where the author says so.
 */
export function readValues(findings: Finding[], raw: JsonObject, pointer: string): readonly Json[] | undefined {
  const { enum: listed, type } = raw;
  if (!isArray(listed)) return undefined;
  const at = childPointer(pointer, "enum");
  listed.forEach((value, index) => checkExact(findings, value, childPointer(at, index)));
  const types = type === undefined ? undefined : isArray(type) ? type : [type];
  const allowed = listed.filter((value) => types === undefined || types.some((each) => isOfType(value, each)));
  if (allowed.length === 0) findings.push({ pointer: at, ...nothingAllowed(listed, type) });
  else {
    for (const [index, value] of listed.entries()) {
      if (value === null || allowed.includes(value)) continue;
      const message = `the value ${JSON.stringify(value)} is not of the type ${types?.map(wordsOf).join(" or ") ?? ""}`;
      findings.push({
        pointer: childPointer(at, index),
        message,
        fix: "write it in quotes or without, or leave it out",
      });
    }
  }
  return isNullable(raw) && !allowed.includes(null) ? [...allowed, null] : allowed;
}

function nothingAllowed(listed: readonly Json[], type: Json | undefined): { message: string; fix: string } {
  if (listed.length === 0)
    return { message: "an empty `enum` allows nothing", fix: "list its values, or take it away" };
  const fix = "correct `type`, or write the values in quotes or without";
  return { message: `none of the values is of the type ${wordsOf(type)}`, fix };
}

/** A value that has to be met exactly: JavaScript must have that number. */
export function checkExact(findings: Finding[], value: Json, pointer: string): void {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
  const message = `${wordsOf(value)} is a number that JavaScript cannot tell from its neighbours`;
  findings.push({ pointer, message, fix: "describe the value as text" });
}

/**
 * True where the author says that null may come. OpenAPI 3.1 has no `nullable`, and an `enum` without null rules it out:
 * documents that say so all the same speak of services that send it.
 */
export function isNullable({ type, nullable }: JsonObject): boolean {
  return nullable === true || (isArray(type) && type.includes("null"));
}
