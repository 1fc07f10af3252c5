import { parseArgs } from "node:util";
import { type Listener, type Served, listen } from "./server.js";
import type { Simulator } from "./simulator.js";
import { timeOfDay } from "./times.js";

const usage = `Usage: codearts-build simulator [--port <number>]

The CodeArts Build service in miniature, on a port of this machine: a first try without an account.

  --port <number>  default 8080; 0 finds a free one
  --help           print this

Exit codes: 0 stopped, 1 the port cannot be used, 2 misuse.
`;

/** What the command line talks through. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
  /** Resolves when it is told to stop. */
  readonly stopped: () => Promise<void>;
}

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    }),
};

/** The command line of the package; gives the exit code. */
export async function main(
  words: readonly string[],
  createSimulator: () => Simulator,
  { print, say, stopped }: Terminal = terminal,
): Promise<number> {
  const port = readPort(words);
  if (typeof port === "string") {
    if (port === "") print(usage);
    else say(`${port}\n\n${usage}`);
    return port === "" ? 0 : 2;
  }
  const stop = stopped();
  const service = createSimulator();
  let listener: Listener;
  try {
    listener = await listen(service, port, (served) => print(lineOf(served, service)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`Port ${port} cannot be used (${reason}): give another one with --port, or --port 0 for a free one.\n`);
    return 1;
  }
  print(introduction(service, listener.url));
  await stop;
  await listener.close();
  return 0;
}

/** The port; what is wrong with the words; or an empty text that asks for help. */
function readPort(words: readonly string[]): number | string {
  const options = { port: { type: "string", default: "8080" }, help: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (values.help === true) return "";
    if (positionals.join(" ") !== "simulator") return `There is no command "${positionals.join(" ")}".`;
    const port = Number(values.port);
    return /^\d+$/.test(values.port) && port <= 65_535
      ? port
      : `--port ${values.port} is not a number from 0 to 65535.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What someone needs for a first call, with a task to call about. */
function introduction(service: Simulator, url: string): string {
  const { job_id, project_id } = service.addJob({ job_name: "demo" });
  service.addBuild({ job_id });
  const { accessKeyId, secretAccessKey } = service.accessKey;
  const header = `X-Auth-Token: ${service.token}`;
  return `${url}

${header}
Access key: ${accessKeyId}
Secret key: ${secretAccessKey}
Project: ${project_id}
Task: ${job_id}

curl -H '${header}' '${url}/v3/${project_id}/jobs?page_size=10'
curl -H '${header}' -H 'Content-Type: application/json' -d '{"job_id":"${job_id}"}' ${url}/v3/jobs/build

`;
}

function lineOf({ method, path, status, milliseconds }: Served, service: Simulator): string {
  return `${timeOfDay(service.clock.now())} ${method} ${path} ${status ?? "broken off"} ${milliseconds} ms\n`;
}
