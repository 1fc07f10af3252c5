import { accessKey, type Credentials, password, token } from "codearts-build";
import { equal, type HostServer, rejection, type Test } from "./harness.js";
import type { SimulatorWorld } from "./protocol.js";

const kinds: Readonly<Record<string, (world: SimulatorWorld) => Credentials>> = {
  "a token": ({ token: text }) => token(text),
  "an access key": (world) => accessKey(world.accessKey),
  "a password": ({ user }) => password({ ...user, project: "ap-southeast-3" }),
};

const calls = Object.entries(kinds).map(([name, credentials]) => ({
  name: `the service takes the credentials: ${name}`,
  async run(host: HostServer) {
    const world = await host.simulator();
    const { job_id, project_id } = world;
    const client = host.client({ credentials: credentials(world) });
    equal((await client.showJobListByProjectId({ project_id, page_size: 1 })).total, 2);
    // What is signed are the bytes that arrive.
    await client.runJob({ job_id, parameter: [{ name: "codeBranch", value: "é/中 文 😀" }] });
    const unknown = client.showLastHistory({ project_id, repository_name: "a b+c&d=é/~!*'()😀" });
    equal((await rejection(unknown)).name, "NotFoundError");
    equal((await host.record()).builds.at(-1), { codeBranch: "é/中 文 😀" });
  },
}));

/** Credentials: the simulator checks tokens and verifies signatures. */
export const authTests: readonly Test[] = [
  ...calls,
  {
    name: "a wrong secret key is an AuthenticationError",
    async run(host) {
      const { project_id, accessKey: key } = await host.simulator();
      const client = host.client({ credentials: accessKey({ ...key, secretAccessKey: "wrong-secret-key" }) });
      equal((await rejection(client.showJobListByProjectId({ project_id, page_size: 1 }))).name, "AuthenticationError");
    },
  },
  {
    name: "a clock that is wrong is corrected by the service's",
    async run(host) {
      const { project_id, accessKey: key } = await host.simulator();
      await host.fault({ skew: 3_600_000, times: 3 });
      const client = host.client({ credentials: accessKey(key) });
      await client.showJobListByProjectId({ project_id, page_size: 1 });
      await client.showJobListByProjectId({ project_id, page_size: 1 });
      equal((await host.record()).statuses, [401, 200, 200]);
    },
  },
  {
    name: "a token that was refused is asked for again",
    async run(host) {
      const world = await host.simulator();
      const tokens = ["stale", world.token];
      const client = host.client({ credentials: token(() => tokens.shift() ?? "none") });
      await client.showJobStatus({ job_id: world.job_id });
      equal((await host.record()).statuses, [401, 200]);
    },
  },
  {
    name: "credentials that cannot be sent are a ConfigurationError",
    run() {
      const names = ["", "two words", "zwei\nZeilen", "中"].map((text) => {
        try {
          token(text);
          return "accepted";
        } catch (error) {
          return (error as Error).name;
        }
      });
      equal(names, Array(4).fill("ConfigurationError"));
      return Promise.resolve();
    },
  },
];
