// Generators of other people digest the published document, and what they make type-checks.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../../generator/project/folder.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** Beside the packages that what is made imports. */
const made = join(folder, "node_modules/.made");
const document = join(projectFolder, "generated/openapi.json");
const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};
const { paths, components } = JSON.parse(readFileSync(document, "utf8")) as {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, { type?: string; format?: string }> };
};
const operationIds = Object.values(paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
/** Named types: of bytes, some make no type. */
const schemas = Object.entries(components.schemas).flatMap(([name, { format }]) => (format === "binary" ? [] : [name]));

interface Generator {
  readonly name: string;
  readonly words: readonly string[];
  /** The file that holds the functions or endpoints, and the one that holds the types. */
  readonly operations: string;
  readonly types: string;
  readonly declares: (name: string) => RegExp;
}

const exported = (name: string): RegExp => new RegExp(`^export (type|interface|const|enum) ${name}\\b`, "m");
const generators: readonly Generator[] = [
  {
    name: "@hey-api/openapi-ts",
    words: ["openapi-ts", "-i", document, "-o", join(made, "hey")],
    operations: "hey/sdk.gen.ts",
    types: "hey/types.gen.ts",
    declares: exported,
  },
  {
    name: "orval",
    words: ["orval", "--input", document, "--output", join(made, "orval.ts"), "--client", "fetch"],
    operations: "orval.ts",
    types: "orval.ts",
    declares: exported,
  },
  {
    name: "oazapfts",
    words: ["oazapfts", document, join(made, "oazapfts.ts")],
    operations: "oazapfts.ts",
    types: "oazapfts.ts",
    declares: exported,
  },
  {
    name: "openapi-zod-client",
    // It leaves deprecated operations out unless it is told not to, and names no aliases of its own.
    words: [
      "openapi-zod-client",
      document,
      "-o",
      join(made, "zod.ts"),
      "--with-deprecated",
      "--with-alias",
      "--export-schemas",
    ],
    operations: "zod.ts",
    types: "zod.ts",
    declares: (name) => new RegExp(`^const ${name}\\b`, "m"),
  },
];

function run(words: readonly string[]): string {
  const [program = "", ...rest] = words;
  const path = join(folder, "node_modules/.bin", program);
  return execFileSync(path, rest, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

beforeAll(() => {
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
});

describe.each(generators)("$name", ({ words, operations, types, declares }) => {
  test("digests the document: every operation, and every type by our name", () => {
    run(words);
    const functions = readFileSync(join(made, operations), "utf8");
    const missing = operationIds.filter((id) => !new RegExp(`\\b${id}\\b`).test(functions));
    expect(missing).toEqual([]);
    const text = readFileSync(join(made, types), "utf8");
    expect(schemas.filter((name) => !declares(name).test(text))).toEqual([]);
  });
});

test("what they make has no type error", () => {
  const options = { strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler" };
  const compilerOptions = { ...options, lib: ["es2023", "dom", "dom.iterable"], types: [], skipLibCheck: true };
  writeFileSync(join(made, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"], exclude: [] }));
  expect(run(["tsc", "-p", made])).toBe("");
});

test("swagger-parser accepts it", async () => {
  const { validate } = createRequire(join(folder, "package.json"))("@apidevtools/swagger-parser") as {
    validate: (file: string) => Promise<{ paths: object }>;
  };
  expect(Object.keys((await validate(document)).paths)).toEqual(Object.keys(paths));
});

describe("the guide to other tools", () => {
  const guide = readFileSync(join(projectFolder, "generator/codearts/guides/other-tools.md"), "utf8");

  test.each([...generators.map(({ name }) => name), "@apidevtools/swagger-parser"])(
    "names %s with its version",
    (name) => {
      expect(guide).toMatch(new RegExp(`^\\| ${name} +\\| ${dependencies[name]} +\\|`, "m"));
    },
  );

  test("says what `redocly score` finds, point by point", () => {
    const program = join(projectFolder, "node_modules/@redocly/cli/bin/cli.js");
    const words = [program, "score", "generated/openapi.yaml", "--format=json"];
    const printed = execFileSync(process.execPath, words, {
      cwd: projectFolder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { agentReadiness, subscores } = JSON.parse(printed) as {
      agentReadiness: number;
      subscores: Record<string, number>;
    };
    const rows = Object.entries(subscores).map(([name, share]) => `| ${spelled(name)} | ${Math.round(share * 100)} |`);
    const plain = guide.replaceAll(/ +/g, " ");
    expect(rows.filter((row) => !plain.includes(row))).toEqual([]);
    expect(guide).toContain(`${agentReadiness} of 100`);
  });
});

/** `schemaSimplicity` as "schema simplicity". */
function spelled(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
