import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { emitTypes } from "../../../generator/core/emit/types.js";
import { literal } from "../../../generator/core/lib/literal.js";
import { errorsOf } from "../typeCheck.js";
import { modelOf } from "../specification.js";
import { cases, documentOfCases, nameOfCase, parts } from "./schemaCases.js";

const entries = Object.entries(cases);

describe("a type allows what its schema allows, and refuses what that refuses", () => {
  const complaints = new Map<string, string>();

  /** How the value at `index` of a case is called in the program. */
  const nameOf = (title: string, index: number): string => `v${entries.findIndex(([name]) => name === title)}_${index}`;

  beforeAll(async () => {
    const { text: types } = emitTypes(await modelOf({ "openapi.yaml": documentOfCases() }));
    const lines = entries.flatMap(([title, { allowed, refused }], at) =>
      [...allowed, ...refused].map(
        (value, index) =>
          `export const ${nameOf(title, index)}: named.${nameOfCase(at)} = ${literal(value).replace(/\s*\n\s*/g, " ")};`,
      ),
    );
    const check = `import type * as named from "./types.js";\n${lines.join("\n")}\n`;
    const sources = new Map([
      ["/check.ts", check],
      ["/types.ts", types],
    ]);
    for (const { line, message } of errorsOf(sources, { exactOptionalPropertyTypes: true })) {
      complaints.set(/^export const (v\w+):/.exec(line)?.[1] ?? line, message);
    }
    expect([...complaints.keys()].filter((name) => !/^v\d+_\d+$/.test(name))).toEqual([]);
  });

  test.each(entries)("%s", (title, { schema, allowed, refused }) => {
    const wanted = [...allowed.map(() => "allowed"), ...refused.map(() => "refused")];
    const values = [...allowed, ...refused];
    // The table is held to what JSON Schema says, by a validator.
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile({ components: { schemas: parts }, allOf: [schema] });
    expect(values.map((value) => (validate(value) ? "allowed" : "refused"))).toEqual(wanted);
    const types = values.map((_, index) => complaints.get(nameOf(title, index)));
    expect(types.map((complaint) => (complaint === undefined ? "allowed" : "refused"))).toEqual(wanted);
  });
});
