import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, openReference, openSearch, siteUrl, watch } from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What axe finds against levels A and AA, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (runOnly) => {
    const { axe: engine } = globalThis as unknown as {
      axe: { run(root: Document, o: RunOptions): Promise<AxeResults> };
    };
    return engine.run(document, { runOnly });
  }, levels);
  expect(results.passes.length).toBeGreaterThan(5);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
}

/** Waits until nothing on the page changes: its search is ready, and all that is in sight is drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        let timer = setTimeout(() => resolve(true), 600);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(() => resolve(true), 600);
        }).observe(document.documentElement, { childList: true, subtree: true });
      }),
  );
}

const places: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the landing page": (page) => openReference(page),
  "an operation": (page) => openReference(page, "#/builds/runjob"),
  "a deprecated operation": (page) => openReference(page, "#/builds/showrecordinfo"),
  "the search dialog": async (page) => {
    await openReference(page);
    await (await openSearch(page)).fill("runJob");
    await page.locator('[data-testid="search-dialog"] a').first().waitFor();
  },
  "a plain page": async (page) => {
    await page.goto(siteUrl("docs/runJob.html"));
  },
};

const cases = Object.keys(places).flatMap((place) =>
  (["light", "dark"] as const).flatMap((scheme) => [1440, 390].map((width) => ({ place, scheme, width }))),
);

test.each(cases)("axe finds nothing on $place, $scheme, $width pixels wide", async ({ place, scheme, width }) => {
  const { page } = await watch(browser, { colorScheme: scheme, viewport: { width, height: 900 } });
  await places[place]?.(page);
  await settle(page);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
