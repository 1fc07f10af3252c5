import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { printCurl } from "../../../generator/core/emit/curl.js";
import { exampleOf, printSample, requestOf } from "../../../generator/core/emit/sample.js";
import { projectFolder } from "../../../generator/project/folder.js";
import { buildPackageModel } from "../../../generator/core/packageModel.js";
import type { Operation } from "../../../generator/core/model/types.js";
import { readProject } from "../../../generator/project/project.js";
import type { Simulator } from "../../../generator/codearts/simulator/index.js";
import { userOptions } from "../../package/entries.js";
import { document, newSimulator } from "../simulator/specification.js";

const { model } = buildPackageModel(document, readProject());
const folder = join(projectFolder, "node_modules/.cache/samples");
const work = join(folder, "work");
const fileOf = ({ id }: Operation): string => join(folder, `${id}.ts`);
const here = process.cwd();

beforeAll(() => {
  mkdirSync(work, { recursive: true });
  for (const operation of model.operations) writeFileSync(fileOf(operation), printSample(operation, model));
});
afterEach(() => {
  process.chdir(here);
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A service in which everything that the sample names exists, and a build runs if it is to be stopped. */
function worldOf(operation: Operation): Simulator {
  const service = newSimulator({ clock: "real" });
  const example = exampleOf(operation);
  const request = (example === undefined ? {} : requestOf(operation, example)) as Record<string, string>;
  const { job_id, project_id, repository_name, uuid, name, file_name, domain_id } = request;
  const record_id = request.record_id ?? request.build_flow_record_id;
  const build_no = Number(request.build_no ?? request.build_number ?? 1);
  const job = service.addJob({
    ...(job_id !== undefined && { job_id }),
    ...(project_id !== undefined && { project_id }),
    ...(repository_name !== undefined && { repository: `https://codehub.example.com/demo/${repository_name}.git` }),
  });
  const stops = operation.id.startsWith("stop");
  service.addBuild({
    job_id: job.job_id,
    build_no,
    ...(record_id !== undefined && { record_id }),
    ...(stops && { duration: Infinity }),
  });
  service.addTemplate({ name: name ?? "Maven", ...(uuid !== undefined && { uuid }) });
  if (file_name !== undefined) service.addKeystore(file_name, new Uint8Array([0, 255, 10]), domain_id);
  service.addUser({ domain: "domainname", user: "username", password: "*****" });
  return service;
}

test("the samples of all operations compile as a strict user's", () => {
  const program = ts.createProgram(model.operations.map(fileOf), userOptions);
  // Only what users would write: the package's own sources are compiled when they are made.
  const sources = model.operations.map((operation) => program.getSourceFile(fileOf(operation)));
  const found = sources.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]);
  const problems = found.map(({ file, messageText }) => {
    return `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(sources.length).toBeGreaterThan(0);
  expect(sources).not.toContain(undefined);
  expect(problems).toEqual([]);
}, 180_000);

describe("a sample runs", () => {
  test.each(model.operations)("$id", async (operation) => {
    const service = worldOf(operation);
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.stubGlobal("fetch", service.fetch);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", service.accessKey.accessKeyId);
    vi.stubEnv("HUAWEICLOUD_SDK_SK", service.accessKey.secretAccessKey);
    process.chdir(work);
    await import(pathToFileURL(fileOf(operation)).href);
    const made = service.requests.filter((request) => request.operation === operation.id);
    expect(made.filter(({ status = 0 }) => status < 200 || status > 299)).toEqual([]);
    expect(made).not.toEqual([]);
    if (operation.answer.kind === "binary") {
      const [file] = readdirSync(work);
      expect(readFileSync(join(work, file ?? "")).length).toBeGreaterThan(0);
      rmSync(join(work, file ?? ""));
    } else if (operation.method === "GET") {
      for (const [first] of printed.mock.calls) expect(first).toBeDefined();
    }
  });
});

/** The words with which a shell would start curl for each operation. */
function curlWords(): Map<string, string[]> {
  const script = model.operations.map((operation) => {
    return printCurl(operation, model);
  });
  const spy = "curl() { printf '%s\\000' \"$@\"; printf '\\036'; }\n";
  const printed = execFileSync("sh", ["-e"], {
    input: spy + script.join(""),
    encoding: "utf8",
    env: { CODEARTS_TOKEN: "the-token" },
  });
  const commands = printed.split("\u001e").map((command) => command.split("\0").slice(0, -1));
  return new Map(model.operations.map(({ id }, index) => [id, commands[index] ?? []]));
}

/** The request that curl would send for these words. */
function requestFor(words: readonly string[], token: string): Request {
  const valuesOf = (flag: string): string[] => words.flatMap((word, at) => (words[at - 1] === flag ? [word] : []));
  const headers = valuesOf("--header").map(
    (line) => line.replace("the-token", token).split(": ", 2) as [string, string],
  );
  const [body] = valuesOf("--data");
  const [method = "GET"] = valuesOf("--request");
  const url = words.find((word) => word.startsWith("https://")) ?? "";
  return new Request(url, { method, headers, ...(body !== undefined && { body }) });
}

describe("the same request by curl", () => {
  const commands = curlWords();

  test.each(model.operations)("$id", async (operation) => {
    const service = worldOf(operation);
    const response = await service.fetch(requestFor(commands.get(operation.id) ?? [], service.token));
    expect(await response.text()).not.toContain("error_code");
    expect(response.status).toBeLessThan(300);
    expect(service.requests.map((request) => request.operation)).toEqual([operation.id]);
  });
});
