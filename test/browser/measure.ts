import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch, openReference, siteFolder, watch } from "./site.js";

const runs = 5;

/** Opens the reference a few times and tells how long that takes, and how much it is; `npm run docs` must have made it. */
export async function main(print: (line: string) => void): Promise<number> {
  const browser = await launch();
  try {
    const paints: number[] = [];
    const loads: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { page } = await watch(browser);
      await openReference(page);
      await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
      const [paint = 0, load = 0] = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        return [performance.getEntriesByName("first-paint")[0]?.startTime, navigation?.loadEventEnd];
      });
      paints.push(paint);
      loads.push(load);
      await page.context().close();
    }
    const best = (times: readonly number[]): string => `${Math.round(Math.min(...times))} ms`;
    print(`first paint  ${best(paints)} (best of ${runs}; wanted: at most 300 ms on two idle cores)`);
    print(`loaded       ${best(loads)} (wanted: at most 1000 ms)`);
    const size = gzipSync(readFileSync(join(siteFolder, "index.html"))).length;
    print(`compressed   ${Math.ceil(size / 1000)} kB (wanted: at most 750 kB)`);
    return 0;
  } finally {
    await browser.close();
  }
}
