import { createRequire } from "node:module";

/** A request as Prism takes it: the body is a value, not a text. */
export interface PrismRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Violation {
  readonly path?: readonly string[];
  readonly code?: string | number;
}

interface Prism {
  request(
    url: string,
    request: PrismRequest,
  ): Promise<{ readonly violations: { readonly input: readonly Violation[] } }>;
}

// The package is installed on demand: the compiler cannot see it, so what is used of it is written down here.
const load = createRequire(new URL("prism/package.json", import.meta.url));
const { getHttpOperationsFromSpec } = load("@stoplight/prism-http") as {
  getHttpOperationsFromSpec: (document: string | object) => Promise<readonly object[]>;
};
const { createClientFromOperations } = load("@stoplight/prism-http/dist/client.js") as {
  createClientFromOperations: (operations: readonly object[], options: object) => Prism;
};

const ignore = (): void => undefined;
const silent = {
  success: ignore,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  child: () => silent,
};

/** What Prism has against a request: `query.page_size type`, `body required`; nothing when it lets it pass. */
export type Judge = (url: string, request: PrismRequest) => Promise<string[]>;

/** Prism, with a document of its own or a file. It sends nothing: it answers from the examples. */
export async function prismOf(
  document: string | object,
): Promise<{ readonly operations: number; readonly judge: Judge }> {
  const operations = await getHttpOperationsFromSpec(document);
  const options = {
    validateRequest: true,
    validateResponse: false,
    checkSecurity: true,
    errors: false,
    isProxy: false,
  };
  const prism = createClientFromOperations(operations, { ...options, mock: { dynamic: false }, logger: silent });
  const judge: Judge = async (url, request) => {
    const { violations } = await prism.request(url, request);
    return violations.input.map(({ path = [], code = "" }) => `${path.join(".")} ${code}`.trim());
  };
  return { operations: operations.length, judge };
}
