import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { projectFolder } from "../../generator/project/folder.js";
import { QUIET } from "./chromium.js";

export const siteFolder = join(projectFolder, "generated", "site");

/** The address of a file of the site, opened from disk. */
export function siteUrl(path: string): string {
  const [file = "", hash] = path.split("#");
  return pathToFileURL(join(siteFolder, file)).href + (hash === undefined ? "" : `#${hash}`);
}

/** Starts a browser for which no host has an address. */
export function launch(): Promise<Browser> {
  const args = [...QUIET.filter((flag) => flag !== "--headless"), "--host-resolver-rules=MAP * ~NOTFOUND"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}

/** A page, and what it did that a reader should not see: requests beyond the disk, and errors on its console. */
export interface Watched {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens an empty page and watches it. */
export async function watch(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) requests.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, requests, complaints };
}

/** Opens the reference at an operation, or at its beginning, and waits until it can be used. */
export async function openReference(page: Page, hash = "#/"): Promise<void> {
  await page.goto(siteUrl(`index.html${hash}`));
  // On a narrow page the menu is there, closed.
  await page.locator(`[data-testid="menu-item-label"]`).first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector("h1, h2") !== null);
}

/** Opens the search dialog and returns its input. */
export async function openSearch(page: Page): Promise<ReturnType<Page["locator"]>> {
  const input = page.locator('[data-testid="search-dialog"] input');
  await expectShortcutWorks(page, () => input.isVisible());
  return input;
}

/** The shortcut works once the page has made its index. */
async function expectShortcutWorks(page: Page, isOpen: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 60 && !(await isOpen()); attempt++) {
    await page.keyboard.press("Control+k");
    await page.waitForTimeout(250);
  }
}

/** The addresses of what the search found. */
export function found(page: Page): Promise<string[]> {
  return page
    .locator('[data-testid="search-dialog"] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

export { ownModel } from "../site/model.js";
export { addressOf } from "../../generator/site/document.js";

/** The text of a file of the site. */
export function siteText(path: string): string {
  return readFileSync(join(siteFolder, path), "utf8");
}
