import type * as Package from "codearts-build";
import type { createSimulator } from "codearts-build/simulator";
import type { Screen, Style } from "./screen.js";

/** What the demo uses of the package. */
export interface Parts {
  readonly CodeArtsBuild: typeof Package.CodeArtsBuild;
  readonly isCodeArtsBuildError: typeof Package.isCodeArtsBuildError;
  readonly createSimulator: typeof createSimulator;
}

type Client = Package.CodeArtsBuild;
type Reference = Package.BuildReference;

const STEPS = ["Code checkout", "Build with Maven", "Upload to release repository"];

/** What the steps write to the log: enough to follow it for a while. */
const LOG = {
  "Code checkout":
    "Cloning demo-group/maven-demo, branch main\nReceiving objects: 100% (412/412)\nHEAD is now at 5f2c1d9\n",
  "Build with Maven":
    "mvn package\n[INFO] Compiling 38 source files\n[INFO] Tests run: 112, Failures: 0\n[INFO] BUILD SUCCESS\n",
  "Upload to release repository": "Uploading demo-service.jar (4.2 MB)\nUploaded · 上传完成\n",
};

/** A simulator with a task, and a client for it. */
function prepare({ CodeArtsBuild, createSimulator }: Parts) {
  const service = createSimulator();
  const { job_id, project_id } = service.addJob({ job_name: "demo-service", steps: STEPS });
  for (const outcome of ["success", "failure", "success"] as const) service.addBuild({ job_id, outcome });
  service.addBuild({ job_id: service.addJob({ job_name: "demo-website" }).job_id, outcome: "failure" });
  service.addJob({ job_name: "demo-docs" });
  service.plan(job_id, { queue: 500, duration: 1_000, log: LOG, packages: ["demo-service.jar", "demo-service.pom"] });
  const build = new CodeArtsBuild({ baseUrl: service.url, fetch: service.fetch, credentials: service.credentials() });
  return { build, job_id, project_id };
}

/** Shows what the package is for: tasks, a build from its start to its artefacts, an error. */
export async function tell(parts: Parts, screen: Screen): Promise<void> {
  const { build, job_id, project_id } = prepare(parts);
  screen.line("A simulator of CodeArts Build, in this process: no account, no network.");
  await listTasks(build, project_id, screen);
  const reference = await start(build, job_id, screen);
  const [{ result, elapsed }] = await Promise.all([
    build.waitForBuild(reference),
    followLog(build, reference, screen),
    drawProgress(build, reference, screen),
  ]);
  screen.endProgress();
  screen.line();
  const seconds = (elapsed / 1_000).toFixed(1);
  screen.line(
    screen.style(result === "success" ? "green" : "red", `Build ${reference.build_no}: ${result} in ${seconds} s`),
  );
  await listArtefacts(build, reference, screen);
  await showError(parts, build, screen);
}

function heading(screen: Screen, words: string, call: string): void {
  screen.line();
  screen.line(`${screen.style("bold", words)}  ${screen.style("dim", call)}`);
}

const COLOURS: Readonly<Record<string, Style>> = { blue: "green", red: "red" };

async function listTasks(build: Client, project_id: string, screen: Screen): Promise<void> {
  heading(screen, "The project's tasks", "build.showJobListByProjectId({ project_id, page_size: 10 })");
  for await (const { job_name, last_build_status, build_number } of build.showJobListByProjectId({
    project_id,
    page_size: 10,
  })) {
    const status = last_build_status ?? "none";
    const last =
      status === "none" ? "never built" : `build ${build_number}: ${status === "blue" ? "success" : "failure"}`;
    screen.line(`  ${(job_name ?? "").padEnd(16)}${screen.style(COLOURS[status] ?? "dim", last)}`);
  }
}

async function start(build: Client, job_id: string, screen: Screen): Promise<Reference> {
  heading(screen, "A build", 'build.runJob({ job_id, parameter: [{ name: "codeBranch", value: "main" }] })');
  const run = await build.runJob({ job_id, parameter: [{ name: "codeBranch", value: "main" }] });
  screen.line(`  build ${run.actual_build_number} started`);
  heading(screen, "Its log, as it grows", "build.followLog({ job_id, build_no })");
  return { job_id, build_no: run.actual_build_number };
}

async function followLog(build: Client, reference: Reference, screen: Screen): Promise<void> {
  let rest = "";
  for await (const text of build.followLog(reference)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) screen.line(`  ${screen.style("dim", line)}`);
  }
  if (rest) screen.line(`  ${screen.style("dim", rest)}`);
}

const FRAMES = Array.from("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏");
const LOOKS = 100;

/** One word for each step: done, failed, running, or waiting. */
function drawn(name: string, status: string | undefined, frame: number): [Style, string] {
  if (status === "success") return ["green", `✔ ${name}  `];
  if (status === "error") return ["red", `✘ ${name}  `];
  return status === "running" ? ["cyan", `${FRAMES[frame % FRAMES.length] ?? ""} ${name}  `] : ["dim", `· ${name}  `];
}

/** Draws the steps until all have ended. In a pipe it prints a line for each step that changes. */
async function drawProgress(build: Client, { job_id, build_no }: Reference, screen: Screen): Promise<void> {
  const known = new Map<string, string>();
  for (let frame = 0; ; frame++) {
    const { build_steps: steps } = await build.showHistoryDetails({ job_id, build_number: build_no });
    screen.progress(steps.map(({ name = "", status }) => drawn(name, status, frame)));
    for (const { name = "", status = "" } of steps) {
      if (!screen.live && status && known.get(name) !== status) screen.line(`  > ${name}: ${status}`);
      known.set(name, status);
    }
    if (steps.every(({ status }) => status === "success") || steps.some(({ status }) => status === "error")) return;
    await new Promise((resolve) => setTimeout(resolve, LOOKS));
  }
}

async function listArtefacts(build: Client, { job_id, build_no }: Reference, screen: Screen): Promise<void> {
  heading(screen, "What it made", "build.showOutputInfo({ job_id, build_no })");
  const { result } = await build.showOutputInfo({ job_id, build_no });
  for (const { name, version, uri } of Object.values(result.package_infos ?? {})) {
    screen.line(`  ${name} ${version}  ${screen.style("dim", uri ?? "")}`);
  }
}

async function showError({ isCodeArtsBuildError }: Parts, build: Client, screen: Screen): Promise<void> {
  heading(screen, "What an error looks like", 'build.runJob({ job_id: "00000000000000000000000000000000" })');
  try {
    await build.runJob({ job_id: "0".repeat(32) });
  } catch (error) {
    if (!isCodeArtsBuildError(error)) throw error;
    screen.line(`  ${screen.style("red", error.name)}: ${error.message}`);
  }
}
