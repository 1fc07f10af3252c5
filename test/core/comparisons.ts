import { emitSchema } from "../../generator/core/emit/schema.js";
import { emitTypes } from "../../generator/core/emit/types.js";
import type { OutputFile } from "../../generator/core/emit/file.js";
import {
  defined,
  isArray,
  isObject,
  listOf,
  objectOf,
  wordsOf,
  type Json,
  type JsonObject,
} from "../../generator/core/lib/json.js";
import { successesOf } from "../../generator/core/lib/successes.js";
import { buildPackageModel } from "../../generator/core/packageModel.js";
import type { Ingredients } from "../../generator/core/pipeline.js";
import type { ArgumentPlace, Model, Operation } from "../../generator/core/model/types.js";

/**
 * An error unless each of two types can stand for the other, and both have the same fields: one that may be left out can be
 * lacking, and each still stands for the other. So they are compared once more with all fields made obligatory.
 */
const same = `
type Same<A, B> = Alike<A, B> extends true ? Alike<Full<A>, Full<B>> : Alike<A, B>;
type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { missing: B; in: A }) : { not: A; in: B };
type Full<T, Depth extends 0[] = []> = Depth["length"] extends 3
  ? T
  : T extends ReadonlyArray<infer Item>
    ? Array<Full<Item, [...Depth, 0]>>
    : T extends string
      ? T
      : T extends object
        ? { [Key in keyof T]-?: Full<T[Key], [...Depth, 0]> }
      : T;
/** Callers may give undefined for what they may leave out, and a Date for a time. */
type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined | Date> };
`;

/** What the compiler is to compare: one statement for each. */
interface Compared {
  readonly schemas: readonly string[];
  readonly answers: readonly string[];
  readonly bodies: readonly string[];
  readonly parameters: readonly string[];
}

function comparisons({ schemas, operations }: Model, types: string): Compared {
  // A body whose fields are members of a request has no type of its own; it is compared with the request.
  const own = schemas.filter(({ name }) => new RegExp(`^export (interface|type) ${name} `, "m").test(types));
  return {
    schemas: own.map(({ name, component }) =>
      comparison(`schema_${name}`, `named.${name}`, `components["schemas"][${JSON.stringify(component)}]`),
    ),
    answers: operations.flatMap(compareAnswer),
    bodies: operations.flatMap(compareBody),
    parameters: operations.flatMap(compareParameters),
  };
}

function checkModule({ schemas, answers, bodies, parameters }: Compared): OutputFile {
  const imports = [
    'import type * as named from "./types.js";',
    'import type { components, operations } from "./schema.js";',
  ];
  return {
    path: "src/check.ts",
    text: [...imports, same, ...schemas, ...answers, ...bodies, ...parameters].join("\n"),
  };
}

function comparison(name: string, ours: string, theirs: string): string {
  return `export const ${name}: Same<${ours}, ${theirs}> = true;`;
}

function rawOf({ id }: Operation): string {
  // openapi-typescript would take what follows for the fragment of a reference.
  return `operations[${JSON.stringify(id.replaceAll("#", "/"))}]`;
}

function compareAnswer(operation: Operation): string[] {
  const { name, answer, responseType, responses } = operation;
  if (answer.kind !== "json" || answer.schemas.length === 0 || responseType === undefined) return [];
  const wires = successesOf(responses).flatMap(({ status, schema, mediaType }) => {
    if (schema === undefined) return [];
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return [`${rawOf(operation)}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`];
  });
  return [comparison(`response_${name}`, `named.${responseType}`, wires.join(" | "))];
}

