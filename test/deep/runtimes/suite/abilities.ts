import { accessKey, type ClientOptions } from "codearts-build";
import { fromEnvironment, saveTo } from "codearts-build/node";
import { type Ability, equal, type HostServer, rejection, skippingClock } from "./harness.js";

const ID = "48c66c6002964721be537cdc6ce0297b";
const BYTES = [0, 255, 10];

interface Files {
  mkdtempSync(prefix: string): string;
  readFileSync(path: string): Uint8Array;
  rmSync(path: string, options: object): void;
}

/** A module of Node, where there is one. */
function builtin(name: string): unknown {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): unknown } };
  return process?.getBuiltinModule?.(name);
}

interface Deno {
  createHttpClient(options: { poolMaxIdlePerHost: number }): object;
}
const { Deno } = globalThis as { Deno?: Deno };
const client = Deno?.createHttpClient({ poolMaxIdlePerHost: 0 });
/** In Deno: a `fetch` that keeps no connections. */
const denoFetch: ClientOptions["fetch"] = client && ((url, init) => fetch(url, { ...init, client } as RequestInit));

/** How often a change arrives whose connection breaks after it was used before. */
async function sendsOfLostChange(host: HostServer, own?: ClientOptions["fetch"]): Promise<number> {
  await host.script({ json: { result: true } }, { fault: "reset" });
  const build = host.client({ fetch: own });
  await build.showJobStatus({ job_id: ID });
  equal((await rejection(build.runJob({ job_id: ID }))).name, "NetworkError");
  return (await host.arrived()).length - 1;
}

/** What the runtimes differ in. `generator/core/emit/docs/runtimes.ts` says what a lack means for a user. */
export const abilities: readonly Ability[] = [
  {
    id: "files",
    async probe(host) {
      await host.script({ bytes: BYTES });
      const download = await host.client().downloadBuildLog({ record_id: ID });
      const fs = builtin("node:fs") as Files | undefined;
      const os = builtin("node:os") as { tmpdir(): string } | undefined;
      const folder = fs?.mkdtempSync(`${os?.tmpdir() ?? "."}/codearts-build-`) ?? "";
      try {
        await saveTo(download, `${folder}/build.log`);
      } catch (error) {
        return (error as Error).name;
      }
      equal([...(fs?.readFileSync(`${folder}/build.log`) ?? [])], BYTES);
      fs?.rmSync(folder, { recursive: true });
      return undefined;
    },
  },
  {
    id: "environment",
    async probe(host) {
      await host.script({ json: { result: true } });
      const env = { HUAWEICLOUD_SDK_AK: "ak", HUAWEICLOUD_SDK_SK: "sk" };
      const { process } = globalThis as { process?: { env?: Record<string, string> } };
      // Given by hand it works everywhere.
      await host.client({ credentials: fromEnvironment(env) }).showJobStatus({ job_id: ID });
      try {
        Object.assign(process?.env ?? {}, env);
        await host.client({ credentials: fromEnvironment() }).showJobStatus({ job_id: ID });
        return undefined;
      } catch (error) {
        return (error as Error).name;
      }
    },
  },
  {
    id: "redirect",
    async probe(host) {
      await host.script({ status: 307, headers: { location: "/elsewhere" } });
      const error = await rejection(host.client().showJobStatus({ job_id: ID }));
      equal(error.name, "UnexpectedResponseError");
      return error.message.includes("307 with a redirect to /elsewhere") ? undefined : error.name;
    },
  },
  {
    id: "refusal",
    async probe(host) {
      let sent = 0;
      const client = host.client({
        baseUrl: await host.dead(),
        clock: skippingClock(),
        fetch(url, init) {
          sent++;
          return fetch(url, init);
        },
      });
      const error = await rejection(client.runJob({ job_id: ID }));
      equal(error.name, "NetworkError");
      equal([1, 3].includes(sent), true);
      return sent === 3 && error.message.includes("cannot connect") ? undefined : error.name;
    },
  },
  {
    id: "once",
    async probe(host) {
      // The way out that the reference names.
      if (denoFetch) equal(await sendsOfLostChange(host, denoFetch), 1);
      const sent = await sendsOfLostChange(host);
      return sent === 1 ? undefined : `${sent} requests`;
    },
  },
  {
    id: "userAgent",
    async probe(host) {
      await host.script({ json: { result: true } });
      const key = accessKey({ accessKeyId: "ak", secretAccessKey: "sk" });
      await host.client({ userAgent: "mine/1", credentials: key }).showJobStatus({ job_id: ID });
      const [request] = await host.arrived();
      return request?.headers["user-agent"]?.startsWith("mine/1 codearts-build/") ? undefined : "(none)";
    },
  },
];
