import { isDeepStrictEqual } from "node:util";
import { compareBodies } from "../check/exampleBody.js";
import { asList } from "../check/ledger.js";
import { child, childrenAt, followSpot, dataAt, referenced, type Spot } from "../../core/load/spots.js";
import { parametersOf, type Parameter } from "../check/parameters.js";
import { printedLine, exampleSources } from "../check/requestLine.js";
import { typesOf } from "../check/schema.js";
import type { ExampleFacts, FieldFacts } from "../facts.js";
import type { Edit } from "./draft.js";
import type { FactChange, Subject } from "./model.js";
import { belowProposal, type Context, type Proposal } from "./proposal.js";

/** Another example: the values of its request line and its body take the place of the specification's. */
export function proposeExample(
  context: Context,
  change: FactChange,
  subject: Extract<Subject, { of: "example" }>,
): Proposal {
  const { operation } = context;
  const body = bodySpot(context, subject.example);
  const spot = exampleSpot(context, body) ?? body ?? operation.spot;
  if (subject.index > 0) return { spot, advice: "a further example: look whether it shows anything new", edits: [] };
  if (change.after === null) {
    const own = exampleSpot(context, body);
    const edits: Edit[] = own ? [{ action: "remove", ...belowProposal(context, own) }] : [];
    return { spot, advice: "take the example out", edits };
  }
  const example = { of: subject.example, ...(change.after as Omit<ExampleFacts, "of">) };
  if (example.broken) {
    return { spot, advice: "its brackets do not match as printed: write the example by hand", edits: [] };
  }
  return { spot, advice: "follow the example", edits: exampleEdits(context, example) };
}

/** The edits that give the specification an example of the document that was read. */
export function exampleEdits(context: Context, example: Omit<ExampleFacts, "broken">): Edit[] {
  return [...urlEdits(context, example.url), ...bodyEdits(context, example)];
}

function bodySpot({ operation }: Context, of: "request" | number): Spot | undefined {
  const written =
    of === "request" ? child(operation.spot, "requestBody") : child(child(operation.spot, "responses"), String(of));
  // What several operations share is not one operation's to change.
  return written && (referenced(written) ? undefined : followSpot(written));
}

function mediaOf(body: Spot | undefined): Spot | undefined {
  const content = child(body, "content");
  const names = Object.keys(Object(dataAt(content)) as object);
  const name = names.find((one) => /\bjson\b/.test(one));
  return name === undefined ? undefined : child(content, name);
}

function exampleSpot(context: Context, body: Spot | undefined): Spot | undefined {
  return ownExample(context, mediaOf(body));
}

/** The example that the specification has from the document that was read. */
function ownExample({ fresh }: Context, holder: Spot | undefined): Spot | undefined {
  const examples = childrenAt(holder, "examples").map(([, example]) => example);
  return examples.find((example) => exampleSources(example).includes(fresh.document));
}

/** Another value for an example: no other source shows it then. One that is new is named by hand, after what it shows. */
function valueEdits(context: Context, holder: Spot, value: unknown): Edit[] {
  const known = ownExample(context, holder);
  const { document } = context.fresh;
  if (!known) {
    const example = { "x-from": [document], value };
    return [{ action: "set", ...belowProposal(context, holder, "examples", document), value: example }];
  }
  const shared = exampleSources(known).length > 1;
  return [
    ...(shared ? [{ action: "set" as const, ...belowProposal(context, known, "x-from"), value: [document] }] : []),
    { action: "set", ...belowProposal(context, known, "value"), value },
  ];
}

function bodyEdits(context: Context, { of, body }: Omit<ExampleFacts, "broken">): Edit[] {
  const media = mediaOf(bodySpot(context, of));
  if (body === undefined || !media) return [];
  const known = exampleSpot(context, bodySpot(context, of));
  if (known && (isDeepStrictEqual(dataAt(child(known, "value")), body) || isRepaired(context, known, body))) return [];
  return valueEdits(context, media, body);
}

/** An example that was repaired on purpose: all that it says otherwise is quoted beside it. */
function isRepaired({ specification, fresh }: Context, example: Spot, body: unknown): boolean {
  const { printed, containers } = compareBodies({ of: "request", body }, dataAt(child(example, "value")), undefined);
  const entries = specification.entries([example], ["example"]);
  const quoted = entries.flatMap(({ claims }) => asList(claims[fresh.document]).map(String));
  return containers.length === 0 && printed.length > 0 && printed.every((line) => quoted.includes(line));
}

/** A request line that was decided otherwise on purpose: it is quoted beside the operation. */
function isDecided({ specification, operation, fresh }: Context, url: string): boolean {
  const line = printedLine(operation.method, url);
  const entries = specification.entries([operation.spot], ["example"]);
  return entries.some(({ claims }) => asList(claims[fresh.document]).map(String).includes(line));
}

function urlEdits(context: Context, url: string | undefined): Edit[] {
  if (url === undefined || isDecided(context, url)) return [];
  return parametersOf(context.operation).flatMap((parameter): Edit[] => {
    const printed = valueInUrl(context.operation.path, url, parameter);
    if (printed === undefined) return [];
    const value = typed(printed, parameter.schema);
    const known = child(ownExample(context, parameter.spot), "value");
    return known && dataAt(known) === value ? [] : valueEdits(context, parameter.spot, value);
  });
}

function valueInUrl(
  template: string,
  url: string,
  { name, in: location }: Pick<Parameter, "name" | "in">,
): string | undefined {
  const [address = "", query = ""] = url.split("?", 2);
  if (location === "query") return new URLSearchParams(query).get(name) ?? undefined;
  if (location !== "path") return undefined;
  const names = template.split("/");
  const values = address.replace(/^https?:\/\/[^/]*/, "").split("/");
  return names.length === values.length ? values[names.indexOf(`{${name}}`)] : undefined;
}

function typed(text: string, schema: Spot | undefined): string | number | boolean {
  const types = schema ? typesOf(schema) : new Set<string>();
  if ((types.has("integer") || types.has("number")) && /^-?\d+$/.test(text)) return Number(text);
  if (types.has("boolean") && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}

/** The value that the document's own request shows for a parameter. */
export function exampleValue(
  { operation, fresh }: Context,
  { name, in: location }: Extract<Subject, { of: "parameter" }>,
  { type }: FieldFacts,
): string | number | boolean | undefined {
  const url = fresh.examples.find((example) => example.url !== undefined)?.url;
  const printed = url === undefined ? undefined : valueInUrl(operation.path, url, { name, in: location });
  if (printed === undefined) return undefined;
  if (/^(?:Integer|Long|Number|Double|Float)$/.test(type) && /^-?\d+$/.test(printed)) return Number(printed);
  return type === "Boolean" ? printed === "true" : printed;
}
