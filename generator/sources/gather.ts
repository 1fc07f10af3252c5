// Reads the given files and pages.
import { readFile } from "node:fs/promises";
import { decodePage } from "./decode.js";
import type { OperationFacts } from "./facts.js";
import type { Fetched, Fetcher } from "./fetch/fetch.js";
import { readVendorText } from "./read.js";
import type { ReadDocument } from "./report/report.js";
import { twice } from "./record.js";

/** The documents that were read, the pages that no longer exist, and the problems. */
export interface Gathered {
  readonly read: readonly ReadDocument[];
  readonly gone: ReadonlyArray<{ readonly operationId: string; readonly source: string }>;
  readonly problems: readonly string[];
}

/** A page to fetch, and the operation that it must be about where that is known. */
export interface PageAddress {
  readonly url: string;
  readonly operationId?: string;
}

/** Reads files and pages. A problem with one of them does not stop the others. */
export async function gather(
  files: readonly string[],
  pages: readonly PageAddress[],
  recorded: ReadonlyMap<string, OperationFacts>,
  fetcher: Fetcher,
): Promise<Gathered> {
  const parts: Gathered[] = [];
  for (const file of files) parts.push(await fromFile(file, recorded));
  for (const page of pages) parts.push(fromPage(page, await fetcher.fetch(page.url), recorded));
  const read = parts.flatMap((part) => part.read);
  return {
    read,
    gone: parts.flatMap((part) => part.gone),
    problems: [...parts.flatMap((part) => part.problems), ...twice(read)],
  };
}

async function fromFile(file: string, recorded: ReadonlyMap<string, OperationFacts>): Promise<Gathered> {
  try {
    return fromText(file, decodePage(await readFile(file), undefined), recorded);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { read: [], gone: [], problems: [`${file}: cannot be read: ${error.message}`] };
  }
}

function fromText(source: string, text: string, recorded: ReadonlyMap<string, OperationFacts>): Gathered {
  const { values, problems } = readVendorText(source, text);
  const read = values.map(({ operationId, facts }) => ({ source, operationId, facts }));
  const gone =
    problems.length > 0 ? [] : missingFromWhole(read, recorded).map((operationId) => ({ operationId, source }));
  return { read, gone, problems: problems.map(({ message }) => message) };
}

/**
 * Only the PDF claims to be the whole: its contents list every operation. What an older PDF had and it has not is gone.
 * A page speaks of its own operation alone; and what only pages describe was never in the PDF.
 */
function missingFromWhole(read: readonly ReadDocument[], recorded: ReadonlyMap<string, OperationFacts>): string[] {
  const whole = read.filter(({ facts }) => facts.document === "pdf");
  const [first] = whole;
  if (!first) return [];
  return [...recorded.values()]
    .filter(({ documents }) => documents.some(({ document, date }) => document === "pdf" && date <= first.facts.date))
    .map(({ operationId }) => operationId)
    .filter((operationId) => !whole.some((document) => document.operationId === operationId));
}

function fromPage(
  { url, operationId }: PageAddress,
  page: Fetched,
  recorded: ReadonlyMap<string, OperationFacts>,
): Gathered {
  const nothing = { read: [], gone: [], problems: [] };
  if ("problem" in page) {
    const known = operationId === undefined ? undefined : recorded.get(operationId);
    // An address that never led to a page proves nothing by leading nowhere.
    const had = known?.documents.some(({ document }) => document === "page") === true;
    if (page.missing && had && operationId !== undefined) return { ...nothing, gone: [{ operationId, source: url }] };
    return { ...nothing, problems: [`${url}: ${page.problem}`] };
  }
  const gathered = fromText(url, page.text, recorded);
  const other = gathered.read.find((document) => operationId !== undefined && document.operationId !== operationId);
  if (!other) return gathered;
  return {
    ...nothing,
    problems: [
      `${url}: expected the page of ${operationId ?? ""}, found that of ${other.operationId}; correct x-source.url`,
    ],
  };
}
