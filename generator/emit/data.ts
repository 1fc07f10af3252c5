import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { importNames, printConstant, printModule } from "../lib/source.js";
import { resolvePointer } from "../model/resolve.js";
import type { Model, Operation, Server } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";

/** `src/errorCatalogue.ts`: what is known of each error code. */
export function emitErrorCatalogue(model: Model): OutputFile {
  const entries = model.errors.map(({ code, status, meaning, advice, retry, refused }): [string, Json] => [
    code,
    { status, meaning, advice, retry, refused },
  ]);
  const value = literal(Object.fromEntries(entries));
  return {
    path: "src/errorCatalogue.ts",
    text: printModule(
      `// ${notice}`,
      [importNames("./runtime/index.js", ["ErrorAdvice"], true)],
      [
        printConstant(
          "errorCatalogue: Readonly<Record<string, ErrorAdvice>>",
          value,
          "What is known of each error code.",
        ),
      ],
    ),
  };
}

/** `src/data.ts`: what the specification tells both clients. */
export function emitData(model: Model, version: string): OutputFile {
  const servers = Object.fromEntries([
    ["build", serverAddress(model.servers[0])],
    ...model.servers.filter(({ name }) => name !== undefined).map((server) => [server.name, serverAddress(server)]),
  ]) as Json;
  const iamPaths = [...new Set(model.operations.filter(({ server }) => server === "iam").map(({ path }) => path))];
  const fields = [
    `version: ${JSON.stringify(version)}`,
    `regions: ${literal(regionsOf(model), 11, "  ")}`,
    `servers: ${literal(servers, 11, "  ")}`,
    ...(iamPaths.length === 0 ? [] : [`iamPaths: ${literal(iamPaths, 11, "  ")}`]),
    "errorCatalogue",
  ];
  const value = `{\n${fields.map((field) => `  ${field},\n`).join("")}} satisfies ClientData`;
  return {
    path: "src/data.ts",
    text: printModule(
      `// ${notice}`,
      [
        importNames("./errorCatalogue.js", ["errorCatalogue"], false),
        importNames("./runtime/options.js", ["ClientData"], true),
      ],
      [printConstant("data", value, "What the specification tells the clients.")],
    ),
  };
}

/** The regions that the servers of the document list, in the order of their names. */
export function regionsOf(model: Model): string[] {
  const variables = model.servers.flatMap((server) => server.variables.filter(({ name }) => name === "region"));
  return [...new Set(variables.flatMap(({ values }) => values))].sort();
}

/** The region that the first server takes where none is given. */
export function defaultRegion(model: Model): string | undefined {
  return model.servers[0]?.variables.find(({ name }) => name === "region")?.default;
}

/** The address with `{region}` left in it; any other variable has its default. */
export function serverAddress(server: Server | undefined): string {
  if (server === undefined) return "";
  const filled = server.variables
    .filter(({ name }) => name !== "region")
    .reduce((url, variable) => url.replaceAll(`{${variable.name}}`, variable.default), server.url);
  return filled.replace(/\/+$/, "");
}

/** The operations on which the runtime builds waiting for a build and following its log. */
export interface Helpers {
  readonly record: Operation;
  readonly steps: Operation;
  readonly log: Operation;
}

/** Finds them by what they declare; undefined where one is missing. */
export function helpersOf(model: Model): Helpers | undefined {
  const schemas = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  const answersWith = ({ answer }: Operation, pointer: string): boolean =>
    answer.kind === "json" &&
    answer.schemas[0] !== undefined &&
    "found" in resolvePointer(answer.schemas[0], pointer, (name) => schemas.get(name));
  const record = model.operations.find(({ behaviour }) => behaviour.wait !== undefined);
  const steps = model.operations.find((operation) => answersWith(operation, "/build_steps"));
  const log = model.operations.find(({ behaviour }) => behaviour.log !== undefined);
  return record === undefined || steps === undefined || log === undefined ? undefined : { record, steps, log };
}
