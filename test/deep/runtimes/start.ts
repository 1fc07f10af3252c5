import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { QUIET } from "../../browser/chromium.js";

/** A runtime that is running. */
export interface Started {
  /** Resolves, when it has ended, with its last words. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** The compatibility date of the Worker: what a new one would be given. */
const WORKER_DATE = "2026-11-01";

/** Runs a program that ends by itself. */
export function startProcess(program: string, words: readonly string[]): Started {
  return watch(spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] }));
}

/** Lets workerd serve the suite as a Worker, and calls it. */
export function startWorker(program: string, script: string, host: string): Started {
  const config = join(dirname(script), "worker.capnp");
  writeFileSync(config, workerConfig(basename(script), host));
  const stdio: SpawnOptions["stdio"] = ["ignore", "pipe", "pipe", "pipe"];
  const words = ["serve", "--socket-addr=http=127.0.0.1:0", "--control-fd=3", config];
  const child = spawn(program, words, { stdio });
  createInterface(child.stdio[3] as Readable).on("line", (line) => {
    const { event, port } = JSON.parse(line) as { event: string; port: number };
    if (event !== "listen") return;
    // What the suite has to say it reports to the host; a Worker that fails says so on its stderr, and ends the wait.
    fetch(`http://127.0.0.1:${port}`).then(
      (response) => (response.ok ? undefined : child.kill()),
      () => child.kill(),
    );
  });
  return watch(child);
}

function workerConfig(script: string, host: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", http = (), service = "suite")],
);
const suite :Workerd.Worker = (
  modules = [(name = "suite.mjs", esModule = embed "${script}")],
  compatibilityDate = "${WORKER_DATE}",
  bindings = [(name = "HOST", text = "${host}")],
);
`;
}

/** Opens a page in headless Chromium. */
export function startPage(program: string, url: string): Started {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  // Without the port it would leave as soon as the page is loaded.
  const words = [...QUIET, "--remote-debugging-port=0", `--user-data-dir=${profile}`, url];
  const started = watch(spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] }));
  return {
    ended: started.ended,
    async stop() {
      await started.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function watch(child: ChildProcess): Started {
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece: Buffer) => (words = (words + piece.toString()).slice(-4_000)));
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(String(error)));
    child.once("close", (code, signal) => resolve(`${words}\n(ended with ${code ?? signal})`));
  });
  return {
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
    },
  };
}
