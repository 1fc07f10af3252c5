// What CodeArts Build is to the generator: the names, the hand-written modules and the pages that make its package.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RuntimeFacts } from "../core/emit/docs/runtimes.js";
import { readTexts } from "../core/lib/tree.js";
import type { Model } from "../core/model/types.js";
import type { BaseParts, Extras, Product, SourceNames } from "../core/product.js";
import { drawings } from "./emit/drawings.js";
import { emitSimulator, simulatorChapter } from "./emit/simulator.js";

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The product `codearts-build`. `changelog` is the text of the project's changelog. */
export function codeArtsBuild(changelog: string): Product {
  return {
    name: "codearts-build",
    description: "Typed client for the Huawei Cloud CodeArts Build API",
    keywords: ["huawei-cloud", "codearts", "build", "ci", "openapi", "sdk"],
    client: "CodeArtsBuild",
    error: "CodeArtsBuildError",
    modules: new Map([...modulesIn("runtime"), ...modulesIn("simulator")]),
    entries: { index: "codearts/runtime/index", node: "codearts/runtime/node", noFiles: "codearts/runtime/noFiles" },
    base: { name: "BuildClient", module: "codearts/runtime/buildClient", of: buildParts },
    rules: "codearts/runtime/rules",
    authentication: { createToken: "keystoneCreateUserTokenByPassword", listProjects: "keystoneListProjects" },
    credentials: {
      expression: "fromEnvironment()",
      names: ["fromEnvironment"],
      entry: "node",
      // The shell puts the token in: the only word that is not quoted whole.
      curl: ['--header "X-Auth-Token: $CODEARTS_TOKEN"'],
    },
    sources,
    reference: {
      welcome:
        "New here? [First build](guides/first-build.md) takes five minutes and no account; [all guides](guides/index.md).",
      guides: readTexts(folder("guides"), ".md"),
      changelog,
      // `npx tsx scripts/runtimes.ts --write` writes this file.
      runtimes: JSON.parse(readFileSync(folder("guides/runtimes.json"), "utf8")) as RuntimeFacts[],
      drawings,
    },
    readme: {
      chapters: simulatorChapter,
      links: ["- [Guides](docs/guides/index.md), from the first build to tests of your own automation."],
    },
    extras: (model, document): Extras => ({
      files: emitSimulator(model, document),
      entries: ["simulator"],
      bin: { "codearts-build": "bin/codearts-build.js" },
      packed: ["bin", "simulator-seed.schema.json"],
    }),
  };
}

const sources: SourceNames = {
  about:
    "The vendor describes most operations several times: in the help center and in a PDF, each with a table and an example, " +
    "in its API Explorer and in its SDKs. Public clients call the live service, and it has been observed.",
  documents: {
    page: "help center",
    pdf: "API reference (PDF)",
    walkthrough: "API reference (PDF), application examples",
    observed: "the live service",
  },
  examples: {
    page: "help center",
    pdf: "API reference (PDF)",
    walkthrough: "API reference (PDF), application examples",
    explorer: "API Explorer",
    observed: "the live service",
    typical: "typical values",
  },
  claims: {
    page: "help center, table",
    pageExample: "help center, example",
    pageSeen: "help center, a page read in part",
    explorer: "API Explorer",
    explorerExample: "API Explorer, example",
    sdk: "the vendor's SDKs",
    pdf: "PDF, table",
    pdfExample: "PDF, example",
    walkthrough: "PDF, application examples",
    client: "public clients",
    observed: "the live service",
  },
  errors: { pdf: "documented", gateway: "documented for the API gateway", observed: "observed" },
};

function modulesIn(name: string): Array<[string, string]> {
  return [...readTexts(folder(name), ".ts")].map(([path, text]) => [`codearts/${name}/${path}`, text]);
}

/** The operations that waiting for a build and following its log are built on: found by what they declare. */
function buildParts({ operations }: Model): BaseParts | undefined {
  const record = operations.find(({ behaviour }) => behaviour.wait !== undefined);
  const steps = operations.find(({ behaviour }) => behaviour.steps !== undefined);
  const log = operations.find(({ behaviour }) => behaviour.log !== undefined);
  if (record === undefined || steps === undefined || log === undefined) return undefined;
  return { typeArguments: [record.responseType ?? "unknown"], field: "helpers", operations: { record, steps, log } };
}
