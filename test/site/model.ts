import { join } from "node:path";
import { projectFolder } from "../../generator/project/inputs.js";
import { bundle } from "../../generator/core/load/bundle.js";
import { buildModel } from "../../generator/core/model/build.js";
import type { JsonObject } from "../../generator/core/lib/json.js";
import type { Model } from "../../generator/core/model/types.js";
import { readProject } from "../../generator/project/project.js";

let made: { readonly model: Model; readonly document: JsonObject } | undefined;

/** The model and the document of the project's own specification, without the linter. */
export function ownSpecification(): { readonly model: Model; readonly document: JsonObject } {
  if (made === undefined) {
    const { document } = bundle(join(projectFolder, "spec", "openapi.yaml"), projectFolder);
    made = { document, model: buildModel(document, readProject().taken).model };
  }
  return made;
}

/** The model of the project's own specification. */
export function ownModel(): Model {
  return ownSpecification().model;
}
