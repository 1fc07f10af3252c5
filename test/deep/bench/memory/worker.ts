import { CodeArtsBuild, token } from "codearts-build";
import { saveTo } from "codearts-build/node";

/** Runs in a process of its own: does one thing, and says how much went through and by how much memory grew. */
const [what = "", baseUrl = ""] = process.argv.slice(2);
const build = new CodeArtsBuild({ baseUrl, credentials: token("a-token") });

let start: number | undefined;
let most = 0;
// From the first piece on: what loading the modules takes is no part of it.
function look(): void {
  const { rss } = process.memoryUsage();
  start ??= rss;
  most = Math.max(most, rss);
}

const tasks: Readonly<Record<string, () => Promise<number>>> = {
  async download() {
    const log = await build.downloadBuildLog({ record_id: "2cc26382-b2cb-4234-8eb0-b37d362f4d4c" });
    return saveTo(log, "/dev/null", { onProgress: look });
  },
  async follow() {
    let length = 0;
    const log = build.followLog({ job_id: "48c66c6002964721be537cdc6ce0297b", build_no: 1 });
    for await (const text of log) {
      length += text.length;
      look();
    }
    return length;
  },
  async paginate() {
    let items = 0;
    const project_id = "6ecbc5bac7c8442fb3d2563d53c13582";
    for await (const job of build.showJobListByProjectId({ project_id, page_size: 100 })) {
      items += job.job_name === undefined ? 0 : 1;
      if (items % 1000 === 0) look();
    }
    return items;
  },
};

const amount = await tasks[what]?.();
process.stdout.write(JSON.stringify({ amount, mebibytes: Math.round((most - (start ?? NaN)) / 2 ** 20) }));
