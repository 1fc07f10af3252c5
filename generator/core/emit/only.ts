// What one operation makes, for `npm run generate -- --only`.
import { proposal } from "../lib/suggest.js";
import type { PackageModel } from "../product.js";
import { printMethod } from "./client.js";
import { emitOperationPage } from "./docs/operation.js";
import { printDescriptor } from "./operations.js";
import { operationTypes } from "./types.js";

/** Everything that one operation makes, as one text; or what to ask for instead. */
export function printOperation(model: PackageModel, id: string): string | { readonly proposal: string } {
  const operation = model.operations.find((each) => each.id === id);
  if (operation === undefined)
    return {
      proposal: proposal(
        id,
        model.operations.map((each) => each.id),
      ),
    };
  const page = emitOperationPage(operation, model);
  const sections: Array<[string, string]> = [
    ["src/operations.ts", printDescriptor(operation)],
    ["src/types.ts", operationTypes(operation, model).join("\n\n")],
    ["src/client.ts", printMethod(operation, model)],
    [page.path, page.text],
  ];
  return sections.map(([path, text]) => `// ${path}\n\n${text.trimEnd()}\n`).join("\n");
}
