// Made by `npm run generate` from the specification. Do not edit.

export * from "./codearts/runtime/node.js";
