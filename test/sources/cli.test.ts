import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "../../generator/sources/cli.js";
import type { OperationFacts } from "../../generator/sources/facts.js";
import { edit, PAGE, PDF } from "./texts.js";

let folder = "";
let said = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sources-"));
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Writes the texts to files and records their facts. */
async function record(...texts: string[]): Promise<number> {
  const files = texts.map((_, index) => join(folder, `source-${index}.txt`));
  await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? "")));
  return main(["--facts", ...files], join(folder, "facts"));
}

async function recorded(operationId: string): Promise<OperationFacts> {
  return JSON.parse(await readFile(join(folder, "facts", `${operationId}.json`), "utf8")) as OperationFacts;
}

describe("npm run sources -- --facts", () => {
  test("writes one file an operation, its documents newest first, and says what it wrote", async () => {
    expect(await record(PDF, PAGE)).toBe(0);
    expect(await readdir(join(folder, "facts"))).toEqual(["burnCrane.json", "foldCrane.json", "listCranes.json"]);
    const facts = await recorded("foldCrane");
    expect(facts.documents.map((document) => `${document.document} ${document.date}`)).toEqual([
      "page 2025-07-08",
      "pdf 2023-05-06",
      "walkthrough 2023-05-06",
    ]);
    expect(said).toBe(
      "Recorded 3 operations in spec/sources from 6 documents: 10 parameters, 25 fields in 18 tables, 11 examples, 1 of them with broken brackets.\n",
    );
  });

  test("writes JSON of two spaces that ends with a line break, the same each time", async () => {
    await record(PAGE);
    const first = await readFile(join(folder, "facts", "foldCrane.json"), "utf8");
    expect(first).toMatch(
      /^\{\n {2}"operationId": "foldCrane",\n {2}"documents": \[\n {4}\{\n {6}"document": "page",\n/,
    );
    expect(first.endsWith("}\n")).toBe(true);
    await record(PAGE);
    expect(await readFile(join(folder, "facts", "foldCrane.json"), "utf8")).toBe(first);
  });

  test("keeps the other documents that are recorded, and replaces the same kind", async () => {
    await record(PDF, PAGE);
    await record(PAGE.replaceAll("2025-07-08", "2026-01-02").replace("0–360", "0–180"));
    const facts = await recorded("foldCrane");
    expect(facts.documents.map((document) => document.date)).toEqual(["2026-01-02", "2023-05-06", "2023-05-06"]);
    expect(facts.documents[0]?.tables[1]?.fields[0]?.limits?.maximum).toBe(180);
  });

  test("writes nothing when any text has a problem, and names each", async () => {
    expect(await record(PAGE, edit(PDF, "Burns a crane."))).toBe(1);
    expect(said).toMatch(/source-1\.txt:\d+: section 3\.1: expected a text under "Function", found none\n/);
    expect(said).toContain("Nothing was recorded: 1 problem.");
    expect(await readdir(folder)).not.toContain("facts");
  });

  test("refuses two documents of one kind about one operation", async () => {
    expect(await record(PAGE, PAGE)).toBe(1);
    expect(said).toContain("foldCrane: page: expected one such document, found two; give one of them");
  });

  test("is misused without files, with an unknown argument, and with a file that is not there", async () => {
    expect(await main([])).toBe(2);
    expect(await main(["--facts"])).toBe(2);
    expect(said).toContain("Usage: npm run sources -- --facts <file>...");
    expect(await main(["--fax"])).toBe(2);
    expect(said).toContain("Unknown option '--fax'.");
    expect(await main(["--facts", "--all"])).toBe(2);
    expect(said).toContain("Unknown option '--all'.");
    expect(await main(["--facts", join(folder, "missing.txt")])).toBe(2);
    expect(said).toContain("Cannot read a file: ENOENT");
  });
});
