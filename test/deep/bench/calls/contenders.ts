import { createHash, createHmac } from "node:crypto";
import { createRequire } from "node:module";
import { CodeArtsBuild, accessKey, token } from "codearts-build";
import createClient from "openapi-fetch";

/** Makes one call; gives the number of tasks that came. */
export type Call = (jobs: number) => Promise<number>;

const project_id = "6ecbc5bac7c8442fb3d2563d53c13582";
const key = { accessKeyId: "BENCHACCESSKEY000000", secretAccessKey: "bench-secret-access-key-000000000000000000" };

/** The least that a signed call needs: what every other contender is measured by. */
function minimalSigning(url: URL): Record<string, string> {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  const query = url.search.slice(1).split("&").sort().join("&");
  const names = "host;x-sdk-date";
  const headers = `host:${url.host}\nx-sdk-date:${date}\n`;
  const canonical = `GET\n${url.pathname}/\n${query}\n${headers}\n${names}\n${hash("")}`;
  const signature = createHmac("sha256", key.secretAccessKey)
    .update(`SDK-HMAC-SHA256\n${date}\n${hash(canonical)}`)
    .digest("hex");
  const Authorization = `SDK-HMAC-SHA256 Access=${key.accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
  return { "X-Sdk-Date": date, Authorization };
}

const count = (body: unknown): number => (body as { jobs: unknown[] }).jobs.length;

function bare(base: string): Call {
  return async (jobs) => {
    const url = new URL(`${base}/v3/${project_id}/jobs?page_size=${jobs}`);
    const response = await fetch(url, { headers: minimalSigning(url) });
    return count(await response.json());
  };
}

/** The same with the deadline that a client has for each call: what that costs, nobody who has one can save. */
function withDeadline(base: string): Call {
  return async (jobs) => {
    const url = new URL(`${base}/v3/${project_id}/jobs?page_size=${jobs}`);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      controller.abort();
    }, 60_000);
    try {
      const response = await fetch(url, { headers: minimalSigning(url), signal: controller.signal });
      return count(await response.json());
    } finally {
      clearTimeout(timer);
    }
  };
}

interface Paths {
  "/v3/{project_id}/jobs": {
    get: {
      parameters: { path: { project_id: string }; query: { page_size: number } };
      responses: { 200: { content: { "application/json": { jobs: unknown[] } } } };
    };
  };
}

function openapiFetch(base: string): Call {
  const client = createClient<Paths>({ baseUrl: base });
  client.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(minimalSigning(new URL(request.url))))
        request.headers.set(name, value);
    },
  });
  return async (page_size) => {
    const params = { path: { project_id }, query: { page_size } };
    const { data } = await client.GET("/v3/{project_id}/jobs", { params });
    return count(data);
  };
}

function ours(base: string, kind: "accessKey" | "token"): Call {
  const credentials = kind === "token" ? token("a-token") : accessKey(key);
  const build = new CodeArtsBuild({ baseUrl: base, credentials });
  return async (page_size) => count(await build.showJobListByProjectId({ project_id, page_size }));
}

interface VendorClient {
  withEndpoints(endpoints: string[]): VendorClient;
  withCredential(credential: object): VendorClient;
  sendRequest(request: object): Promise<unknown>;
}

function vendor(base: string): Call {
  // Installed on demand: the compiler cannot see it, so what is used of it is written down here.
  const load = createRequire(new URL("../package.json", import.meta.url));
  const { BasicCredentials } = load("@huaweicloud/huaweicloud-sdk-core") as {
    BasicCredentials: new (login: object) => object;
  };
  const { HcClient } = load("@huaweicloud/huaweicloud-sdk-core/HcClient.js") as {
    HcClient: new (transport: object) => VendorClient;
  };
  const { DefaultHttpClient } = load("@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js") as {
    DefaultHttpClient: new (options: object, endpoints: string[]) => object;
  };
  const credentials = new BasicCredentials({ ak: key.accessKeyId, sk: key.secretAccessKey, projectId: project_id });
  const client = new HcClient(new DefaultHttpClient({}, [base])).withEndpoints([base]).withCredential(credentials);
  return async (page_size) =>
    count(
      await client.sendRequest({
        method: "GET",
        url: "/v3/{project_id}/jobs",
        contentType: "application/json",
        headers: {},
        queryParams: { page_size },
        pathParams: { project_id },
      }),
    );
}

/** What is compared, by name. */
export const contenders: Readonly<Record<string, (base: string) => Call>> = {
  "codearts-build, access key": (base) => ours(base, "accessKey"),
  "codearts-build, token": (base) => ours(base, "token"),
  "fetch, signed by hand": bare,
  "fetch, signed, with a deadline": withDeadline,
  "openapi-fetch, signed by hand": openapiFetch,
  "vendor's core": vendor,
};
