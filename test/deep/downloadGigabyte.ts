// Runs in a process of its own: saves what the address serves, and prints the bytes and by how many MiB memory grew.
import { CodeArtsBuild, token } from "codearts-build";
import { saveTo } from "codearts-build/node";

const [baseUrl = "", path = ""] = process.argv.slice(2);
const build = new CodeArtsBuild({ baseUrl, credentials: token("t") });
const log = await build.downloadBuildLog({ record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" });

// From the first piece on: what loading the file system's part of Node takes is no part of the download.
let start: number | undefined;
let most = 0;
const onProgress = (): void => {
  const { rss } = process.memoryUsage();
  start ??= rss;
  most = Math.max(most, rss);
};
const bytes = await saveTo(log, path, { onProgress });
console.log(JSON.stringify({ bytes, grownMiB: Math.round((most - (start ?? NaN)) / 1024 / 1024) }));
