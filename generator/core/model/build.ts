import { isObject, listOf, objectOf, textOf, type Json, type JsonObject } from "../lib/json.js";
import { referredValue } from "../lib/reference.js";
import { childPointer } from "../lib/pointer.js";
import { successesOf } from "../lib/successes.js";
import { capitalized, identifier } from "../lib/text.js";
import type { Finding } from "../problems.js";
import { readBehaviour, readFailures, readTrue } from "./behaviour.js";
import { readBody } from "./body.js";
import { readExchanges } from "./example.js";
import { readEntries } from "./fields.js";
import { methodNameGiver, nameComponents, pageNameGiver, typeNameGiver, wantedTypeName, type Names } from "./names.js";
import { mediaOf } from "./media.js";
import { rawOperations, readCredentials, type RawOperation } from "./operation.js";
import { readParameters } from "./parameter.js";
import { resolvePointer } from "./resolve.js";
import { answerOf, readResponses } from "./response.js";
import { readConflicts, schemaContext, type SchemaContext } from "./schema.js";
import { readServers } from "./server.js";
import { withSides } from "./sides.js";
import type {
  Alternative,
  Argument,
  ErrorCode,
  StatusMeaning,
  Exchange,
  Model,
  NamedSchema,
  Operation,
  OperationSource,
  Successor,
} from "./types.js";
import { verify } from "./verify.js";

/** Names that the runtime has taken: what it exports, and the members of its client class. */
export interface TakenNames {
  readonly types: readonly string[];
  readonly members: readonly string[];
}

/** Makes the model of a document, and finds everything in it that does not fit together. */
export function buildModel(document: JsonObject, taken: TakenNames): { model: Model; findings: Finding[] } {
  const findings: Finding[] = [];
  const raw = rawOperations(document, findings);
  const methods = methodNameGiver(taken.members);
  const pages = pageNameGiver();
  const named = raw.map((operation) => {
    const id = textOf(operation.raw.operationId) ?? "";
    const name = methods.claim(identifier(id));
    return { operation, id, name, page: pages(name) };
  });
  const types = typeNameGiver(taken.types);
  const operationTypes = named.map(({ operation, name }) => claimOperationTypes(document, operation, name, types));
  const components = Object.keys(objectOf(objectOf(document.components).schemas));
  const typeNames = nameComponents(components, types);
  const pointerNames = new Map([...typeNames].map(([name, type]) => [childPointer("/components/schemas", name), type]));
  const context = schemaContext(document, pointerNames, findings);
  const schemas = [...typeNames].flatMap(([component, name]): NamedSchema[] => {
    const schema = context.named(name);
    return schema === undefined ? [] : [{ name, component, schema }];
  });
  const servers = readServers(document, raw, findings);
  const ids = new Map(named.map(({ id, name }) => [id, name]));
  const operations = named.map(({ operation, ...given }, index) => {
    const wanted = operationTypes[index] ?? { request: "", response: "", item: "" };
    const server = servers.nameOf(operation);
    return buildOperation(context, operation, { ...given, ...wanted, ...(server && { server }) }, ids);
  });
  const sided = withSides(inOrder(schemas), operations, (wanted) => types.claim(wanted));
  const writable = new Map(sided.map((schema) => [schema.name, schema.writable]));
  const model = {
    ...readInfo(document, findings),
    emptyBody: readTrue(document, "x-empty-body", "", findings) === true,
    failure: readFailures(document, "", findings) ?? [],
    servers: servers.all,
    // A component that is a whole request by itself is that in its form for requests.
    operations: operations.map((operation) => {
      const twin = writable.get(operation.requestType ?? "");
      return twin === undefined ? operation : { ...operation, requestType: twin };
    }),
    schemas: sided,
  };
  return { model, findings: [...findings, ...verify(model)] };
}

interface OperationTypes {
  readonly request: string;
  readonly response: string;
  readonly item: string;
}

/**
 * Claims the names of the types that an operation needs. A component that is itself the whole request or response, and
 * is called so, keeps the name.
 */
