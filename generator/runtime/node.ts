// The package's entry `node`: what needs files or the environment.
export { fromEnvironment } from "./environment.js";
export { saveTo } from "./save.js";
export type { SaveOptions, SaveProgress } from "./save.js";
