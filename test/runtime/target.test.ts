import { execFile, spawn } from "node:child_process";
import { chmod, lstat, mkdtemp, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { saveTo as saveWithoutFiles } from "../../generator/runtime/noFiles.js";
import { saveTo } from "../../generator/runtime/node.js";
import { rejection, rejectionOf, TestClient } from "./support/client.js";
import { serve } from "./support/server.js";

const run = promisify(execFile);

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "target-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function download(text = "new") {
  const { url } = await serve((response) => void response.end(text));
  return new TestClient(url).file();
}

/** A program that saves what never ends, with the runtime's sources. Its exit code and what it printed. */
async function program(text: string): Promise<{ code: number | null; stdout: string; milliseconds: number }> {
  const { url } = await serve((response) => void response.writeHead(200).write("01234"));
  const support = new URL("./support/client.ts", import.meta.url).href;
  const runtime = new URL("../../generator/runtime/node.ts", import.meta.url).href;
  const head = `import { saveTo } from ${JSON.stringify(runtime)}; import { TestClient } from ${JSON.stringify(support)};
    const download = new TestClient(${JSON.stringify(url)}).file();`;
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", head + text]);
  let stdout = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => (stdout += piece.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, milliseconds: performance.now() - started };
}

describe("fault 5: an existing file", () => {
  test("keeps its mode", async () => {
    const path = join(await folder(), "release.keystore");
    for (const mode of [0o600, 0o640, 0o777]) {
      await writeFile(path, "old");
      await chmod(path, mode);
      await saveTo(await download(), path);
      expect([(await stat(path)).mode & 0o7777, await readFile(path, "utf8")]).toEqual([mode, "new"]);
    }
  });

  test.each(["file", "missing"])("behind a link is written through it: %s", async (name) => {
    const place = await folder();
    await mkdir(join(place, "real"));
    await writeFile(join(place, "real", "file"), "old");
    await symlink(join("real", name), join(place, "one"));
    await symlink("one", join(place, "two"));
    await saveTo(await download(), join(place, "two"));
    expect(await readFile(join(place, "real", name), "utf8")).toBe("new");
    expect((await lstat(join(place, "two"))).isSymbolicLink()).toBe(true);
    expect((await readdir(place)).sort()).toEqual(["one", "real", "two"]);
  });

  test("that is a folder is refused before anything is read", async () => {
    const place = await folder();
    expect((await rejection(saveTo(await download(), place))).message).toContain("EISDIR");
    const loop = join(place, "loop");
    await symlink("loop", loop);
    expect((await rejection(saveTo(await download(), loop))).message).toContain("ELOOP");
  });
});

describe("fault 5: what is no regular file is written to", () => {
  test("a named pipe", async () => {
    const path = join(await folder(), "pipe");
    await run("mkfifo", [path]);
    const read = readFile(path, "utf8");
    expect(await saveTo(await download("through a pipe"), path)).toBe(14);
    expect(await read).toBe("through a pipe");
    expect((await lstat(path)).isFIFO()).toBe(true);
  });

  test.each(["/dev/null", "/dev/full"])("a device: %s", async (path) => {
    const saved = saveTo(await download(), path);
    if (path === "/dev/null") expect(await saved).toBe(3);
    else expect((await rejection(saved)).message).toContain("ENOSPC");
    expect((await lstat(path)).isCharacterDevice()).toBe(true);
  });

  test("the output of the process, a pipe or a file", async () => {
    const place = await folder();
    const { url } = await serve((response) => void response.end("the log\n"));
    const support = new URL("./support/client.ts", import.meta.url).href;
    const runtime = new URL("../../generator/runtime/node.ts", import.meta.url).href;
    const script = `import { saveTo } from "${runtime}"; import { TestClient } from "${support}";
      await saveTo(await new TestClient("${url}").file(), "/dev/stdout");`;
    const file = join(place, "program.mjs");
    await writeFile(file, script);
    const start = `${process.execPath} --import tsx ${file}`;
    const { stdout } = await run("sh", ["-c", `${start} | cat; (echo before; ${start}; echo after) >> ${place}/out`]);
    expect([stdout, await readFile(join(place, "out"), "utf8")]).toEqual(["the log\n", "before\nthe log\nafter\n"]);
  });

  test("what has gone through a pipe cannot be taken back", async () => {
    const path = join(await folder(), "pipe");
    await run("mkfifo", [path]);
    let breakNow = (): void => undefined;
    const { url } = await serve((response) => {
      response.writeHead(200, { "content-length": 10 }).write("01234");
      breakNow = () => void response.destroy();
    });
    const read = readFile(path, "utf8");
    const error = await rejection(saveTo(await new TestClient(url).file(), path, { onProgress: () => breakNow() }));
    expect(error.message).toMatch(/broke after 5 of 10 bytes.*what was written cannot be taken back/);
    expect(await read).toBe("01234");
  });
});

