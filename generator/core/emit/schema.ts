// `src/schema.ts`: the types of the raw client, made by openapi-typescript.
import { createRequire } from "node:module";
import type * as openapiTypescript from "openapi-typescript";
import type ts from "typescript";
import type { JsonObject } from "../lib/json.js";
import { finderOf, partsOf, reachable } from "../model/resolve.js";
import type { Model } from "../model/types.js";
import { EmitError, notice, type OutputFile } from "./file.js";
import { copyForLibrary } from "./schemaCopy.js";
import { isPlainObject } from "./type.js";

/**
 * `src/schema.ts`: the types `paths`, `components` and `operations` of the raw client, by openapi-typescript. The one
 * emitter that sees the document, and the only importer of that library.
 */
export function emitSchema(document: JsonObject, model: Model): OutputFile {
  const library = loadLibrary();
  // The library writes into what it is given.
  const schema = copyForLibrary(document) as unknown as OpenAPI3;
  const silent = { silent: true };
  try {
    const discriminators = library.scanDiscriminators(schema, silent);
    const resolve: Context["resolve"] = remembered((reference: string) =>
      library.resolveRef(schema, reference, silent),
    );
    keepOwn(discriminators, resolve);
    const nodes = library.transformSchema(schema, {
      ...settings,
      injectFooter: [],
      discriminators,
      resolve,
      transform: aliasTransform(model, library),
    });
    return { path: "src/schema.ts", text: `// ${notice}\n\n${library.astToString(nodes)}` };
  } catch (error) {
    throw new EmitError(`openapi-typescript cannot take the document: ${error instanceof Error ? error.message : ""}`);
  }
}

type Whole = typeof openapiTypescript;
type OpenAPI3 = openapiTypescript.OpenAPI3;
type Transform = NonNullable<openapiTypescript.OpenAPITSOptions["transform"]>;
type Context = Parameters<Whole["transformSchema"]>[1];
type Discriminators = Context["discriminators"];
type SchemaObject = openapiTypescript.SchemaObject;

/** The part of the library that is used. */
interface Library extends Pick<Whole, "scanDiscriminators" | "resolveRef" | "astToString"> {
  /** It never looks at the settings of its linter. */
  readonly transformSchema: (schema: OpenAPI3, context: Omit<Context, "redoc">) => ts.Node[];
  readonly ts: typeof ts;
}

/** The library's defaults, but for two. */
const settings = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transformProperty: undefined,
};

/**
 * The parts of the library that make types. Its front door lints and bundles the document once more, which costs half
 * of its time: `generator/core/load/` has done both. By `require`, which does not search TypeScript for the names of its
 * exports.
 */
function loadLibrary(): Library {
  const require = createRequire(import.meta.url);
  const transformSchema = require("openapi-typescript/dist/transform/index.cjs") as Library["transformSchema"];
  const utils = require("openapi-typescript/dist/lib/utils.cjs") as Pick<Library, "scanDiscriminators" | "resolveRef">;
  const printer = require("openapi-typescript/dist/lib/ts.cjs") as Pick<Library, "astToString">;
  return {
    transformSchema,
    scanDiscriminators: utils.scanDiscriminators,
    resolveRef: utils.resolveRef,
    astToString: printer.astToString,
    ts: require("typescript") as Library["ts"],
  };
}

/**
 * A schema that says itself which values its discriminator has keeps them, and has that property. The library does so
 * where the values are mapped; where they are not, it would declare the property twice.
 */
function keepOwn({ objects, refsHandled }: Discriminators, resolve: Context["resolve"]): void {
  for (const [reference, { propertyName }] of Object.entries(objects)) {
    const schema = resolve<SchemaObject>(reference);
    if (schema === undefined || schema.discriminator !== undefined || refsHandled.includes(reference)) continue;
    const own = "properties" in schema && Object.hasOwn(schema.properties ?? {}, propertyName);
    if (!own) continue;
    schema.required = [...new Set([...(schema.required ?? []), propertyName])];
    refsHandled.push(reference);
  }
}

/** The library asks for the same references again and again. */
function remembered<T>(find: (reference: string) => T): (reference: string) => T {
  const found = new Map<string, T>();
  return (reference) => {
    const known = found.get(reference);
    if (known !== undefined) return known;
    const made = find(reference);
    found.set(reference, made);
    return made;
  };
}

/**
 * A property of an interface, which is what the library makes of a component, cannot be an array or a union of itself;
 * an alias can. Such components refer to the alias in `types.ts`.
 */
function aliasTransform({ schemas }: Model, { ts: { factory } }: Library): Transform {
  const find = finderOf({ schemas });
  const recursive = schemas.filter(({ name, schema }) => {
    const objects = partsOf(schema, find).every(isPlainObject);
    return !objects && reachable([schema], find).includes(name);
  });
  const names = new Map(recursive.map(({ name, schema }) => [`#${schema.pointer}`, name]));
  return (_, { path }) => {
    const name = names.get(path ?? "");
    if (name === undefined) return undefined;
    const module = factory.createLiteralTypeNode(factory.createStringLiteral("./types.js"));
    return factory.createImportTypeNode(module, undefined, factory.createIdentifier(name));
  };
}
