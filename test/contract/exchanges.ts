import { isArray, isObject, listOf, objectOf, textOf, wordsOf, type Json } from "../../generator/core/lib/json.js";
import type { Contract, Operation } from "./contract.js";
import { exampleSources, requestsOf, takesNothing } from "./examples.js";

/** What a response may call the thing that an argument names. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  job_id: ["job_id", "codeci_job_id", "codeciJobId"],
  build_no: ["build_no", "buildNo", "build_number"],
  build_number: ["build_no", "build_number"],
  project_id: ["project_id", "devcloud_project_id", "devcloudProjectId"],
  uuid: ["uuid"],
  name: ["name"],
};

/** Fields called like an argument that are about something else: the templates' parameters have names, too. */
const OTHERS = ["parameters", "params", "steps", "template"];

/** What is wrong with the examples of an operation as exchanges: each says what it shows, and answers its own request. */
export function exchangeFaults(contract: Contract, operation: Operation): string[] {
  return [
    ...withoutRequest(contract, operation),
    ...unexplained(contract, operation),
    ...unanswered(contract, operation),
  ];
}

/** An answer has the name of a request; an operation that takes nothing has the one request. */
function withoutRequest(contract: Contract, operation: Operation): string[] {
  const requests = requestsOf(contract, operation);
  if (takesNothing(contract, operation)) return [];
  return contract.statusesOf(operation).flatMap((status) => {
    if (!status.startsWith("2")) return [];
    const names = contract.bodiesOf(operation, status).flatMap(({ examples }) => Object.keys(examples));
    return names.filter((name) => !requests.has(name)).map((name) => `${status}: ${name} answers no request`);
  });
}

function unexplained(contract: Contract, operation: Operation): string[] {
  return ["request", ...contract.statusesOf(operation)].flatMap((of) =>
    contract
      .bodiesOf(operation, of)
      .flatMap(({ examples }) =>
        Object.entries(examples).flatMap(([name, example]) => [
          ...(textOf(objectOf(example).summary) === undefined ? [`${of}: ${name} has no summary`] : []),
          ...(exampleSources(example).length === 0 ? [`${of}: ${name} names no source`] : []),
          ...(/^[45]/.test(of) ? [] : unknownSources(example, operation)).map(
            (source) => `${of}: ${name} is from ${source}, which x-source does not name`,
          ),
        ]),
      ),
  );
}

/** An example is from one of the documents that describe the operation, or from no document at all. */
function unknownSources(example: Json, { spec }: Operation): string[] {
  const documents = listOf(objectOf(spec["x-source"]).documents).map((one) => wordsOf(objectOf(one).document));
  const known = [...documents, "explorer", "observed", "typical"];
  return exampleSources(example).filter((source) => !known.includes(source.replace(/-\d+$/, "")));
}

function unanswered(contract: Contract, operation: Operation): string[] {
  const answers = contract.statusesOf(operation).filter((status) => status.startsWith("2"));
  return [...requestsOf(contract, operation)].flatMap(([name, { parameters, body }]) => {
    const asked = Object.entries({ ...objectOf(body), ...parameters });
    const bodies = answers.flatMap((status) => contract.bodiesOf(operation, status));
    const shown = bodies.flatMap(({ examples }) => (name in examples ? [objectOf(examples[name]).value ?? null] : []));
    return shown.flatMap((answer) => [
      ...asked.flatMap(([argument, value]) =>
        otherThings(answer, argument, wordsOf(value)).map((fault) => `${name}: ${fault}`),
      ),
      ...pageFaults(operation, { ...parameters }, answer).map((fault) => `${name}: ${fault}`),
    ]);
  });
}

/** Fields of the answer that name another thing than the argument does. */
function otherThings(answer: Json, argument: string, value: string): string[] {
  const names = NAMES[argument] ?? [];
  return fieldsOf(answer)
    .filter(([field, found]) => names.includes(field) && !isMeant(argument, wordsOf(found), value))
    .map(([field, found]) => `asks for ${argument} ${value}, and is answered with ${field} ${wordsOf(found)}`);
}

/** A list is asked for names that contain a text; all else is asked for exactly. */
function isMeant(argument: string, found: string, value: string): boolean {
  return argument === "name" ? found.includes(value) : found === value;
}

function fieldsOf(value: Json): Array<[string, Json]> {
  if (isArray(value)) return value.flatMap(fieldsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): Array<[string, Json]> => {
    if (OTHERS.includes(name)) return [];
    return typeof inner === "object" ? fieldsOf(inner) : [[name, inner]];
  });
}

/** A page holds no more items than were asked for, and none after the last of all. */
function pageFaults({ spec }: Operation, asked: Readonly<Record<string, Json>>, answer: Json): string[] {
  const paging = objectOf(spec["x-pagination"]);
  const at = (pointer: Json | undefined): Json | undefined =>
    wordsOf(pointer)
      .split("/")
      .slice(1)
      .reduce<Json | undefined>((inner, token) => objectOf(inner)[token], answer);
  const items = listOf(at(paging.items)).length;
  const size = Number(asked[wordsOf(paging.size)] ?? Infinity);
  const before =
    (Number(asked[wordsOf(paging.page)] ?? paging.first) - Number(paging.first)) * (size === Infinity ? 0 : size);
  const total = at(paging.total);
  if (items > size) return [`asks for ${size} items, and is answered with ${items}`];
  return total !== undefined && before + items > Number(total)
    ? [`page of ${items} after ${before}, of ${wordsOf(total)} in all`]
    : [];
}
