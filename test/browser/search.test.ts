import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reachable } from "../../generator/core/model/resolve.js";
import type { Model, Operation, Schema } from "../../generator/core/model/types.js";
import { addressOf, found, launch, openReference, openSearch, ownModel, watch } from "./site.js";

let browser: Browser;
let page: Page;
let input: ReturnType<Page["locator"]>;

beforeAll(async () => {
  browser = await launch();
  ({ page } = await watch(browser));
  await openReference(page);
  input = await openSearch(page);
});
afterAll(() => browser.close());

/** Searches, and returns which of the wanted operations are not among what is found. */
async function missing(query: string, wanted: readonly Operation[]): Promise<string[]> {
  const links = '[data-testid="search-dialog"] a';
  // Former results must be gone: they could be taken for the new ones.
  await input.fill("");
  await page.waitForFunction((selector) => document.querySelector(selector) === null, links);
  await input.fill(query);
  const own = wanted.map((operation) => addressOf(operation));
  const all = ({ selector, addresses }: { selector: string; addresses: string[] }): boolean => {
    const found = [...document.querySelectorAll(selector)].map((link) => link.getAttribute("href") ?? "");
    return addresses.every((one) => found.some((address) => address === one || address.startsWith(`${one}#`)));
  };
  try {
    await page.waitForFunction(all, { selector: links, addresses: own }, { timeout: 5000 });
    return [];
  } catch {
    const addresses = await found(page);
    const lacks = (one: string): boolean =>
      !addresses.some((address) => address === one || address.startsWith(`${one}#`));
    return wanted.filter((operation) => lacks(addressOf(operation))).map(({ id }) => id);
  }
}

/** The names of all fields of an operation, nested ones and those of named schemas included. */
function fieldNames(operation: Operation, model: Model): Set<string> {
  const find = (name: string): Schema | undefined => model.schemas.find((schema) => schema.name === name)?.schema;
  const roots = [
    ...operation.arguments.map(({ schema }) => schema),
    ...operation.responses.flatMap(({ status, schema }) =>
      schema === undefined || /^[45]/.test(status) ? [] : [schema],
    ),
  ];
  const names = new Set(operation.arguments.map(({ name }) => name));
  const visit = (schema: Schema): void => {
    for (const { name, schema: field } of schema.properties) {
      names.add(name);
      visit(field);
    }
    const inner = [schema.items, schema.others].filter((part) => part !== undefined);
    for (const part of [...inner, ...schema.allOf, ...schema.anyOf, ...schema.oneOf]) visit(part);
  };
  for (const schema of [...roots, ...reachable(roots, find).flatMap((name) => find(name) ?? [])]) visit(schema);
  return names;
}

test("finds every operation by operationId, path and title", async () => {
  const { operations } = ownModel();
  const lacking: string[] = [];
  for (const operation of operations) {
    for (const query of [operation.id, operation.path, operation.summary]) {
      const lost = await missing(query, [operation]);
      lacking.push(...lost.map((id) => `${query}: ${id}`));
    }
  }
  expect(operations.length).toBeGreaterThan(30);
  expect(lacking).toEqual([]);
});

test("finds by the name of a field every operation that has it", { timeout: 600_000 }, async () => {
  const model = ownModel();
  const having = new Map<string, Operation[]>();
  for (const operation of model.operations) {
    for (const name of fieldNames(operation, model)) having.set(name, [...(having.get(name) ?? []), operation]);
  }
  const lacking: string[] = [];
  for (const [name, operations] of having) {
    const lost = await missing(name, operations);
    if (lost.length > 0) lacking.push(`${name}: ${lost.join(", ")}`);
  }
  expect(having.size).toBeGreaterThan(200);
  expect(lacking).toEqual([]);
});
