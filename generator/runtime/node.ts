// The package's entry `node`: what needs files.
export { saveTo } from "./save.js";
export type { SaveOptions, SaveProgress } from "./save.js";
