// A product is everything about a generated package that its OpenAPI document does not say. The generator knows a service
// only through the document and the product.
import type { Drawing } from "./emit/docs/drawing.js";
import type { RuntimeFacts } from "./emit/docs/runtimes.js";
import type { OutputFile } from "./emit/file.js";
import type { JsonObject } from "./lib/json.js";
import type { Model, Operation } from "./model/types.js";

/** One product. Modules are named by their path in the package's `src/`, without an ending: `runtime/index`. */
export interface Product {
  /** The name of the npm package. */
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** The name of the client's class. */
  readonly client: string;
  /** The name of the class that all errors have in common. */
  readonly error: string;
  /** Hand-written modules that go into `src/` beside the engine's: text by path, with its ending. */
  readonly modules: ReadonlyMap<string, string>;
  /** The modules that the entry points export. `noFiles` stands for `node` in browsers and Workers. */
  readonly entries: { readonly index: string; readonly node: string; readonly noFiles: string };
  /** A class between the engine's client and the generated one. */
  readonly base?: BaseClass;
  /** The module whose constant `rules` tells the client about the service (`ServiceRules`). */
  readonly rules?: string;
  /** The operations that credentials call: operationId by what they are called for. */
  readonly authentication?: Readonly<Record<string, string>>;
  /** How samples authenticate. Absent: not at all. */
  readonly credentials?: SampleCredentials;
  /** What readers call the sources that `x-source`, `x-conflicts` and the error catalogue name. */
  readonly sources?: SourceNames;
  /** Pages of the reference beside those that the document makes. */
  readonly reference?: ReferencePages;
  /** Parts of the package's README: chapters before its list of links, and entries of that list. */
  readonly readme?: { readonly chapters: readonly string[]; readonly links: readonly string[] };
  /** Further files, and what the package's manifest says of them. */
  readonly extras?: (model: Model, document: JsonObject) => Extras;
}

/** A hand-written class that the generated client extends. */
export interface BaseClass {
  readonly name: string;
  readonly module: string;
  /** What it is built on; undefined where the document lacks some of that: the client then does without the class. */
  readonly of: (model: Model) => BaseParts | undefined;
}

export interface BaseParts {
  readonly typeArguments: readonly string[];
  /** The field of the client's data that has the operations, and the operations by their role. */
  readonly field: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** How a sample says who calls. */
export interface SampleCredentials {
  /** The expression for the option `credentials`. */
  readonly expression: string;
  /** The names in it, and the entry point that has them: empty for the package itself. */
  readonly names: readonly string[];
  readonly entry: "" | "node";
  /** The words of a curl command, quoted for a shell. */
  readonly curl: readonly string[];
}

export interface SourceNames {
  /** What a reader of the page of disagreements should know about the sources: one or more sentences. */
  readonly about: string;
  /** Documents that `x-source` names. */
  readonly documents: Readonly<Record<string, string>>;
  /** Sources of examples, those in `x-from`. */
  readonly examples: Readonly<Record<string, string>>;
  /** Sources of the claims in `x-conflicts`. */
  readonly claims: Readonly<Record<string, string>>;
  /** Sources of error codes. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface ReferencePages {
  /** A line for newcomers, on top of the index. */
  readonly welcome: string;
  /** The guides, by file name. */
  readonly guides: ReadonlyMap<string, string>;
  /** The text of the project's changelog. */
  readonly changelog: string;
  /** Where the client was seen to run. */
  readonly runtimes: readonly RuntimeFacts[];
  /** Drawings, each on the page of its operation. */
  readonly drawings: (model: Model) => ReadonlyArray<{ readonly operation: Operation; readonly drawing: Drawing }>;
}

/** Files of the package that only one product has. */
export interface Extras {
  readonly files: readonly OutputFile[];
  /** Entry points, by their name in `exports` and in `dist/`. */
  readonly entries: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  /** What npm packs of them. */
  readonly packed: readonly string[];
}

/** The model, and the product whose package is made of it. */
export interface PackageModel extends Model {
  readonly product: Product;
}
