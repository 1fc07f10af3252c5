import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What the specification was made from stands beside it. */
const SOURCES = "sources/";

/** A file that no $ref leads to is not part of the specification, whatever its author meant it to be. */
export function noOrphan() {
  const reached = new Set();
  return {
    any: (_node, { location }) => void reached.add(location.source.absoluteRef),
    Root: {
      leave(_root, { report, location }) {
        const folder = dirname(location.source.absoluteRef);
        const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".yaml"));
        for (const file of files.sort()) {
          if (reached.has(join(folder, file)) || file.replaceAll("\\", "/").startsWith(SOURCES)) continue;
          report({
            message: `No $ref leads to ${relative(".", join(folder, file))}; refer to it or delete it.`,
            location: location.key(),
          });
        }
      },
    },
  };
}
