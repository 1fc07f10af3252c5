import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { importNames, printConstant, printModule, printStatement, StructureKind } from "../lib/source.js";
import type { ErrorCode, Model, Operation, Server } from "../model/types.js";
import { notice, type OutputFile } from "./file.js";
import { wireOf } from "./wire.js";

/** `src/errorCatalogue.ts`: what is known of each error code, apart by who needs it, for bundlers take what is used. */
export function emitErrorCatalogue(model: Model): OutputFile {
  const table = (entry: (error: ErrorCode) => Json): string =>
    literal(Object.fromEntries(model.errors.map((error) => [error.code, entry(error)])));
  const treatment = ({ retry, refused }: ErrorCode) => ({ ...(retry && { retry }), ...(refused && { refused }) });
  const advice = "Readonly<Record<string, ErrorAdvice>>";
  const meaning = "Readonly<Record<string, { readonly status: number; readonly meaning: string }>>";
  return {
    path: "src/errorCatalogue.ts",
    text: printModule(
      `// ${notice}`,
      [importNames("./runtime/index.js", ["ErrorAdvice"], true)],
      [
        printConstant(
          `errorCatalogue: ${advice}`,
          table((error) => ({ advice: error.advice, ...treatment(error) })),
          "What to do about each error code.",
        ),
        printConstant(`errorTreatment: ${advice}`, table(treatment), "The same without words, for the raw client."),
        printConstant(
          `errorMeanings: ${meaning}`,
          table(({ status, meaning: words }) => ({ status, meaning: words })),
          "What each error code means, for the simulator.",
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
  const paths = pathsOfServers(model);
  const fields = [
    `version: ${JSON.stringify(version)}`,
    `regions: ${literal(regionsOf(model), 11, "  ")}`,
    `servers: ${literal(servers, 11, "  ")}`,
    ...(paths === undefined ? [] : [`paths: ${literal(paths, 8, "  ")}`]),
    ...(model.failure.length === 0 ? [] : [`failure: ${literal(model.failure as unknown as Json, 11, "  ")}`]),
    ...(model.emptyBody ? [] : ["bodiless: true"]),
    ...(needsWire(model) ? ["write: writeWire"] : []),
  ];
  const value = `{\n${fields.map((field) => `  ${field},\n`).join("")}} satisfies Omit<ClientData, "errorCatalogue">`;
  return {
    path: "src/data.ts",
    text: printModule(
      `// ${notice}`,
      [
        importNames("./runtime/options.js", ["ClientData"], true),
        ...(needsWire(model) ? [importNames("./runtime/serialize.js", ["writeWire"], false)] : []),
      ],
      [
        printStatement({
          kind: StructureKind.TypeAlias,
          name: "Region",
          isExported: true,
          type: [...regionsOf(model).map((region) => JSON.stringify(region)), "(string & {})"]
            .map((region) => `\n  | ${region}`)
            .join(""),
          docs: ["A region of the service. Another text is possible: regions come and go."],
        }),
        printConstant("data", value, "What the specification tells the clients."),
      ],
    ),
  };
}

/** True where some request is not written in the usual way: only then the client can do that. */
export function needsWire(model: Model): boolean {
  return model.operations.some((operation) => wireOf(operation) !== undefined);
}

/** The paths of the servers that have names. */
function pathsOfServers({ operations }: Model): Json | undefined {
  const servers = [...new Set(operations.flatMap(({ server }) => server ?? []))];
  const entries = servers.map((name): [string, Json] => {
    const own = operations.filter(({ server }) => server === name).map(({ path }) => path);
    return [name, [...new Set(own)]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
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
  // What is relative to the document's own address has none: the caller gives it.
  if (server === undefined || !/^https?:\/\//i.test(server.url)) return "";
  const filled = server.variables
    .filter(({ name, values }) => name !== "region" || values.length === 0)
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
export function helpersOf({ operations }: Model): Helpers | undefined {
  const record = operations.find(({ behaviour }) => behaviour.wait !== undefined);
  const steps = operations.find(({ behaviour }) => behaviour.steps !== undefined);
  const log = operations.find(({ behaviour }) => behaviour.log !== undefined);
  return record === undefined || steps === undefined || log === undefined ? undefined : { record, steps, log };
}
