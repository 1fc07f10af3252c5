import type { Json, JsonObject } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { importNames, printConstant, printModule } from "../lib/source.js";
import type { Model } from "../model/types.js";
import { handlers } from "../simulator/handlers.js";
import { notice, type OutputFile } from "./file.js";
import { simulatorData } from "./simulatorData.js";

/**
 * `src/simulatorData.ts` and `src/simulator.ts`: what the simulator knows of the specification, and its entry point. Made
 * for the service that it simulates, not for other documents.
 */
export function emitSimulator(model: Model, document: JsonObject): OutputFile[] {
  if (!model.operations.some(({ id }) => Object.hasOwn(handlers, id))) return [];
  const { operations, schemas, regions } = simulatorData(model, document);
  const fields = Object.entries({ operations, schemas, regions }).map(
    ([name, value]) => `  ${name}: ${literal(value as unknown as Json, name.length + 4, "  ")},\n`,
  );
  const imports = [
    importNames("./errorCatalogue.js", ["errorCatalogue"], false),
    importNames("./simulator/data.js", ["SimulatorData"], true),
  ];
  // The catalogue is in the package already.
  const value = `{\n${fields.join("")}  errors: errorCatalogue,\n}`;
  const constant = printConstant(
    "simulatorData: SimulatorData",
    value,
    "What the simulator knows of the specification.",
  );
  return [
    { path: "src/simulatorData.ts", text: printModule(`// ${notice}`, imports, [constant]) },
    { path: "src/simulator.ts", text: entry },
  ];
}

const entry = `// ${notice}

import { Simulator, type SimulatorOptions } from "./simulator/index.js";
import { simulatorData } from "./simulatorData.js";

export type * from "./simulator/index.js";

/** The service in miniature, in this process: for tests, and for a first try without an account. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return new Simulator(simulatorData, options);
}
`;
