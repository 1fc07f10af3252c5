// A product that has nothing to do with the first one: it proves that the generator knows neither.
import { readFileSync } from "node:fs";
import type { Product } from "../../../generator/core/product.js";

/** A module as it stands in the package, where the engine is two folders up and not four. */
function moduleText(name: string): string {
  const text = readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8");
  return text.replaceAll("../../../generator/runtime/", "../runtime/");
}

export const tideTables: Product = {
  name: "tide-tables",
  description: "When the water is high",
  keywords: ["tides"],
  client: "TideTables",
  error: "TideTablesError",
  modules: new Map(["index", "tideClient", "rules"].map((name) => [`tides/${name}.ts`, moduleText(name)])),
  entries: { index: "tides/index", node: "runtime/node", noFiles: "runtime/noFiles" },
  base: {
    name: "TideClient",
    module: "tides/tideClient",
    of({ operations }) {
      const list = operations.find(({ behaviour }) => behaviour.pagination !== undefined);
      return list && { typeArguments: [list.itemType ?? "never"], field: "tables", operations: { list } };
    },
  },
  rules: "tides/rules",
  credentials: {
    expression: 'passport("P-1")',
    names: ["passport"],
    entry: "",
    curl: ['--header "Passport: $PASSPORT"'],
  },
  readme: { chapters: ["## Moon", "The moon is behind it."], links: ["- [The moon](moon.txt)."] },
  extras: () => ({ files: [{ path: "moon.txt", text: "full\n" }], entries: [], bin: {}, packed: ["moon.txt"] }),
};
