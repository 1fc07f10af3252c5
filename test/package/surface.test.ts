import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../core/specification.js";
import { userOptions } from "./entries.js";
import { printSurface } from "./surface.js";

test("every exported name, with its kind and signature; what is private or inherited from an export is left out", () => {
  const folder = folderOf({
    "inner.ts": `class Base<T> { #secret = 1; protected hidden = 2; readonly size: T | undefined; get own() { return this.#secret; } }
export class Shelf extends Base<number> { constructor(readonly name: string, private count = 0) { super(); }
  /** @deprecated Use put. */ add(item?: "b" | "a" | null): Promise<void> { return Promise.resolve(void [item, this.count]); } }
export class Special extends Shelf { extra = true; }`,
    "index.ts": `export { Shelf, type Special } from "./inner.js";
export interface Options<T> { readonly "odd-name"?: T | undefined; nothing?: never; on(event: string): void }
/** @deprecated */ export type State = (string & {}) | "on";
export const limit = 3;
export function open(options: Options<string>): Shelf; export function open(): undefined;
export function open(options?: Options<string>) { return options && undefined; }
const internal = 1; void internal;`,
  });
  const entry = { name: "shelves", file: join(folder, "index.ts") };
  expect(printSurface([entry], userOptions)).toBe(`# shelves

interface Options<T>
  nothing?: never
  on(event: string): void
  readonly "odd-name"?: T | undefined
class Shelf extends Base<number>
  new (name: string, count?: number): Shelf
  add(item?: "a" | "b" | null): Promise<void> [deprecated]
  readonly name: string
  readonly own: number
  readonly size: number | undefined
class Special extends Shelf (type only)
  new (name: string, count?: number): Special
  extra: boolean
type State = "on" | (string & {}) [deprecated]
const limit: 3
function open(options: Options<string>): Shelf
function open(): undefined
`);
}, 180_000);
