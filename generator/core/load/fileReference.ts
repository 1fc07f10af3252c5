// Where a `$ref` in a file leads: the one place that takes references apart.
import { dirname, resolve } from "node:path";

/** The target of a reference. */
export interface FileReference {
  /** True where the reference names no file: it stays in its own. */
  readonly inside: boolean;
  readonly file: string;
  /** What follows the number sign, as it is written; empty for the whole file. */
  readonly fragment: string;
}

/** Takes apart a reference that stands in the file `from`. */
export function readFileReference(reference: string, from: string): FileReference {
  const [path = "", fragment = ""] = reference.split("#", 2);
  const inside = path === "";
  return { inside, file: inside ? from : resolve(dirname(from), decoded(path)), fragment };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // Not percent-encoded after all: the text stands for itself.
    return path;
  }
}
