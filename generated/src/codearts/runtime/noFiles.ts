// Stands for the entry `node` where bundlers make code for browsers and Workers: there are no files.
export * from "../../runtime/noFiles.js";
export { fromEnvironment } from "./environment.js";
