// Made by `npm run generate` from the specification. Do not edit.

import { Simulator, type SimulatorOptions } from "./codearts/simulator/index.js";
import { simulatorData } from "./simulatorData.js";

export type * from "./codearts/simulator/index.js";

/**
 * Makes a service in miniature, in this process: for tests, and for a first try without an account.
 *
 *     const service = createSimulator();
 *     const { job_id } = service.addJob({ job_name: "demo" });
 *     const { url: baseUrl, fetch } = service;
 *     const build = new CodeArtsBuild({ baseUrl, fetch, credentials: service.credentials() });
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  return new Simulator(simulatorData, options);
}
