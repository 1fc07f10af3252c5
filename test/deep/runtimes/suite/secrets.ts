import { accessKey, type CodeArtsBuild, type Credentials, type LogEvent, password, token } from "codearts-build";
import { equal, type HostServer, type Test } from "./harness.js";
import type { Answer } from "./protocol.js";

const CANARIES = ["ak-canary-1234", "sk-canary-1234", "st-canary-1234", "token-canary-1234", "password-canary-1234"];
const [accessKeyId = "", secretAccessKey = "", securityToken = "", tokenText = "", secret = ""] = CANARIES;

const kinds: Readonly<Record<string, () => Credentials>> = {
  accessKey: () => accessKey({ accessKeyId, secretAccessKey, securityToken }),
  token: () => token(tokenText),
  password: () => password({ domain: "d", user: "u", password: secret, project: "p" }),
};

/** What goes over the wire. */
const carried: Readonly<Record<string, string[]>> = {
  accessKey: [accessKeyId, securityToken],
  token: [tokenText],
  password: [secret],
};

/** The worst that a proxy can do. */
const answers: readonly Answer[] = [
  { status: 400, json: { error_code: CANARIES.join(), error_msg: CANARIES.join() } },
  { status: 401, text: CANARIES.join(), headers: { "x-request-id": tokenText } },
  { text: `<html>${CANARIES.join()}`, headers: { "content-type": "text/html" } },
  { status: 302, headers: { location: `/elsewhere/${tokenText}` } },
  { fault: "reset" },
];

type Inspect = (value: unknown, options?: object) => string;

/** Whatever this runtime has for showing values. */
function inspectors(): Inspect[] {
  const { process, Deno, Bun } = globalThis as {
    process?: { getBuiltinModule?(name: string): { inspect: Inspect } | undefined };
    Deno?: { inspect: Inspect };
    Bun?: { inspect: Inspect };
  };
  return [process?.getBuiltinModule?.("node:util"), Deno, Bun].flatMap((one) => (one ? [one.inspect] : []));
}

/** Everything that a program could print of a value. */
function shown(value: unknown): string {
  const parts = [String(value), JSON.stringify(value)];
  for (const inspect of inspectors()) parts.push(inspect(value, { showHidden: true, depth: 20 }));
  if (value instanceof Error) parts.push(value.message, value.stack ?? "", value.cause ? shown(value.cause) : "");
  return parts.join("\n");
}

async function failures(host: HostServer, client: CodeArtsBuild): Promise<unknown[]> {
  const thrown: unknown[] = [];
  for (const answer of answers) {
    await host.script(answer);
    const calls = [
      client.showJobStatus({ job_id: "j" }),
      client.runJob({ job_id: "j", parameter: [{ name: "password", value: secret }] }),
      client.downloadBuildLog({ record_id: "r" }),
    ];
    const ends = await Promise.allSettled(calls);
    thrown.push(...ends.map((end) => (end.status === "rejected" ? (end.reason as unknown) : "answered")));
  }
  return thrown;
}

/** Nothing secret shows up: in errors, in the log, in the client itself. */
export const secretTests: readonly Test[] = Object.entries(kinds).map(([kind, credentials]) => ({
  name: `nothing secret shows: ${kind}`,
  async run(host: HostServer) {
    const events: LogEvent[] = [];
    const client = host.client({
      credentials: credentials(),
      retries: 0,
      logger: (event) => void events.push(event),
    });
    const thrown = await failures(host, client);
    equal([thrown.length, thrown.includes("answered"), events.length > 0], [15, false, true]);
    const visible = [client, credentials()].map(shown).join("\n");
    equal(
      CANARIES.filter((canary) => visible.includes(canary)),
      [],
    );
    // What a request does not carry is no secret of it: a server may say it back.
    const told = [...events, ...thrown].map(shown).join("\n");
    equal(
      carried[kind]?.filter((canary) => told.includes(canary)),
      [],
    );
  },
}));
