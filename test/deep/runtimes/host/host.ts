import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Simulator } from "../../../../generator/codearts/simulator/index.js";
import { serve } from "../../../../generator/codearts/simulator/server.js";
import { newSimulator } from "../../../codearts/simulator/specification.js";
import type { Answer, ContractCase, Report, SimulatorRecord, SimulatorWorld } from "../suite/protocol.js";
import { Script } from "./script.js";

/** Where the suite's page loads the suite from. */
export interface Page {
  readonly script: string;
}

/**
 * The server that the suite talks to, in a process of its own: it plays what the suite asks for, scripted answers or a
 * simulator, and takes the suite's report. All at one address, so that a page may call it.
 */
export class Host {
  readonly #server: Server;
  readonly #cases: readonly ContractCase[];
  readonly #page: Page | undefined;
  #script = new Script([]);
  #simulator: Simulator | undefined;
  #deliver: (report: Report) => void = () => undefined;
  /** What the suite reports at its end. */
  readonly report: Promise<Report>;

  constructor(cases: readonly ContractCase[], page?: Page) {
    this.#cases = cases;
    this.#page = page;
    this.report = new Promise((resolve) => (this.#deliver = resolve));
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
    });
  }

  /** Begins to listen; resolves with its address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, area, action = ""] = (request.url ?? "").split("/");
    if (area === "suite") {
      const [type, body] = this.#file(action);
      response.writeHead(200, { "content-type": type }).end(body);
    } else if (area === "control") {
      const answer = await this.#control(action, await json(request));
      // A test begins on a connection of its own.
      response
        .writeHead(200, { "content-type": "application/json", connection: "close" })
        .end(JSON.stringify(answer ?? null));
    } else if (this.#simulator) {
      await serve(this.#simulator, request, response, {});
    } else await this.#script.serve(request, response);
  }

  #file(name: string): [type: string, body: string | Buffer] {
    if (name === "suite.js" && this.#page) return ["text/javascript", readFileSync(this.#page.script)];
    return ["text/html", '<!doctype html><title>suite</title><script type="module" src="/suite/suite.js"></script>'];
  }

  async #control(action: string, body: unknown): Promise<unknown> {
    switch (action) {
      case "cases":
        return this.#cases;
      case "script":
        this.#simulator = undefined;
        this.#script = new Script(body as Answer[]);
        return undefined;
      case "arrived":
        return this.#script.arrived;
      case "release":
        this.#script.release();
        return undefined;
      case "simulator":
        return this.#simulate();
      case "fault":
        return void this.#simulator?.fault(body as object);
      case "record":
        return this.#record();
      case "dead":
        return deadAddress();
      case "report":
        this.#deliver(body as Report);
        return undefined;
      default:
        throw new Error(`The host has no ${action}`);
    }
  }

  #simulate(): SimulatorWorld {
    const service = newSimulator({ clock: "real" });
    const { job_id, project_id } = service.addJob({ job_name: "demo" });
    service.plan(job_id, { queue: 20, duration: 100, log: { "Code checkout": "one\n二\nthree\n" } });
    const { record_id } = service.addBuild({ job_id });
    service.addJob({ job_name: "other" });
    this.#simulator = service;
    const { token, accessKey, user } = service;
    return { job_id, project_id, record_id, token, accessKey, user };
  }

  #record(): SimulatorRecord {
    const { requests, state } = this.#simulator ?? { requests: [], state: { jobs: [] } };
    const builds = state.jobs.flatMap((job) => job.builds.map(({ parameters }) => parameters));
    return { statuses: requests.map(({ status = 0 }) => status), builds };
  }
}

/** The address of a port that nobody listens on. */
async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
