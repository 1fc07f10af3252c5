// Made by `npm run generate` from the specification. Do not edit.

export { CodeArtsBuild } from "./client.js";
export type { Region } from "./data.js";
export * from "./codearts/runtime/index.js";
export type * from "./types.js";
