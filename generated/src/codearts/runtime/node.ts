// The package's entry `node`: what needs files or the environment.
export * from "../../runtime/node.js";
export { fromEnvironment } from "./environment.js";
