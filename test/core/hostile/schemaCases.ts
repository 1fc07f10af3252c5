import type { Json } from "../../../generator/core/lib/json.js";

const text = { type: "string" };
const whole = { type: "integer" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that the others refer to. */
export const parts: Record<string, object> = {
  Named: { type: "object", properties: { name: text, nick: text } },
  Sized: { type: "object", required: ["size"], properties: { size: whole } },
  Either: {
    oneOf: [
      { type: "object", properties: { key: text } },
      { type: "object", properties: { key: whole } },
    ],
  },
  Leaf: { type: ["string", "null"] },
  ByProperty: { type: "object", properties: { child: ref("ByProperty"), v: whole } },
  ByArray: { type: "array", items: ref("ByArray") },
  ByAllOf: { allOf: [ref("Named"), { type: "object", properties: { next: ref("ByAllOf") } }] },
  ByOneOf: { oneOf: [text, { type: "array", items: ref("ByOneOf") }] },
  ByMap: { type: "object", additionalProperties: ref("ByMap") },
  Ping: { type: "object", properties: { pong: ref("Pong") } },
  Pong: { type: ["array", "null"], items: ref("Ping") },
};

/** A schema, and values that it allows and refuses. */
export interface Case {
  readonly schema: object | boolean;
  readonly allowed: readonly Json[];
  readonly refused: readonly Json[];
}

/** What a schema can be, by the name under which one looks for it. */
export const cases: Readonly<Record<string, Case>> = {
  "a schema that refers to itself by a property": {
    schema: ref("ByProperty"),
    allowed: [{}, { v: 1 }, { child: { child: { v: 1 } } }],
    refused: [{ child: 1 }, { child: { child: { v: "1" } } }],
  },
  "a schema that refers to itself as an array": {
    schema: ref("ByArray"),
    allowed: [[], [[], [[]]]],
    refused: [["a"], {}],
  },
  "a schema that refers to itself in an allOf": {
    schema: ref("ByAllOf"),
    allowed: [{ name: "a", next: { next: { nick: "b" } } }],
    refused: [{ name: 1 }, { next: { next: { nick: 1 } } }],
  },
  "a schema that refers to itself in a oneOf": {
    schema: ref("ByOneOf"),
    allowed: ["a", ["a", ["b"]]],
    refused: [1, ["a", [1]], {}],
  },
  "a schema that refers to itself by additionalProperties": {
    schema: ref("ByMap"),
    allowed: [{}, { a: {}, b: { c: {} } }],
    refused: [{ a: 1 }, { b: { c: "d" } }],
  },
  "two schemas that refer to each other": {
    schema: ref("Ping"),
    allowed: [{}, { pong: null }, { pong: [{ pong: [] }] }],
    refused: [{ pong: {} }, { pong: [{ pong: [1] }] }],
  },
  "an empty schema": { schema: {}, allowed: ["a", 1, null, { a: [] }], refused: [] },
  "`true` and `false` as schemas": {
    schema: { type: "object", properties: { any: true, none: false } },
    allowed: [{ any: 1 }, { any: null }],
    refused: [{ none: 1 }, { any: 1, none: null }],
  },
  "const: text": { schema: { const: '*/ "`' }, allowed: ['*/ "`'], refused: ["*/", 1] },
  "const: null": { schema: { const: null }, allowed: [null], refused: [{}, ""] },
  "const: an object": {
    schema: { const: { a: [1, { b: null }], __proto__x: "y" } },
    allowed: [{ a: [1, { b: null }], __proto__x: "y" }],
    refused: [{ a: [2, { b: null }], __proto__x: "y" }, {}, { a: [1], __proto__x: "y" }],
  },
  "const: an array": { schema: { const: ["a", 1] }, allowed: [["a", 1]], refused: [["a"], ["a", 1, 2], ["b", 1]] },
  "enum: mixed types, null and an empty text": {
    schema: { enum: ["a", 1, true, null, ""] },
    allowed: ["a", 1, true, null, ""],
    refused: ["1", false, 0],
  },
  "enum: one value": { schema: { enum: ["only"] }, allowed: ["only"], refused: ["other", ""] },
  "enum: a value twice": { schema: { type: "string", enum: ["a", "a"] }, allowed: ["a"], refused: ["b"] },
  "enum: a number and null": {
    schema: { type: ["integer", "null"], enum: [1, null] },
    allowed: [1, null],
    refused: ["1", 1.5, 2],
  },
  "enum: objects and arrays": {
    schema: { enum: [{ a: 1 }, ["b"]] },
    allowed: [{ a: 1 }, ["b"]],
    refused: [{ a: 2 }, ["c"], "b"],
  },
  "type: [string, null]": { schema: ref("Leaf"), allowed: ["a", null], refused: [1, {}, []] },
  "type: [integer, string]": { schema: { type: ["integer", "string"] }, allowed: ["a", 1], refused: [null, true] },
  "type: [object, array, null]": {
    schema: { type: ["object", "array", "null"], properties: { a: whole }, items: text },
    allowed: [{ a: 1 }, ["b"], null],
    refused: [{ a: "b" }, [1], "a", 1],
  },
  "$ref siblings: both hold": {
    schema: { ...ref("Named"), required: ["name"], properties: { more: whole } },
    allowed: [
      { name: "a", more: 1 },
      { name: "a", nick: "b" },
    ],
    refused: [{ more: 1 }, { name: "a", more: "b" }, { name: 1 }],
  },
  "$ref siblings: a narrower type": {
    schema: { ...ref("Leaf"), type: "string" },
    allowed: ["a"],
    refused: [null, 1],
  },
  "$ref siblings: beside a reference into a schema": {
    schema: { $ref: "#/components/schemas/Named/properties/name", type: ["string", "null"], enum: ["a", null] },
    allowed: ["a"],
    refused: [null, "b"],
  },
  "$ref siblings: properties beside a reference into a schema": {
    schema: { $ref: "#/components/schemas/Either/oneOf/0", properties: { more: whole } },
    allowed: [{ key: "a", more: 1 }],
    refused: [{ key: 1 }, { more: "a" }],
  },
  "allOf: with properties beside": {
    schema: { allOf: [ref("Named"), ref("Sized")], properties: { own: text } },
    allowed: [{ size: 1, own: "a", nick: "b" }],
    refused: [{}, { size: 1, own: 1 }, { size: "1" }],
  },
  "allOf: fields that only `required` of another part names": {
    schema: { allOf: [ref("Named"), { required: ["name"] }] },
    allowed: [{ name: "a" }],
    refused: [{}, { nick: "a" }, { name: 1 }],
  },
  "allOf: a field that only `required` names, of alternatives": {
    schema: { allOf: [ref("Either"), { required: ["key"] }] },
    allowed: [{ key: "a" }, { key: 1 }],
    refused: [{}, { key: null }],
  },
  "allOf: a field that only `required` names, of a map": {
    schema: { type: "object", required: ["key"], additionalProperties: text },
    allowed: [{ key: "a", other: "b" }],
    refused: [{}, { other: "b" }, { key: 1 }],
  },
  "oneOf: with siblings": {
    schema: { type: "object", properties: { id: text }, oneOf: [ref("Sized"), { required: ["id"] }] },
    allowed: [{ size: 1 }, { id: "a" }],
    refused: [{}, { id: 1, size: 1 }, { size: "1" }],
  },
  "anyOf: which of two fields is required": {
    schema: { properties: { a: text, b: whole }, type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    allowed: [{ a: "x" }, { b: 1 }, { a: "x", b: 1 }],
    refused: [{}, { a: 1 }, { b: "x" }],
  },
  "anyOf: or null": {
    schema: { anyOf: [ref("Sized"), { type: "null" }] },
    allowed: [{ size: 1 }, null],
    refused: [{}, 1],
  },
  "compositions within compositions": {
    schema: { allOf: [{ anyOf: [{ oneOf: [text, whole] }, { type: "null" }] }, { type: ["string", "null"] }] },
    allowed: ["a", null],
    refused: [1, true, {}],
  },
  "items: a composition": {
    schema: { type: "array", items: { anyOf: [text, { type: "array", items: { type: ["integer", "null"] } }] } },
    allowed: [[], ["a", [1, null]]],
    refused: [[1], [["a"]], "a"],
  },
  prefixItems: {
    schema: { type: "array", prefixItems: [text, whole], minItems: 1, items: false },
    allowed: [["a"], ["a", 1]],
    refused: [[], [1], ["a", 1, 2]],
  },
  "additionalProperties: false": {
    schema: { type: "object", properties: { a: text }, additionalProperties: false },
    allowed: [{}, { a: "b" }],
    refused: [{ a: "b", c: 1 }],
  },
  "numbers as property names": {
    schema: {
      type: "object",
      required: ["1", "1.10"],
      properties: { "1": text, "01": whole, "1.10": text, "-1": text },
    },
    allowed: [
      { "1": "a", "1.10": "b" },
      { "1": "a", "1.10": "b", "01": 1, "-1": "c" },
    ],
    refused: [
      { "1": "a", "1.1": "b" },
      { "1": 1, "1.10": "b" },
    ],
  },
  "names that differ in case only": {
    schema: { type: "object", required: ["id", "ID"], properties: { id: text, ID: whole, Id: text } },
    allowed: [{ id: "a", ID: 1 }],
    refused: [{ id: "a" }, { id: 1, ID: 1 }, { id: "a", ID: 1, Id: 1 }],
  },
  int64: { schema: { type: "integer", format: "int64" }, allowed: [1, 2 ** 53 - 1], refused: ["1", null] },
  "a default of the wrong type": { schema: { type: "integer", default: "x" }, allowed: [1], refused: ["x"] },
  "a pattern with slashes": { schema: { type: "string", pattern: "^a*/.*$|^\\/\\*" }, allowed: ["a/b"], refused: [1] },
  "an example that holds $ref": {
    schema: {
      type: "object",
      examples: [{ $ref: "#/nowhere" }],
      properties: { a: { type: "object", example: { $ref: "#/no" } } },
    },
    allowed: [{ a: { $ref: "#/no" } }],
    refused: [{ a: "b" }],
  },
};

/** The component name of the case at an index. */
export function nameOfCase(index: number): string {
  return `S${index}`;
}

/** A document with all of them among its components. */
export function documentOfCases(): string {
  const own = Object.values(cases).map(({ schema }, index): [string, unknown] => [nameOfCase(index), schema]);
  const schemas = { ...parts, ...Object.fromEntries(own) };
  const info = { title: "Cases", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: {}, components: { schemas } });
}
