import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "../../generator/core/model/types.js";
import { codeSamples } from "../../generator/site/document.js";
import { addressOf, launch, openReference, openSearch, ownModel, siteUrl, watch } from "./site.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The heading of an operation. */
function headingOf(page: Page, summary: string): Locator {
  return page.locator("h1, h2").filter({ hasText: summary }).first();
}

describe("opened from disk, with no host that has an address", () => {
  test("it asks nothing of any host and complains of nothing: load, search, theme, each operation", async () => {
    const { page, requests, complaints } = await watch(browser);
    await openReference(page);
    const input = await openSearch(page);
    await input.fill("job_id");
    await page.locator('[data-testid="search-dialog"] a').first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Theme: / }).click();
    const { operations } = ownModel();
    for (const operation of operations) {
      await page.goto(siteUrl(`index.html${addressOf(operation)}`));
      await headingOf(page, operation.summary).waitFor();
    }
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("the policy of the page lets nothing out, whoever tries", async () => {
    const { page } = await watch(browser);
    await openReference(page);
    const outcome = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const image = new Image();
      image.src = "https://example.com/pixel.png";
      const script = document.createElement("script");
      script.src = "https://example.com/code.js";
      document.head.append(script);
      await fetch("https://example.com/").catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return blocked.sort();
    });
    expect(outcome).toEqual(["connect-src", "img-src", "script-src-elem"]);
  });
});

describe("a link to an operation", () => {
  test.each([
    ["a new page", true],
    ["an open one", false],
  ])("leads there, in %s", async (_, fresh) => {
    const { page } = await watch(browser);
    if (!fresh) await openReference(page);
    await page.goto(siteUrl("index.html#/logs/downloadbuildlog"));
    const heading = headingOf(page, "Download the whole log of a build");
    await heading.waitFor();
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1, { timeout: 10_000 }).toBeLessThan(300);
    expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  test("stands in the menu, and opens in a new tab as well", async () => {
    const { page } = await watch(browser);
    await openReference(page, "#/builds/runjob");
    const links = page.locator('[data-component-name="Menu/Menu"] a');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses).toContain("#/builds/stopbuildjob");
    expect(addresses.filter((address) => !address.startsWith("#/"))).toEqual([]);
  });
});

describe("the theme", () => {
  test.each(["light", "dark"] as const)("is the system's at first: %s", async (colorScheme) => {
    const { page } = await watch(browser, { colorScheme });
    await openReference(page);
    expect(await page.locator("html").getAttribute("class")).toContain(colorScheme);
  });

  test("is switched, and stays so when the page is opened again", async () => {
    const { page } = await watch(browser, { colorScheme: "light" });
    await openReference(page);
    await page.getByRole("button", { name: "Theme: light" }).click();
    await expect.poll(() => page.locator("html").getAttribute("class")).toContain("dark");
    await page.reload();
    await expect.poll(() => page.locator("html").getAttribute("class")).toContain("dark");
    await page.goto(siteUrl("docs/runJob.html"));
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(30, 32, 39)");
  });
});

describe("on a narrow screen", () => {
  test.each([
    "index.html#/builds/runjob",
    "index.html#/tasks/createbuildjob",
    "docs/runJob.html",
    "docs/conflicts.html",
  ])("%s does not scroll sideways", async (path) => {
    const { page } = await watch(browser, { viewport: { width: 390, height: 800 } });
    await page.goto(siteUrl(path));
    await page.locator("h1, h2").first().waitFor();
    const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    expect(whole).toBe(inner);
  });
});