function claimOperationTypes(
  document: JsonObject,
  { raw, parameters, body, responses }: RawOperation,
  name: string,
  types: Names,
): OperationTypes {
  const base = capitalized(name.replace(/_$/, ""));
  const answers = successesOf(responses);
  const isComponent = (holders: readonly JsonObject[], wanted: string): boolean =>
    holders.length > 0 && holders.every((holder) => componentOf(document, holder) === wanted);
  const claim = (kind: string, needed: boolean, holders: readonly JsonObject[]): string => {
    const wanted = base + kind;
    return !needed || isComponent(holders, wanted) ? wanted : types.claim(wanted);
  };
  const bodyAlone = parameters.length === 0 && body !== undefined && isFlat(document, body.raw) ? [body.raw] : [];
  return {
    request: claim("Request", parameters.length > 0 || body !== undefined, bodyAlone),
    response: claim(
      "Response",
      answers.some(({ raw: answer }) => answer.content !== undefined),
      answers.map((each) => each.raw).filter(({ content }) => content !== undefined),
    ),
    item: claim("Item", raw["x-pagination"] !== undefined, []),
  };
}

/** The preferred type name of a component that is the whole JSON of a body or response. */
function componentOf(document: JsonObject, holder: JsonObject): string | undefined {
  const media = mediaOf(holder.content).find(({ kind }) => kind === "json");
  const reference = textOf(objectOf(media?.raw.schema).$ref);
  const component = /^#\/components\/schemas\/([^/]+)$/.exec(reference ?? "")?.[1];
  return component === undefined || document.components === undefined ? undefined : wantedTypeName(component);
}

/** True for a body that must be given, and whose schema names its fields and nothing more. */
function isFlat(document: JsonObject, body: JsonObject): boolean {
  const reference = textOf(objectOf(mediaOf(body.content)[0]?.raw.schema).$ref);
  const component = objectOf(referredValue(document, reference ?? "#"));
  const more = ["allOf", "anyOf", "oneOf", "additionalProperties", "patternProperties", "$ref", "enum", "const"];
  return body.required === true && component.type === "object" && !more.some((keyword) => keyword in component);
}