describe("fault 5: the part", () => {
  test.each(["build.log", "n".repeat(255), "é".repeat(127)])("has no longer name than the file: %s", async (name) => {
    const place = await folder();
    const { url } = await serve((response) => void response.writeHead(200).write("01234"));
    const seen: string[] = [];
    const controller = new AbortController();
    const onProgress = (): void => {
      void readdir(place)
        .then((names) => seen.push(...names))
        .finally(() => controller.abort(new Error("enough")));
    };
    const saved = saveTo(await new TestClient(url).file(), join(place, name), {
      signal: controller.signal,
      onProgress,
    });
    expect((await rejection(saved)).message).toBe("enough");
    expect(seen).toHaveLength(1);
    expect(Buffer.byteLength(seen[0] ?? "")).toBeLessThanOrEqual(Buffer.byteLength(name));
    expect(await readdir(place)).toEqual([]);
    await saveTo(await download(), join(place, name));
    expect(await readdir(place)).toEqual([name]);
  });

  test("an abort leaves none behind, whenever it comes", async () => {
    const place = await folder();
    const reasons: string[] = [];
    for (let wait = 0; wait < 8; wait++) {
      const controller = new AbortController();
      const { url } = await serve((response) => void response.writeHead(200).write("01234"));
      const saved = saveTo(await new TestClient(url).file(), join(place, "x"), { signal: controller.signal });
      setTimeout(() => controller.abort(new Error(`after ${wait}`)), wait);
      reasons.push((await rejection(saved)).message);
      expect(await readdir(place)).toEqual([]);
    }
    expect(reasons).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((wait) => `after ${wait}`));
  });
});

describe("fault 5: a save that cannot begin", () => {
  test("in a folder that is not there ends the process, too", async () => {
    const { stdout, milliseconds } = await program(
      `await saveTo(await download, "/nowhere/at/all").catch((error) => console.log(error.code));`,
    );
    expect(stdout).toBe("ENOENT\n");
    expect(milliseconds).toBeLessThan(10_000);
  });

  test("in a folder that is not there lets go of the file", async () => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const { url } = await serve((response) => void response.on("close", closed).writeHead(200).write("01234"));
    const download = await new TestClient(url).file();
    expect((await rejection(saveTo(download, "/nowhere/at/all"))).message).toContain("ENOENT");
    await gone;
  });

  test.each([saveTo, saveWithoutFiles])("with a promise says what to do, and lets go of the file", async (save) => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const { url } = await serve((response) => void response.on("close", closed).writeHead(200).write("01234"));
    const promise = new TestClient(url).file();
    const error = await rejectionOf(ConfigurationError, save(promise as never, "x"));
    expect(error.message).toBe(
      'saveTo was given the promise of a download: write "await" before the call that makes it.',
    );
    await gone;
  });

  test.each([undefined, null, "text", {}, { body: {} }])("with no download says so: %j", async (value) => {
    const error = await rejectionOf(ConfigurationError, saveTo(value as never, "x"));
    expect(error.message).toContain("saveTo was given no download");
  });

  test.each([undefined, "", 5, new URL("file:///x")])("with no path says so: %j", async (path) => {
    const error = await rejectionOf(ConfigurationError, saveTo(await download(), path as never));
    expect(error.message).toBe("saveTo: path is no text: give a file's name.");
  });
});