describe("the samples of an operation", () => {
  /** The part of the page that is about an operation, once its samples are drawn. */
  async function sectionOf(page: Page, operation: Operation): Promise<Locator> {
    await page.goto(siteUrl(`index.html${addressOf(operation)}`));
    const section = page.locator(`[data-section-id="${addressOf(operation).slice(1)}"]`);
    await section.locator('[data-component-name="CodeBlock/CodeBlock"]').first().waitFor();
    return section;
  }

  /** Presses the button that copies the sample which is shown, and returns what a reader could then paste. */
  async function copied(page: Page, section: Locator): Promise<string> {
    await page.evaluate(() => navigator.clipboard.writeText("nothing"));
    const sample = section.locator('[data-component-name="CodeBlock/CodeBlock"]').first();
    await sample.hover();
    await sample.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe("nothing");
    return page.evaluate(() => navigator.clipboard.readText());
  }

  test.each(["showJobStatus", "runJob", "keystoneCreateUserTokenByPassword"])(
    "%s: each language that is offered is shown when it is chosen, and copied as it stands",
    async (id) => {
      const model = ownModel();
      const operation = model.operations.find((each) => each.id === id);
      if (operation === undefined) throw new Error(`There is no ${id}.`);
      const { page } = await watch(browser, { permissions: ["clipboard-read", "clipboard-write"] });
      const section = await sectionOf(page, operation);
      const samples = codeSamples(operation, model);
      // The method and the path, then the language, each open a list.
      const header = section.locator('[data-component-name="Panel/PanelHeader"]').first();
      const button = header.locator('[data-component-name="Dropdown/Dropdown"] button[aria-haspopup]').last();
      const choices = page.getByRole("menuitem");
      const copies: string[] = [];
      for (const { label } of samples) {
        await button.click();
        await choices.first().waitFor();
        const labels = await choices.allTextContents();
        expect(labels.slice(0, samples.length)).toEqual(samples.map((sample) => sample.label));
        await choices.nth(labels.indexOf(label)).click();
        await expect.poll(() => button.innerText()).toBe(label);
        copies.push((await copied(page, section)).trim());
      }
      expect(copies).toEqual(samples.map(({ source }) => source.trim()));
    },
  );
});

describe("without a mouse", () => {
  test("Tab and Enter open the search; arrows and Enter go to what it found", async () => {
    const { page } = await watch(browser);
    await openReference(page);
    await page.locator('[data-testid="search-trigger"]', { hasText: "Search" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const input = page.locator('[data-testid="search-dialog"] input');
    await input.waitFor();
    await page.keyboard.type("runJob");
    await page.locator('[data-testid="search-dialog"] a[href="#/builds/runjob"]').waitFor();
    // The order in which the search lists its results does not matter.
    const chosen = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
    for (let step = 0; step < 5 && (await chosen()) !== "#/builds/runjob"; step++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/builds\/runjob$/);
  });

  test("Tab reaches the menu, the theme and the samples; Enter switches the theme", async () => {
    const { page } = await watch(browser, { colorScheme: "light" });
    await openReference(page, "#/builds/runjob");
    await page.getByRole("button", { name: "Theme: light" }).waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      );
      reached.push(name);
      if (name === "Theme: light") await page.keyboard.press("Enter");
    }
    expect(reached).toEqual(expect.arrayContaining(["Tasks", "Theme: light", "TypeScript"]));
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
  });
});

test("without JavaScript, the page links to every operation's plain page, which says it all", async () => {
  const { page } = await watch(browser, { javaScriptEnabled: false });
  await page.goto(siteUrl("index.html"));
  const { operations } = ownModel();
  const links = page.locator(".without-script li a");
  expect(await links.count()).toBe(operations.length);
  expect(await page.locator("#redoc").isVisible()).toBe(false);
  await page.getByRole("link", { name: "runJob", exact: true }).click();
  expect(await page.locator("h1").innerText()).toBe("runJob");
  for (const text of ["POST /v3/jobs/build", "actual_build_number", "When not to use it", "curl --fail-with-body"]) {
    expect(await page.getByText(text).first().isVisible(), text).toBe(true);
  }
});

test("drawings are shown, with words for who does not see them", async () => {
  const { page, complaints } = await watch(browser);
  for (const path of ["docs/showRecordDetail.html", "docs/downloadRealTimeLog.html", "docs/showFlowGraph.html"]) {
    await page.goto(siteUrl(path));
    const image = page.locator("main img");
    expect((await image.getAttribute("alt"))?.length).toBeGreaterThan(60);
    expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(720);
  }
  await openReference(page, "#/builds/showrecorddetail");
  const image = page.locator('img[src$="states.svg"]');
  await image.waitFor();
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(720);
  expect(complaints).toEqual([]);
});
