import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { built } from "./bundle.js";
import { startPage, startProcess, startWorker, type Started } from "./start.js";

/** How a runtime gets the package. */
export type Load = "import" | "require" | "bundled";

/** A runtime that the suite runs in. */
export interface Runtime {
  /** What it is called on the command line. */
  readonly id: string;
  readonly name: string;
  /** The first of these that there is, else the last. */
  readonly programs: readonly string[];
  /** How much of its version is said and compared: `20.20.2` with two parts is `20.20`. */
  readonly parts: number;
  /** False where the version is the machine's affair. */
  readonly pinned: boolean;
  readonly loads: readonly Load[];
  readonly start: (program: string, load: Load, url: string) => Started;
}

const packages = fileURLToPath(new URL("node_modules/", import.meta.url));
const { platform, arch } = process;

const inProcess =
  (...words: string[]) =>
  (program: string, load: Load, url: string): Started =>
    startProcess(program, [...words, load === "require" ? built.require : built.import, url]);

const nodes = ["20", "22", "24", "26"].map((major): Runtime => ({
  id: `node${major}`,
  name: `Node ${major}`,
  programs: [`${packages}node${major}-${platform}-${arch}/bin/node`],
  parts: 2,
  pinned: true,
  loads: ["import", "require"],
  start: inProcess(),
}));

/** All of them, in the order of the table. */
export const runtimes: readonly Runtime[] = [
  ...nodes,
  {
    id: "bun",
    name: "Bun",
    programs: [`${packages}@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun`],
    parts: 2,
    pinned: true,
    loads: ["import", "require"],
    start: inProcess(),
  },
  {
    id: "deno",
    name: "Deno",
    programs: [`${packages}@deno/${platform}-${arch}/deno`, `${packages}@deno/${platform}-${arch}-glibc/deno`],
    parts: 2,
    pinned: true,
    loads: ["import", "require"],
    start: inProcess("run", "--allow-all", "--no-lock", "--node-modules-dir=manual"),
  },
  {
    id: "workerd",
    name: "workerd (Workers)",
    programs: [`${packages}@cloudflare/workerd-${platform}-${arch === "x64" ? "64" : arch}/bin/workerd`],
    parts: 2,
    pinned: true,
    loads: ["bundled"],
    start: (program, _, url) => startWorker(program, built.worker, url),
  },
  {
    id: "chromium",
    name: "Chromium",
    programs: [process.env.CHROMIUM ?? "/usr/bin/chromium"],
    parts: 1,
    pinned: false,
    loads: ["bundled"],
    start: (program, _, url) => startPage(program, `${url}/suite/page.html`),
  },
];

/** Its program on this machine; undefined when it is not there. */
export function programOf({ programs }: Runtime): string | undefined {
  return programs.find((path) => existsSync(path));
}
