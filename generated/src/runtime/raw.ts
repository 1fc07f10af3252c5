// The client by path: openapi-fetch on this transport.
import type { Client as OpenApiFetchClient } from "openapi-fetch";
import { readAny } from "./answer.js";
import { openApiClient } from "./call.js";
import type { Descriptor } from "./descriptor.js";
import { receive } from "./download.js";
import { ConfigurationError } from "./errors.js";
import type { ClientData } from "./data.js";
import { type EngineOptions, type Settings, resolveOptions } from "./options.js";
import type { PreparedRequest } from "./reply.js";
import { fillPath, furtherHeaders, queryText } from "./request.js";
import { type Finished, Transport, standardHeaders } from "./transport.js";

/** The openapi-fetch client, typed by the specification's paths. */
export type RawClient<Paths extends object> = OpenApiFetchClient<Paths>;

/** Where a request belongs: paths of other servers to these, all others to the service. Nobody else gets the credentials. */
function addressOf(
  request: Request,
  { service, data, addressOf: find, knownAddress }: Settings,
): { url: URL; server?: string } {
  // The fragment of a path stands before the query.
  const url = new URL(request.url.replace(/#[^?]*/, ""));
  const prefix = new URL(service).pathname.replace(/\/$/, "");
  if (/\/%7B\w+%7D(\/|$)/i.test(url.pathname)) {
    throw new ConfigurationError(`${request.method} ${url.pathname}: params.path is missing.`);
  }
  const path = url.pathname.slice(prefix.length);
  if (url.href.startsWith(`${service}/`)) {
    const [server] =
      Object.entries(data.paths ?? {}).find(([, paths]) => paths.some((known) => isPath(path, known))) ?? [];
    if (server) return { url: new URL(`${find(server)}${path}${url.search}`), server };
  }
  const known = Object.keys(data.servers).map(knownAddress);
  if (known.some((base) => base && url.origin === new URL(base).origin)) return { url };
  throw new ConfigurationError(`${request.method} ${url.origin}: the credentials are for ${service} only.`);
}

/** True for a path of a template: `/jobs/7` of `/jobs/{id}`. */
function isPath(path: string, template: string): boolean {
  const [parts, wanted] = [path.split("/"), template.split("/")];
  return parts.length === wanted.length && wanted.every((part, index) => part.includes("{") || part === parts[index]);
}

/** What a request tells of its operation: a read may be sent again, anything else may not. */
async function prepare(request: Request, settings: Settings): Promise<PreparedRequest> {
  const { url, server } = addressOf(request, settings);
  const method = request.method as Descriptor["method"];
  const body = await request.arrayBuffer();
  return {
    operation: {
      id: "raw",
      method,
      path: url.pathname,
      answer: "any",
      ...(method === "GET" && { retry: "safe" }),
      ...(server && { server }),
    },
    url,
    headers: furtherHeaders(Object.fromEntries(request.headers.entries())),
    // The service may refuse a POST without a body; `{}` is safe.
    body: body.byteLength ? body : method.startsWith("P") && !settings.data.bodiless ? "{}" : undefined,
    secrets: [],
    retries: settings.retries,
  };
}

/** The reply as openapi-fetch wants it: unread, and with `ok` false where the body says that it is an error. */
function toResponse(finished: Finished): Response {
  const { response, text, error } = finished.reply;
  const copy = new Response(text === undefined ? receive(finished, undefined) : text || null, response);
  return Object.defineProperties(copy, { ok: { value: response.ok && !error }, url: { value: response.url } });
}

/** A typed openapi-fetch client with this package's credentials, retries and checks. Answers `{ data, error, response }`. */
export function rawClient<Paths extends object>(options: EngineOptions, data: ClientData): RawClient<Paths> {
  const settings = resolveOptions(options, data);
  const transport = new Transport(settings, readAny);
  return openApiClient<Paths>(settings, {
    headers: standardHeaders(settings),
    pathSerializer: fillPath,
    querySerializer: queryText,
    async fetch(request) {
      const prepared = await prepare(request, settings);
      return toResponse(await transport.send(prepared, { signal: request.signal }));
    },
  });
}
