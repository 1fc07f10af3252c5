import { isDeepStrictEqual } from "node:util";
import type { ExampleFacts } from "../facts.js";
import type { Spot } from "../../core/load/spots.js";
import { itemsOf, propertyOf, valuesOf } from "./schema.js";

/** An object that stands where the other side has an array, or the other way round. */
export interface ContainerDifference {
  /** The property, where the schema has it. */
  readonly property: Spot | undefined;
  readonly where: string;
  readonly shown: "array" | "object";
}

/** What a printed body and the specification's example do not have in common. */
export interface BodyDifference {
  readonly containers: ContainerDifference[];
  /** Values that only the document prints, as `key: value`. */
  readonly printed: string[];
  /** Values that only the specification's example has. */
  readonly specified: string[];
}

/** Compares a printed body with the specification's example of the same name. */
export function compareBodies(facts: ExampleFacts, specified: unknown, schema: Spot | undefined): BodyDifference {
  const difference: BodyDifference = { containers: [], printed: [], specified: [] };
  if (facts.broken) compareTokens(facts.broken.tokens, specified, difference);
  else compareValues(facts.body, specified, { key: "", where: "", schema, difference });
  return difference;
}

/** Of a body that lost its brackets, the keys and scalar values must all be there, in whatever order. */
function compareTokens(
  printed: ReadonlyArray<[string, unknown]>,
  specified: unknown,
  difference: BodyDifference,
): void {
  const left = printed.map(([key, value]) => tokenOf(key, value));
  const right = scalarsOf("", specified);
  for (const token of left) {
    const index = right.indexOf(token);
    if (index === -1) difference.printed.push(token);
    else right.splice(index, 1);
  }
  difference.specified.push(...right);
}

interface Position {
  readonly key: string;
  readonly where: string;
  readonly schema: Spot | undefined;
  readonly difference: BodyDifference;
}

function compareValues(printed: unknown, specified: unknown, position: Position): void {
  const { key, schema, difference } = position;
  if (isDeepStrictEqual(printed, specified)) return;
  if (Array.isArray(printed) && Array.isArray(specified)) {
    compareItems(printed, specified, position);
  } else if (isRecord(printed) && isRecord(specified)) {
    compareFields(printed, specified, position);
  } else if (isRecord(printed) && Array.isArray(specified)) {
    difference.containers.push({ property: schema, where: position.where, shown: "object" });
    compareItems(Object.keys(printed).length === 0 ? [] : [printed], specified, position);
  } else if (Array.isArray(printed) && isRecord(specified)) {
    difference.containers.push({ property: schema, where: position.where, shown: "array" });
    const single: unknown = printed.length === 1 ? printed[0] : undefined;
    if (isRecord(single)) compareFields(single, specified, position);
    else compareTokens(pairsOf(key, printed), specified, difference);
  } else {
    difference.printed.push(...leavesOf(key, printed));
    difference.specified.push(...leavesOf(key, specified));
  }
}

function compareItems(printed: readonly unknown[], specified: readonly unknown[], position: Position): void {
  const items = position.schema && (itemsOf(position.schema) ?? position.schema);
  for (let index = 0; index < Math.max(printed.length, specified.length); index++) {
    compareMembers(printed, specified, String(index), { ...position, schema: items });
  }
}

function compareFields(printed: object, specified: object, position: Position): void {
  const { schema } = position;
  for (const key of new Set([...Object.keys(printed), ...Object.keys(specified)])) {
    const inner = schema && (propertyOf(schema, key) ?? valuesOf(schema));
    compareMembers(printed, specified, key, { ...position, key, schema: inner, where: `${position.where}/${key}` });
  }
}

/** What one side lacks altogether counts value by value; only what both have is compared. */
function compareMembers(printed: object, specified: object, name: string, position: Position): void {
  const left = Object.getOwnPropertyDescriptor(printed, name);
  const right = Object.getOwnPropertyDescriptor(specified, name);
  if (left && right) compareValues(left.value, right.value, position);
  else if (left) position.difference.printed.push(...leavesOf(position.key, left.value));
  else if (right) position.difference.specified.push(...leavesOf(position.key, right.value));
}

/** All scalars and empty containers below a value, as `key: value`. */
function leavesOf(key: string, value: unknown): string[] {
  const inner = members(key, value);
  return inner === undefined || inner.length === 0
    ? value === undefined
      ? []
      : [tokenOf(key, value)]
    : inner.flatMap(([name, item]) => leavesOf(name, item));
}

/** All scalars below a value. */
function scalarsOf(key: string, value: unknown): string[] {
  return pairsOf(key, value).map(([name, scalar]) => tokenOf(name, scalar));
}

function pairsOf(key: string, value: unknown): Array<[string, unknown]> {
  const inner = members(key, value);
  if (inner) return inner.flatMap(([name, item]) => pairsOf(name, item));
  return value === undefined ? [] : [[key, value]];
}

/** The members of an object or array; those of an array go by the array's key. */
function members(key: string, value: unknown): Array<[string, unknown]> | undefined {
  if (Array.isArray(value)) return value.map((item: unknown): [string, unknown] => [key, item]);
  return isRecord(value) ? Object.entries(value) : undefined;
}

function tokenOf(key: string, value: unknown): string {
  return `${key}: ${JSON.stringify(value)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
