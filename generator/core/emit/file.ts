/** A file of the package, by its path within it. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
  /** True for a program that is started by its name. */
  readonly executable?: true;
}

/** Something in the document that an emitter cannot write. */
export class EmitError extends Error {}

/** The first line of every generated file that can hold a comment. */
export const notice = "Made by `npm run generate` from the specification. Do not edit.";
