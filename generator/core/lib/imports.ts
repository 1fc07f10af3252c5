// Which files some files lead to.
import { posix } from "node:path";

/**
 * The files that some of them lead to by their imports, themselves included. `texts` holds the text of each file by its
 * path; an import names a file by its path with `.js` in place of `ending`. With `values`, imports of nothing but types are
 * not followed.
 */
export function reachedFrom(
  starts: readonly string[],
  texts: ReadonlyMap<string, string>,
  ending: string,
  values = false,
): Set<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = texts.get(path);
    if (text === undefined || found.has(path)) continue;
    found.add(path);
    for (const [statement, named, called] of text.matchAll(imports)) {
      const name = named ?? called ?? "";
      if (!values || !typesOnly.test(statement)) open.push(posix.join(posix.dirname(path), name + ending));
    }
  }
  return found;
}

const imports = /^(?:import|export)\b[^"';]*"(\.[^"]+)\.js"|\bimport\("(\.[^"]+)\.js"/gm;
const typesOnly = /^(?:import|export) type\b/;
