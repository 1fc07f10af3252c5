import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ConfigurationError } from "../../runtime/errors.js";
import { CONTROL } from "./control.js";
import { furnish } from "./seedFile.js";
import { type Listener, type Served, listen } from "./server.js";
import type { Simulator, SimulatorOptions } from "./simulator.js";
import { timeOfDay } from "./times.js";

const usage = `Usage: codearts-build simulator [<options>]

The CodeArts Build service in miniature, on a port of this machine: a first try without an account.

  --port <number>         default 8080; 0 finds a free one
  --seed <file>           tasks, builds, plans, keystores, faults and more to begin with, as JSON
  --control               answer the routes below /_simulator/ too, which do what --seed does, and more
  --clock <real|manual>   manual: time stands still until POST /_simulator/clock moves it; default real
  --cors                  let pages of any origin call it
  --help                  print this

Exit codes: 0 stopped, 1 the port or the seed cannot be used, 2 misuse.
`;

/** The words of the command line. */
interface Words {
  readonly port: number;
  readonly seed: string | undefined;
  readonly control: boolean;
  readonly cors: boolean;
  readonly clock: "manual" | "real";
}

/** Where the command line writes. */
export interface SimulatorTerminal {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
  /** Resolves when it is told to stop. */
  readonly stopped: () => Promise<void>;
}

const terminal: SimulatorTerminal = {
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
      // The reader has closed the pipe, as `| head -1` does.
      process.stdout.on("error", () => resolve());
    }),
};

/** The command line of the package; gives the exit code. */
export async function main(
  words: readonly string[],
  createSimulator: (options: SimulatorOptions) => Simulator,
  { print, say, stopped }: SimulatorTerminal = terminal,
): Promise<number> {
  const given = readWords(words);
  if (typeof given === "string") {
    if (given === "") print(usage);
    else say(`${given}\n\n${usage}`);
    return given === "" ? 0 : 2;
  }
  const stop = stopped();
  const { port, control, cors, clock } = given;
  const service = createSimulator({ clock });
  let listener: Listener;
  try {
    if (given.seed !== undefined) furnish(service, await readSeed(given.seed));
    listener = await listen(service, port, { control, cors, onServed: (served) => print(lineOf(served, service)) });
  } catch (error) {
    say(`${error instanceof ConfigurationError ? error.message : portProblem(port, error)}\n`);
    return 1;
  }
  print(introduction(service, listener.url, control));
  await stop;
  await listener.close();
  return 0;
}

function portProblem(port: number, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Port ${port} cannot be used (${reason}): give another one with --port, or --port 0 for a free one.`;
}

/** The value of a seed file. */
async function readSeed(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(`--seed ${path} cannot be read (${(error as Error).message}).`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigurationError(`--seed ${path} is not JSON (${(error as Error).message}).`);
  }
}

/** The options, or what is wrong with them; an empty text asks for help. */
function readWords(words: readonly string[]): Words | string {
  const options = {
    port: { type: "string", default: "8080" },
    seed: { type: "string" },
    control: { type: "boolean", default: false },
    cors: { type: "boolean", default: false },
    clock: { type: "string", default: "real" },
    help: { type: "boolean" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (values.help === true) return "";
    if (positionals.join(" ") !== "simulator") return `There is no command "${positionals.join(" ")}".`;
    const { seed, control, cors, clock } = values;
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return `--port ${values.port} is not a number from 0 to 65535.`;
    if (clock !== "real" && clock !== "manual") return `--clock ${clock} is neither real nor manual.`;
    if (clock === "manual" && !control) return "--clock manual needs --control: nothing else moves the clock.";
    return { port, seed, control, cors, clock };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a user needs for a first call: the address, a token, and a task. */
function introduction(service: Simulator, url: string, control: boolean): string {
  const { job_id, project_id } = service.state.jobs[0] ?? demo(service);
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
${control ? `curl ${url}${CONTROL}\n` : ""}
`;
}

/** A task with a build, where the seed has none. */
function demo(service: Simulator): { readonly job_id: string; readonly project_id: string } {
  const job = service.addJob({ job_name: "demo" });
  service.addBuild(job);
  return job;
}

function lineOf({ method, path, status, milliseconds }: Served, service: Simulator): string {
  return `${timeOfDay(service.clock.now())} ${method} ${path} ${status ?? "broken off"} ${milliseconds} ms\n`;
}
