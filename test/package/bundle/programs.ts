/** A program whose bundle is weighed. Sizes are bytes, minified and gzipped, on any platform. */
export interface Program {
  readonly name: string;
  readonly text: string;
  /** What it may weigh: the size that it has, and two percent. */
  readonly budget: number;
  /** What it should weigh. */
  readonly aim: number;
}

const JOB = "48c66c6002964721be537cdc6ce0297b";

/** Runs one build and follows its log, with all methods on board. */
export const client: Program = {
  name: "codearts-build",
  text: `import { CodeArtsBuild, accessKey } from "codearts-build";
const credentials = accessKey({ accessKeyId: "AK", secretAccessKey: "SK" });
const build = new CodeArtsBuild({ region: "ap-southeast-3", credentials });
const { actual_build_number } = await build.runJob({ job_id: "${JOB}" });
const log = build.followLog({ job_id: "${JOB}", build_no: actual_build_number });
for await (const text of log) console.log(text);`,
  budget: 18_250,
  aim: 9_000,
};

/** Runs one build by the typed openapi-fetch client alone; the credentials are the caller's own. */
export const raw: Program = {
  name: "codearts-build/raw",
  text: `import { createRawClient } from "codearts-build/raw";
const client = createRawClient({ region: "ap-southeast-3", credentials: globalThis.credentials });
console.log(await client.POST("/v3/jobs/build", { body: { job_id: "${JOB}" } }));`,
  budget: 11_500,
  aim: 6_000,
};

/** Runs one build by the vendor's core, which every client of the vendor's is built on, with one request written by hand. */
export const vendor = {
  name: "vendor's core",
  text: `import { BasicCredentials, ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core";
const credentials = new BasicCredentials().withAk("AK").withSk("SK").withProjectId("P");
const endpoint = "https://cloudbuild-ext.ap-southeast-3.myhuaweicloud.com";
const client = new ClientBuilder((made) => made).withCredential(credentials).withEndpoint(endpoint).build();
const request = { method: "POST", url: "/v3/jobs/build", contentType: "application/json", headers: {} };
const data = { job_id: "${JOB}" };
console.log(await client.sendRequest({ ...request, queryParams: {}, pathParams: {}, data }));`,
};
