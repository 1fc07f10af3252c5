// Loaded first by every Node process of a measured command: at its end it notes what it used.
import { appendFileSync } from "node:fs";

const file = process.env.BENCH_USAGE;

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: (maxRSS * 1024) / 1e6 };
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(usage)}\n`);
});
