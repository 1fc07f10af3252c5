import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderedDocument } from "./chromium.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".mjs": "text/javascript" };

/** Runs against the built package, through an import map, as a page without a bundler would use it. */
const page = `<!doctype html><title>client</title><pre id="out">nothing yet</pre>
<script type="importmap">{ "imports": {
  "codearts-build": "/generated/dist/index.js",
  "openapi-fetch": "/node_modules/openapi-fetch/dist/index.mjs" } }</script>
<script type="module">
  import { CodeArtsBuild, accessKey } from "codearts-build";
  const credentials = accessKey({ accessKeyId: "AK", secretAccessKey: "SK" });
  const build = new CodeArtsBuild({ baseUrl: location.origin, credentials });
  const run = await build.runJob({ job_id: "48c66c6002964721be537cdc6ce0297b" });
  const failed = await build.showJobStatus({ job_id: "00000000000000000000000000000000" }).catch((error) => error);
  document.querySelector("#out").textContent = JSON.stringify({ run, failed: failed.message });
</script>`;

const seen: Array<{ line: string; authorization: string | undefined; body: string }> = [];
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "/";
  if (url === "/") return void response.setHeader("content-type", "text/html").end(page);
  if (url.startsWith("/generated/dist/") || url.startsWith("/node_modules/openapi-fetch/")) {
    response.setHeader("content-type", types[extname(url)] ?? "text/plain");
    return void response.end(readFileSync(join(root, normalize(url))));
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization } = request.headers;
  seen.push({ line: `${request.method ?? ""} ${url}`, authorization, body: Buffer.concat(chunks).toString() });
  response.setHeader("content-type", "application/json");
  if (url === "/v3/jobs/build") return void response.end(`{"actual_build_number":"20"}`);
  response.writeHead(422).end(`{"error_code":"CB.00031006","error_msg":"No such task."}`);
}

test("in a browser, the client signs, calls and explains an error", async () => {
  const document = await renderedDocument(`${address}/`);
  expect(document).toContain(`"actual_build_number":"20"`);
  expect(document).toContain("showJobStatus GET /v3/jobs/00000000000000000000000000000000/status: 422 CB.00031006");
  const [run] = seen.filter(({ line }) => line === "POST /v3/jobs/build");
  expect(run?.body).toBe(`{"job_id":"48c66c6002964721be537cdc6ce0297b"}`);
  expect(run?.authorization).toMatch(/^SDK-HMAC-SHA256 Access=AK, SignedHeaders=[a-z;-]+, Signature=[0-9a-f]{64}$/);
});