function inOrder(schemas: readonly NamedSchema[]): NamedSchema[] {
  return [...schemas].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

interface OperationNames extends OperationTypes {
  readonly id: string;
  readonly name: string;
  readonly page: string;
  readonly server?: string;
}

function buildOperation(
  context: SchemaContext,
  operation: RawOperation,
  names: OperationNames,
  ids: ReadonlyMap<string, string>,
): Operation {
  const { raw, pointer } = operation;
  const body = readBody(context, operation);
  const args = [...readParameters(context, operation), ...body.arguments];
  const grouped = new Set(args.map(({ name }) => name)).size < args.length;
  const behaviour = readBehaviour(raw, pointer, context.findings);
  const responses = readResponses(context, operation);
  const answer = answerOf(context, operation, responses);
  const items = behaviour.pagination?.items;
  const item =
    answer.kind === "json" && answer.schemas[0] !== undefined && items !== undefined
      ? resolvePointer(answer.schemas[0], `${items}/0`, context.named)
      : undefined;
  const itemType = item !== undefined && "found" in item ? (item.found.ref ?? names.item) : undefined;
  const tag = listOf(raw.tags).find((name) => typeof name === "string");
  const source = readSource(raw["x-source"]);
  const credentials = readCredentials(context.document, operation);
  const exchanges = readExchanges(context.document, operation, args, body.body, context.named);
  const successor = readSuccessor(raw["x-successor"], ids);
  const nearest = textOf(raw["x-nearest"]);
  return {
    id: names.id,
    name: names.name,
    page: names.page,
    method: operation.method,
    path: operation.path,
    pointer,
    ...(tag === undefined ? {} : { tag }),
    summary: textOf(raw.summary) ?? "",
    description: textOf(raw.description) ?? "",
    deprecated: raw.deprecated === true,
    ...(successor === undefined ? {} : { successor }),
    ...(nearest === undefined ? {} : { nearest }),
    ...(names.server === undefined ? {} : { server: names.server }),
    instead: readInstead(raw["x-instead"], ids, pointer, context.findings),
    anonymous: credentials.length === 0,
    credentials,
    arguments: args.map((argument) => withExample(argument, exchanges)),
    ...(body.body === undefined ? {} : { body: body.body }),
    grouped,
    responses,
    answer,
    ...(args.length === 0 ? {} : { requestType: names.request }),
    ...(answer.kind === "json" ? { responseType: names.response } : {}),
    ...(itemType === undefined ? {} : { itemType }),
    behaviour,
    examples: exchanges,
    ...(source === undefined ? {} : { source }),
    conflicts: readConflicts(raw["x-conflicts"]),
  };
}

function withExample(argument: Argument, exchanges: readonly Exchange[]): Argument {
  const same = (value: { name: string; in: string }): boolean =>
    value.name === argument.name && value.in === argument.in;
  const values = exchanges
    .filter(({ name }) => name !== "sample")
    .flatMap((exchange) => exchange.arguments.filter(same));
  const example = values[0]?.value;
  return example === undefined || typeof example === "object" ? argument : { ...argument, example };
}

function readSuccessor(raw: Json | undefined, ids: ReadonlyMap<string, string>): Successor | undefined {
  if (typeof raw !== "string") return undefined;
  const operation = ids.get(raw);
  return operation === undefined ? { text: raw } : { operation };
}

function readInstead(
  raw: Json | undefined,
  ids: ReadonlyMap<string, string>,
  pointer: string,
  findings: Finding[],
): Alternative[] {
  if (raw === undefined) return [];
  const read = readEntries(raw, childPointer(pointer, "x-instead"), findings, (fields) => {
    const [purpose, name] = [fields.text("to"), fields.text("use")];
    const use = name === "" ? undefined : readSuccessor(name, ids);
    return use === undefined ? [] : [{ purpose, use }];
  });
  return (read ?? []).flat();
}

function readSource(raw: Json | undefined): OperationSource | undefined {
  if (!isObject(raw)) return undefined;
  const url = textOf(raw.url);
  const documents = listOf(raw.documents)
    .filter(isObject)
    .map((entry) => {
      const section = textOf(entry.section);
      const head = { document: textOf(entry.document) ?? "", date: textOf(entry.date) ?? "" };
      return section === undefined ? head : { ...head, section };
    });
  return url === undefined ? { documents } : { url, documents };
}

function readErrors(raw: Json | undefined, findings: Finding[]): ErrorCode[] {
  if (raw === undefined) return [];
  const read = readEntries(raw, "/x-error-catalogue", findings, (fields) => ({
    code: fields.text("code"),
    status: fields.number("status"),
    alternativeStatus: fields.optionalNumber("alternativeStatus"),
    meaning: fields.text("meaning"),
    advice: fields.text("advice"),
    retry: fields.optionalFlag("retry"),
    refused: fields.optionalFlag("refused"),
    source: fields.optionalText("source") ?? "",
  }));
  return read ?? [];
}

function readStatuses(raw: Json | undefined, findings: Finding[]): StatusMeaning[] {
  if (raw === undefined) return [];
  const read = readEntries(raw, "/x-status-catalogue", findings, (fields) => ({
    status: fields.number("status"),
    name: fields.text("name"),
    meaning: fields.text("meaning"),
    advice: fields.text("advice"),
    client: fields.optionalText("client"),
  }));
  return read ?? [];
}

function readInfo(
  document: JsonObject,
  findings: Finding[],
): Pick<Model, "title" | "version" | "description" | "tags" | "errors" | "statuses"> {
  const info = objectOf(document.info);
  return {
    title: textOf(info.title) ?? "",
    version: textOf(info.version) ?? "",
    description: textOf(info.description) ?? "",
    tags: listOf(document.tags)
      .filter(isObject)
      .map((tag) => ({ name: textOf(tag.name) ?? "", description: textOf(tag.description) ?? "" })),
    errors: readErrors(document["x-error-catalogue"], findings),
    statuses: readStatuses(document["x-status-catalogue"], findings),
  };
}
