export { Simulator, type SimulatorOptions } from "./simulator.js";
export type { SimulatorUser } from "./auth.js";
export type { BuildPlan, Phase } from "./build.js";
export type { SimulatorClock } from "./clock.js";
export type { SimulatorData } from "./data.js";
export type { Fault } from "./faults.js";
export type { BuildName, BuildSeed, JobSeed } from "./seed.js";
export type { SeenRequest } from "./service.js";
export type { BuildState, JobState, SimulatorState } from "./snapshot.js";
