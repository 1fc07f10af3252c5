import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { printCurl, shellText } from "../../generator/core/emit/curl.js";
import { printSigned } from "../../generator/codearts/emit/signed.js";
import { newSimulator } from "../codearts/simulator/specification.js";
import { ownModel } from "./model.js";

const folder = mkdtempSync(join(tmpdir(), "samples-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const model = ownModel();

/** The words that a real shell hands to curl. */
function wordsOf(sample: string): string[] {
  const program = `curl() { printf '%s\\0' "$@"; }\nCODEARTS_TOKEN=a-token\n${sample}`;
  return execFileSync("sh", ["-c", program], { encoding: "utf8" }).split("\0").slice(0, -1);
}

describe("curl", () => {
  test("a GET says what it asks for, and by whom", () => {
    const operation = model.operations.find(({ id }) => id === "showJobStatus");
    expect(operation && printCurl(operation, model))
      .toBe(`curl --fail-with-body 'https://cloudbuild-ext.ap-southeast-3.myhuaweicloud.com/v3/jobs/901878212b1a49be9c1a1054c272762a/status' \\
  --header "X-Auth-Token: $CODEARTS_TOKEN"
`);
  });

  test("a shell reads every sample as one request of the documented method and path", () => {
    for (const operation of model.operations) {
      const words = wordsOf(printCurl(operation, model));
      const address = words.find((word) => word.startsWith("https://")) ?? "";
      const parts = operation.path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"));
      expect(new URL(address).pathname, operation.id).toMatch(new RegExp(`^${parts.join("[^/{}]+")}$`));
      const method = words.includes("--request") ? words[words.indexOf("--request") + 1] : "GET";
      expect(method, operation.id).toBe(operation.method);
      expect(words.includes("X-Auth-Token: a-token"), operation.id).toBe(!operation.anonymous);
      const body = words.includes("--data") ? words[words.indexOf("--data") + 1] : undefined;
      expect(body === undefined, operation.id).toBe(operation.body === undefined);
      if (body !== undefined) expect(() => JSON.parse(body) as unknown, operation.id).not.toThrow();
    }
    expect(model.operations.length).toBeGreaterThan(30);
  });

  test.each(["it's", '$HOME `id` \\ "x"', "a\nb", "构建"])("%s is one word of a shell", (text) => {
    expect(wordsOf(`curl ${shellText(text)}`)).toEqual([text]);
  });
});

describe("the request signed by hand", () => {
  test("runs as it stands, and the service accepts the signature of each operation", async () => {
    const simulator = newSimulator({ clock: "real" });
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", simulator.accessKey.accessKeyId);
    vi.stubEnv("HUAWEICLOUD_SDK_SK", simulator.accessKey.secretAccessKey);
    const refused: string[] = [];
    let sent = 0;
    vi.stubGlobal("fetch", async (input: URL, init: RequestInit) => {
      sent += 1;
      const response = await simulator.fetch(input, init);
      if (response.status === 401) refused.push(`${init.method ?? ""} ${input.href}: ${await response.clone().text()}`);
      return response;
    });
    const samples = model.operations.flatMap((operation) => printSigned(operation, model) ?? []);
    for (const [index, sample] of samples.entries()) {
      const file = join(folder, `${index}.mjs`);
      writeFileSync(file, sample);
      await import(pathToFileURL(file).href);
    }
    expect(refused).toEqual([]);
    expect(sent).toBe(samples.length);
    expect(samples.length).toBeGreaterThan(30);
  });

  test("is refused with another key", async () => {
    const simulator = newSimulator({ clock: "real" });
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", simulator.accessKey.accessKeyId);
    vi.stubEnv("HUAWEICLOUD_SDK_SK", "another");
    const statuses: number[] = [];
    vi.stubGlobal("fetch", async (input: URL, init: RequestInit) => {
      const response = await simulator.fetch(input, init);
      statuses.push(response.status);
      return response;
    });
    const operation = model.operations.find(({ id }) => id === "runJob");
    const file = join(folder, "wrongKey.mjs");
    writeFileSync(file, (operation && printSigned(operation, model)) ?? "");
    await import(pathToFileURL(file).href);
    expect(statuses).toEqual([401]);
  });

  test("there is none for what takes no signature", () => {
    const operation = model.operations.find(({ id }) => id === "keystoneCreateUserTokenByPassword");
    expect(operation && printSigned(operation, model)).toBeUndefined();
  });
});
