import type { Json } from "../lib/json.js";
import { literal } from "../lib/literal.js";
import { importAll, importNames, printConstant, printModule, printStatement, StructureKind } from "../lib/source.js";
import type { ErrorCode, Model, Server } from "../model/types.js";
import type { PackageModel } from "../product.js";
import { notice, type OutputFile } from "./file.js";
import { wireOf } from "./wire.js";

/**
 * `src/errorCatalogue.ts`: what is known about each error code, in one constant for each user: bundlers keep only what
 * is used.
 */
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
      [importNames("./runtime/data.js", ["ErrorAdvice"], true)],
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
export function emitData(model: PackageModel, version: string): OutputFile {
  const { product } = model;
  const servers = Object.fromEntries([
    ["service", serverAddress(model.servers[0])],
    ...model.servers.filter(({ name }) => name !== undefined).map((server) => [server.name, serverAddress(server)]),
  ]) as Json;
  const paths = pathsOfServers(model);
  const called = authentication(model);
  const fields = [
    `name: ${JSON.stringify(product.name)}`,
    `version: ${JSON.stringify(version)}`,
    `regions: ${literal(regionsOf(model), 11, "  ")}`,
    `servers: ${literal(servers, 11, "  ")}`,
    ...(paths === undefined ? [] : [`paths: ${literal(paths, 8, "  ")}`]),
    ...(model.failure.length === 0 ? [] : [`failure: ${literal(model.failure as unknown as Json, 11, "  ")}`]),
    ...(model.emptyBody ? [] : ["bodiless: true"]),
    ...(needsWire(model) ? ["write: writeWire"] : []),
    ...(called === "" ? [] : [`authentication: { ${called} }`]),
    ...(product.rules === undefined ? [] : ["...rules"]),
  ];
  const value = `{\n${fields.map((field) => `  ${field},\n`).join("")}} satisfies Omit<ClientData, "errorCatalogue">`;
  return {
    path: "src/data.ts",
    text: printModule(
      `// ${notice}`,
      [
        ...(product.rules === undefined ? [] : [importNames(`./${product.rules}.js`, ["rules"], false)]),
        ...(called === "" ? [] : [importAll("./operations.js", "operations")]),
        importNames("./runtime/data.js", ["ClientData"], true),
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

/** The operations that credentials call, as fields; those that the document does not have are left out. */
function authentication({ operations, product }: PackageModel): string {
  return Object.entries(product.authentication ?? {})
    .flatMap(([role, id]) => {
      const operation = operations.find((each) => each.id === id);
      return operation === undefined ? [] : [`${role}: operations.${operation.name}`];
    })
    .join(", ");
}

/** True where a request is not written in the usual way: only then does the package get the code for it. */
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
  // An address that is relative to the document is unknown: the caller gives it.
  if (server === undefined || !/^https?:\/\//i.test(server.url)) return "";
  const filled = server.variables
    .filter(({ name, values }) => name !== "region" || values.length === 0)
    .reduce((url, variable) => url.replaceAll(`{${variable.name}}`, variable.default), server.url);
  return filled.replace(/\/+$/, "");
}
