import type { JsonObject } from "./lib/json.js";
import { exportedNames, memberNames } from "./lib/source.js";
import { buildModel, type TakenNames } from "./model/build.js";
import { plainParts, plainProduct } from "./plainProduct.js";
import type { Finding } from "./problems.js";
import type { PackageModel, Product } from "./product.js";

/**
 * Makes the model of a document for the package of a product; without one, for a plain one that is made from the
 * document.
 */
export function buildPackageModel(
  document: JsonObject,
  { engine, product }: { readonly engine: ReadonlyMap<string, string>; readonly product?: Product },
): { model: PackageModel; findings: Finding[] } {
  const { model, findings } = buildModel(document, takenNames(engine, product ?? plainParts));
  return { model: { ...model, product: product ?? plainProduct(document) }, findings };
}

/** The names that generated types and methods cannot have, because the engine or the product has them. */
function takenNames(
  engine: ReadonlyMap<string, string>,
  { client, modules, entries, base }: Pick<Product, "client" | "modules" | "entries" | "base">,
): TakenNames {
  const read = (path: string): string => modules.get(path) ?? engine.get(path.replace(/^runtime\//, "")) ?? "";
  const types = [client, "Client", "Region", ...(base === undefined ? [] : [base.name])];
  const classes = ["runtime/client", ...(base === undefined ? [] : [base.module])];
  return {
    types: [...types, ...exportedNames(`${entries.index}.ts`, read)],
    members: classes.flatMap((module) => memberNames(read(`${module}.ts`))),
  };
}