function compareBody(operation: Operation): string[] {
  const { name, body, requestType, grouped } = operation;
  if (body?.encoding !== "json" || requestType === undefined) return [];
  const theirs = `NonNullable<${rawOf(operation)}["requestBody"]>["content"][${JSON.stringify(body.mediaType)}]`;
  const whole = grouped ? `NonNullable<named.${requestType}["body"]>` : `named.${requestType}`;
  if (body.kind === "value") {
    const ours = grouped ? whole : `Exclude<${whole}["body"], undefined>`;
    return [comparison(`body_${name}`, ours, theirs)];
  }
  return [comparison(`body_${name}`, `Given<${grouped ? whole : picked(operation, "body")}>`, theirs)];
}

/** Headers that OpenAPI leaves to other keywords, and openapi-typescript does not. */
const leftOut = ["accept", "content-type", "authorization"].map((name) => JSON.stringify(name)).join(" | ");

function compareParameters(operation: Operation): string[] {
  const { name, grouped, requestType = "", arguments: all } = operation;
  const places = (["path", "query", "header", "cookie"] as const).filter((place) =>
    all.some((argument) => argument.in === place),
  );
  return places.map((place) => {
    const ours = grouped ? `NonNullable<named.${requestType}["${place}"]>` : picked(operation, place);
    const theirs = `NonNullable<${rawOf(operation)}["parameters"]["${place}"]>`;
    const kept =
      place !== "header"
        ? theirs
        : `{ [K in keyof ${theirs} as Lowercase<K> extends ${leftOut} ? never : K]: ${theirs}[K] }`;
    return comparison(`${place}_${name}`, `Given<${ours}>`, kept);
  });
}

function picked({ arguments: all, requestType = "" }: Operation, place: ArgumentPlace): string {
  const names = all.filter((argument) => argument.in === place).map((argument) => JSON.stringify(argument.name));
  return names.length === 0 ? "{}" : `Pick<named.${requestType}, ${names.join(" | ")}>`;
}

/**
 * The types of a document by both, and the module that compares them. What openapi-typescript understands otherwise on
 * purpose (`generator/README.md` says why we do not) is written in the one way that both understand.
 */
export function secondOpinion(document: JsonObject, project: Ingredients): { compared: Compared; files: OutputFile[] } {
  const common = objectOf(inCommon(document));
  const { model, findings } = buildPackageModel(common, project);
  if (findings.length > 0) throw new Error(findings.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n"));
  const types = emitTypes(model);
  const compared = comparisons(model, types.text);
  return { compared, files: [types, emitSchema(common, model), checkModule(compared)] };
}

/** It knows no fields of one side, and takes a discriminator for inheritance. */
const ours = ["readOnly", "writeOnly", "discriminator"];

/** Below these stand names that authors gave, not keywords. */
const maps = ["properties", "patternProperties", "schemas", "parameters", "headers", "responses", "examples"];

function inCommon(value: Json, isMap = false): Json {
  if (isArray(value)) return value.map((member) => inCommon(member));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => isMap || !ours.includes(name));
  const copy = Object.fromEntries(
    kept.map(([name, member]) => [name, inCommon(member, !isMap && maps.includes(name))]),
  );
  return isMap ? copy : plainObject(copy);
}

/**
 * It does not see that `properties` make an object, that a field may be obligatory of which no more is said, that an object
 * may have no fields at all, nor that others have an index signature beside those with names.
 */
function plainObject(schema: Record<string, Json>): JsonObject {
  const { properties, required, additionalProperties, ...rest } = schema;
  const composed = ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  const known = Object.keys(objectOf(properties));
  const elsewhere = "allOf" in schema;
  const listed = listOf(required).filter((name) => elsewhere || known.includes(wordsOf(name)));
  const others = known.length > 0 || additionalProperties === false ? undefined : additionalProperties;
  return {
    ...(composed || properties === undefined ? {} : { type: "object" }),
    ...rest,
    ...(properties === undefined ? {} : { properties }),
    // Of a parameter or body, `required` is no list.
    ...(isArray(required) ? (listed.length === 0 ? {} : { required: listed }) : defined({ required })),
    ...defined({ additionalProperties: others }),
  };
}
