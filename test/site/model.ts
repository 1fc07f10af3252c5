import { join } from "node:path";
import { projectFolder } from "../../generator/project/folder.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { buildPackageModel } from "../../generator/core/packageModel.js";
import type { JsonObject } from "../../generator/core/lib/json.js";
import type { PackageModel } from "../../generator/core/product.js";
import { readProject } from "../../generator/project/project.js";

let made: { readonly model: PackageModel; readonly document: JsonObject } | undefined;

/** The model and the document of the project's own specification, without the linter. */
export function ownSpecification(): { readonly model: PackageModel; readonly document: JsonObject } {
  if (made === undefined) {
    const { document } = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder);
    made = { document, model: buildPackageModel(document, readProject()).model };
  }
  return made;
}

/** The model of the project's own specification. */
export function ownModel(): PackageModel {
  return ownSpecification().model;
}
