import type { CallOptions, CodeArtsBuild, Download } from "codearts-build";
import { equal, type HostServer, rejection, type Test } from "./harness.js";
import type { Arrived, ContractCase } from "./protocol.js";

type Method = (...given: Array<object | undefined>) => Promise<unknown>;

/** Calls the operation of a case. */
function call(client: CodeArtsBuild, { operation, request }: ContractCase): Promise<unknown> {
  const method = Reflect.get(client, operation) as Method;
  const options: CallOptions = { retries: 0 };
  return request === undefined ? method.call(client, options) : method.call(client, request, options);
}

/** Every operation with the examples of the specification: the request on the wire, and the result or the error. */
export async function contractTests(host: HostServer): Promise<Test[]> {
  return (await host.cases()).map((one) => ({ name: one.name, run: () => hold(host, one) }));
}

async function hold(host: HostServer, one: ContractCase): Promise<void> {
  await host.script(one.answer);
  const calling = call(host.client(), one);
  const { outcome } = one;
  if ("value" in outcome) equal(await calling, outcome.value);
  else if ("bytes" in outcome) equal([...(await ((await calling) as Download).bytes())], outcome.bytes);
  else await holdError(calling, one, outcome.error);
  const [request, ...others] = await host.arrived();
  const { line, body, headers }: Omit<Arrived, "gone"> = request ?? { line: "nothing", body: "", headers: {} };
  equal(
    {
      line,
      body: body && (JSON.parse(body) as unknown),
      token: headers["x-auth-token"],
      type: headers["content-type"],
    },
    {
      line: one.line,
      body: one.body ?? "",
      token: one.authenticated ? "a-token" : undefined,
      type: "application/json",
    },
  );
  equal(others, []);
}

type WantedError = Extract<ContractCase["outcome"], { error: unknown }>["error"];

async function holdError(calling: Promise<unknown>, { operation }: ContractCase, wanted: WantedError): Promise<void> {
  const error = (await rejection(calling)) as Error & { status?: number; code?: string; operation?: string };
  const { name, status, code } = error;
  equal(
    { name, status, code, operation: error.operation, says: error.message.includes(wanted.says) },
    { name: wanted.name, status: wanted.status, code: wanted.code, operation, says: true },
  );
}
