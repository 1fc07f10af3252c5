import { expect, test } from "vitest";
import { reachedFrom } from "../../../generator/core/lib/imports.js";

const texts = new Map([
  [
    "a.d.ts",
    'import { B } from "./in/b.js";\nexport type {\n  C,\n} from "./c.js";\nexport declare const d: import("./d.js").D;\n',
  ],
  ["in/b.d.ts", 'import "../e.js";\nexport * from "openapi-fetch";\n'],
  ["c.d.ts", ""],
  ["d.d.ts", 'import type { A } from "./a.js";\n'],
  ["e.d.ts", ""],
  ["alone.d.ts", 'import "./a.js";\n'],
]);

test("every form of import leads on, in any folder, once", () => {
  expect([...reachedFrom(["a.d.ts"], texts, ".d.ts")].sort()).toEqual([
    "a.d.ts",
    "c.d.ts",
    "d.d.ts",
    "e.d.ts",
    "in/b.d.ts",
  ]);
});

test("imports of types alone can be left out", () => {
  const code = new Map([
    ["a.ts", 'import type { B } from "./b.js";\nimport { type C, d } from "./c.js";\n'],
    ["b.ts", ""],
    ["c.ts", ""],
  ]);
  expect([...reachedFrom(["a.ts"], code, ".ts", true)].sort()).toEqual(["a.ts", "c.ts"]);
});
