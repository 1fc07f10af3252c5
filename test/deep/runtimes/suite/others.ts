import { CodeArtsBuild, ConfigurationError, isCodeArtsBuildError } from "codearts-build";
import { createRawClient } from "codearts-build/raw";
import { createSimulator } from "codearts-build/simulator";
import { token } from "codearts-build";
import { equal, type HostServer, rejection, type Test } from "./harness.js";

const ID = "48c66c6002964721be537cdc6ce0297b";

function inProcess(kind?: "token" | "accessKey" | "password") {
  const service = createSimulator({ clock: "manual" });
  const { job_id, project_id } = service.addJob({ job_name: "demo" });
  const client = new CodeArtsBuild({
    baseUrl: service.url,
    iamUrl: service.url,
    fetch: service.fetch,
    credentials: service.credentials(kind),
    clock: service.clock,
  });
  return { service, client, job_id, project_id };
}

const simulator: readonly Test[] = [
  ...(["token", "accessKey", "password"] as const).map((kind) => ({
    name: `the simulator in this process, with credentials of the kind ${kind}`,
    async run() {
      const { client, project_id } = inProcess(kind);
      equal((await client.showJobListByProjectId({ project_id, page_size: 10 })).jobs[0]?.job_name, "demo");
    },
  })),
  {
    name: "the simulator in this process: a build on a clock that the test moves",
    async run() {
      const { service, client, job_id } = inProcess();
      service.fault({ operation: "downloadRealTimeLog", splitCharacters: true, times: Infinity });
      const { actual_build_number: build_no } = await client.runJob({ job_id });
      let text = "";
      const following = (async () => {
        for await (const piece of client.followLog({ job_id, build_no })) text += piece;
      })();
      const waiting = client.waitForBuild({ job_id, build_no });
      await service.clock.advance(60_000);
      await following;
      const { result, elapsed } = await waiting;
      equal([result, elapsed < 12_000], ["success", true]);
      const { result: record } = await client.showRecordDetail({ job_id, build_no: Number(build_no) });
      equal(text, await (await client.downloadBuildLog({ record_id: record.build_record_id ?? "" })).text());
    },
  },
  {
    name: "the simulator in this process: a broken connection, a build started once",
    async run() {
      const { service, client, job_id } = inProcess();
      service.fault({ operation: "runJob", reset: true, takesEffect: true });
      equal((await rejection(client.runJob({ job_id }))).name, "NetworkError");
      equal(service.state.jobs[0]?.builds.length, 1);
    },
  },
];

const rawOf = (host: HostServer) => createRawClient({ baseUrl: host.url, credentials: token("a-token") });

const raw: readonly Test[] = [
  {
    name: "the raw client: a request and its answer",
    async run(host) {
      await host.script({ json: { actual_build_number: "7" } });
      const { data, error } = await rawOf(host).POST("/v3/jobs/build", { body: { job_id: ID } });
      equal([data, error], [{ actual_build_number: "7" }, undefined]);
      const [request] = await host.arrived();
      equal(
        [request?.line, request?.body, request?.headers["x-auth-token"]],
        ["POST /v3/jobs/build", JSON.stringify({ job_id: ID }), "a-token"],
      );
    },
  },
  {
    name: "the raw client: an error is an answer, a broken connection is not",
    async run(host) {
      const params = { path: { job_id: ID } };
      const json = { error_code: "CB.1", error_msg: "Sorry." };
      await host.script({ status: 422, json });
      const { error, response } = await rawOf(host).GET("/v3/jobs/{job_id}/status", { params });
      equal([response.status, error], [422, json]);
      await host.script({ fault: "reset" });
      const calling = rawOf(host).POST("/v3/jobs/build", { body: { job_id: ID } });
      equal((await rejection(calling)).name, "NetworkError");
    },
  },
  {
    name: "the raw client: a file as a stream",
    async run(host) {
      await host.script({ bytes: [0, 255, 128] });
      const params = { path: { record_id: ID } };
      const { data } = await rawOf(host).GET("/v4/{record_id}/download-log", { params, parseAs: "arrayBuffer" });
      equal([...new Uint8Array(data as unknown as ArrayBuffer)], [0, 255, 128]);
    },
  },
];

const errors: readonly Test[] = [
  {
    name: "errors are known by their class and by their brand",
    async run(host) {
      const error = await rejection(host.client().showJobStatus({ job_id: ".." }));
      equal(
        [error instanceof ConfigurationError, error instanceof Error, isCodeArtsBuildError(error), error.name],
        [true, true, true, "ConfigurationError"],
      );
      equal(isCodeArtsBuildError(new Error()), false);
    },
  },
];

/** The simulator in process, the raw client, the errors. */
export const otherTests: readonly Test[] = [...simulator, ...raw, ...errors];
