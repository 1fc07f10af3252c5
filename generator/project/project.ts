import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuntimeFacts } from "../core/emit/docs/runtimes.js";
import { listTree, projectFolder } from "./inputs.js";
import { objectOf, wordsOf, type Json, type JsonObject } from "../core/lib/json.js";
import { exportedNames, memberNames } from "../core/lib/source.js";
import type { TakenNames } from "../core/model/build.js";

/** The tools whose versions decide the bytes of the output. */
const decidingTools = ["js-yaml", "openapi-typescript", "ts-morph", "typescript", "yaml"];

/** What generation takes from the project beside the specification. */
export interface Project {
  readonly version: string;
  readonly license: string;
  readonly changelog: string;
  readonly tools: Readonly<Record<string, string>>;
  /** Modules that go into the package byte for byte, by file name. */
  readonly runtime: ReadonlyMap<string, string>;
  readonly simulator: ReadonlyMap<string, string>;
  /** The guides, by file name. */
  readonly guides: ReadonlyMap<string, string>;
  readonly taken: TakenNames;
  readonly runtimes: readonly RuntimeFacts[];
}

/** Reads the version, the licence, the tools' versions and the runtime. */
export function readProject(): Project {
  const manifest = readJson(join(projectFolder, "package.json"));
  const pinned = objectOf(manifest.devDependencies);
  const runtime = readModules("runtime");
  return {
    version: wordsOf(manifest.version),
    license: readText(join(projectFolder, "LICENSE")),
    changelog: readText(join(projectFolder, "CHANGELOG.md")),
    tools: Object.fromEntries(
      decidingTools.flatMap((name) => (pinned[name] === undefined ? [] : [[name, wordsOf(pinned[name])]])),
    ),
    runtime,
    simulator: readModules("simulator"),
    guides: readTexts("guides", ".md"),
    taken: takenNames(runtime),
    // `npm run test:runtimes -- --write` writes this file.
    runtimes: JSON.parse(readFileSync(join(projectFolder, "generator/guides/runtimes.json"), "utf8")) as RuntimeFacts[],
  };
}

function readModules(name: string): Map<string, string> {
  return readTexts(name, ".ts");
}

function readTexts(name: string, ending: string): Map<string, string> {
  const folder = join(projectFolder, "generator", name);
  const names = listTree(folder).filter((path) => path.endsWith(ending));
  return new Map(names.map((path) => [path, readText(join(folder, path))]));
}

/** A file's text with the line endings that the output has, whatever machine it was checked out on. */
function readText(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}

/** The names that generated types and methods cannot have, because the runtime has them. */
function takenNames(runtime: ReadonlyMap<string, string>): TakenNames {
  const textOfModule = (specifier: string): string =>
    runtime.get(specifier.replace("./", "").replace(/\.js$/, ".ts")) ?? "";
  const types = exportedNames(textOfModule("./index.js"), textOfModule);
  const members = ["./client.js", "./buildClient.js"].flatMap((specifier) => memberNames(textOfModule(specifier)));
  return { types: ["CodeArtsBuild", "Client", "BuildClient", "Region", ...types], members };
}

function readJson(path: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(path, "utf8")) as Json);
}
