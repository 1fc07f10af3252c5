import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions } from "openapi-typescript";
import ts from "typescript";
import { isObject, objectOf, setOwn, type Json, type JsonObject } from "../lib/json.js";
import { childPointer } from "../lib/pointer.js";
import { finderOf, partsOf, reachable } from "../model/resolve.js";
import type { Model } from "../model/types.js";
import { EmitError, notice, type OutputFile } from "./file.js";
import { isPlainObject } from "./type.js";

/**
 * `src/schema.ts`: the types `paths`, `components` and `operations` of the raw client, by openapi-typescript. The one
 * emitter that sees the document, and the only importer of that library.
 */
export async function emitSchema(document: JsonObject, model: Model): Promise<OutputFile> {
  const options: OpenAPITSOptions = {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: aliasTransform(model),
  };
  // The library writes into what it is given.
  const copy = structuredClone(document);
  pointMappings(copy);
  const nodes = await openapiTS(copy as unknown as OpenAPI3, options).catch((error: unknown) => {
    throw new EmitError(`openapi-typescript cannot take the document: ${error instanceof Error ? error.message : ""}`);
  });
  return { path: "src/schema.ts", text: `// ${notice}\n\n${astToString(nodes)}` };
}

/** A discriminator may map to the mere name of a schema; the library knows references only. */
function pointMappings(value: Json): void {
  if (typeof value !== "object" || value === null) return;
  const mapping = isObject(value) && isObject(value.discriminator) ? value.discriminator.mapping : undefined;
  for (const [name, target] of Object.entries(objectOf(mapping))) {
    if (typeof target !== "string" || /[#/]/.test(target)) continue;
    setOwn(objectOf(mapping), name, `#${childPointer("/components/schemas", target)}`);
  }
  Object.values(value).forEach(pointMappings);
}

/**
 * A property of an interface, which is what the library makes of a component, cannot be an array or a union of itself;
 * an alias can. Such components refer to the alias in `types.ts`.
 */
function aliasTransform({ schemas }: Model): NonNullable<OpenAPITSOptions["transform"]> {
  const find = finderOf({ schemas });
  const recursive = schemas.filter(({ name, schema }) => {
    const objects = partsOf(schema, find).every(isPlainObject);
    return !objects && reachable([schema], find).includes(name);
  });
  const names = new Map(recursive.map(({ name, schema }) => [`#${schema.pointer}`, name]));
  return (_, { path }) => {
    const name = names.get(path ?? "");
    if (name === undefined) return undefined;
    const module = ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral("./types.js"));
    return ts.factory.createImportTypeNode(module, undefined, ts.factory.createIdentifier(name));
  };
}
