// Reads the application examples of the PDF.
import type { DocumentFacts } from "./facts.js";
import type { Section } from "./contents.js";
import type { Line } from "./elements.js";
import { blocksOf, readExampleBody, readRequestLine } from "./examples.js";
import { neutralExample } from "./neutral.js";
import type { FoundDocument } from "./operation.js";
import { quote, SourceError, type PagePlace } from "./problems.js";

/** Reads an application example: a numbered step for each exchange, with its URI, request, body and response. */
export function readWalkthrough(
  section: Section,
  date: string,
  operations: FoundDocument[],
  place: PagePlace,
): FoundDocument[] {
  return cutSteps(section, place).map((step) => {
    const { method, path } = readUri(step, place);
    const known = operations.find(({ facts }) => facts.method === method && facts.path === path);
    if (!known) {
      throw new SourceError(
        place,
        step[0]?.number ?? 0,
        `expected an operation of this document, found ${method} ${path}`,
      );
    }
    const facts: DocumentFacts = {
      document: "walkthrough",
      section: section.number,
      title: section.title,
      date,
      unavailableSoon: false,
      method,
      path,
      parameters: [],
      tables: [],
      statuses: [],
      examples: readExchange(step, place).map(neutralExample),
    };
    return { operationId: known.operationId, facts };
  });
}

/** The steps: "Step 1", "Step 2" ... up to "----End". */
function cutSteps(section: Section, place: PagePlace): Line[][] {
  const steps: Line[][] = [];
  for (const line of section.lines) {
    const text = line.text.trim();
    if (/^-{3,}End$/.test(text)) {
      if (steps.length === 0) break;
      return steps;
    }
    const number = /^\*\*Step (\d+)\*\*/.exec(text)?.[1];
    if (number === undefined) {
      steps.at(-1)?.push(line);
      continue;
    }
    if (Number(number) !== steps.length + 1) {
      throw new SourceError(place, line.number, `expected Step ${steps.length + 1}, found ${quote(text)}`);
    }
    steps.push([line]);
  }
  const end = section.lines.at(-1)?.number ?? section.line;
  throw new SourceError(place, end, "expected steps and the mark of their end, found none");
}

function readUri(step: Line[], place: PagePlace): { method: string; path: string } {
  for (const line of step) {
    const match = /^URI: \**([A-Z]+) (\/[^\s*]+)\**$/.exec(line.text.trim());
    if (match) return { method: match[1] ?? "", path: (match[2] ?? "").replaceAll("\\_", "_") };
  }
  throw new SourceError(place, step[0]?.number ?? 0, 'expected "URI: METHOD /path" in this step, found none');
}

function readExchange(step: Line[], place: PagePlace): DocumentFacts["examples"] {
  const part = (title: string): Line[] => {
    const from = step.findIndex((line) => line.text.trim() === `- ${title}`);
    if (from < 0) return [];
    const rest = step.slice(from + 1);
    const to = rest.findIndex((line) => line.text.startsWith("- "));
    const own = to < 0 ? rest : rest.slice(0, to);
    return blocksOf(own, place).flatMap((block) => (block.code ? block.lines : []));
  };
  const line = step[0]?.number ?? 0;
  const request = readRequestLine(part("Example request"));
  if (!request) throw new SourceError(place, line, 'expected a request line under "Example request", found none');
  const response = part("Example response");
  if (response.length === 0) throw new SourceError(place, line, 'expected a body under "Example response", found none');
  const { method, url } = request;
  return [
    { of: "request", method, url, ...readExampleBody(part("Example request body"), place) },
    { of: 200, ...readExampleBody(response, place) },
  ];
}
