// Made by `npm run generate` from the specification. Do not edit.

import { Simulator, type SimulatorOptions } from "./simulator/index.js";
import { simulatorData } from "./simulatorData.js";

export type * from "./simulator/index.js";

/** The service in miniature, in this process: for tests, and for a first try without an account. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return new Simulator(simulatorData, options);
}
