import { requestOf, printWire } from "../../../../generator/core/emit/sample.js";
import { objectOf, textOf, type Json } from "../../../../generator/core/lib/json.js";
import { parsePointer, valueAt } from "../../../../generator/core/lib/pointer.js";
import { buildModel } from "../../../../generator/core/model/build.js";
import type { Exchange, Operation } from "../../../../generator/core/model/types.js";
import { Contract } from "../../../contract/contract.js";
import { document } from "../../../codearts/simulator/specification.js";
import type { ContractCase, ContractOutcome } from "../suite/protocol.js";

/** Any bytes, also such as are no text. */
const FILE = [0, 1, 0xff, 0xfe, 0x80, 0xe4, 0xb8, 10];

/** The class of an error by its status, and by the codes that say more than their status. */
const CLASSES: Readonly<Record<string, string>> = {
  "401": "AuthenticationError",
  "403": "PermissionError",
  "429": "RateLimitError",
};
const MISSING = /\.00031(006|059)$/;

/** Every operation with each whole example of the specification, with the successes and the errors that it knows. */
export function contractCases(): ContractCase[] {
  const { model } = buildModel(document, { types: [], members: [] });
  const contract = new Contract(document);
  return model.operations.flatMap((operation) => {
    const whole = operation.examples.filter(({ callable }) => callable);
    const first = whole[0] ?? {
      name: "no arguments",
      summary: "",
      from: [],
      arguments: [],
      callable: true,
      responses: [],
    };
    return [
      ...(whole.length > 0 ? whole : [first]).flatMap((example) => successes(operation, example)),
      ...errors(contract, operation, first),
    ];
  });
}

/** The request of an example: what the caller gives, and what then goes over the wire. */
function requestPart(operation: Operation, example: Exchange) {
  const { line, body } = printWire(operation, example);
  return {
    operation: operation.name,
    ...(operation.requestType !== undefined && { request: objectOf(requestOf(operation, example)) }),
    line,
    // The client sends `{}` where there is nothing to say.
    ...(body !== undefined ? { body } : operation.method === "POST" ? { body: {} } : {}),
    authenticated: !operation.anonymous,
  };
}

function successes(operation: Operation, example: Exchange): ContractCase[] {
  const part = requestPart(operation, example);
  const name = `${operation.id}, example ${example.name}`;
  if (operation.answer.kind === "binary") {
    return [{ ...part, name, answer: { bytes: FILE }, outcome: { bytes: FILE } }];
  }
  const success = ({ status }: { status: string }): boolean => status.startsWith("2");
  const own = example.responses.filter(success);
  // An example of a request alone is answered with the answer of another one.
  const others = operation.examples.flatMap(({ responses }) => responses).filter(success);
  const answers = own.length > 0 ? own : others.slice(0, 1);
  return answers.map(({ status, body }) => ({
    ...part,
    name,
    answer: { status: Number(status), json: body },
    outcome: outcomeOf(operation, Number(status), body),
  }));
}

/** An answer with a status of success can say that the call failed. */
function outcomeOf(operation: Operation, status: number, body: Json): ContractOutcome {
  const { failure = [] } = operation.behaviour;
  // The documents have no failure of the kind that the whole service has in common.
  const mark = failure.find(({ at, values }) => values?.includes(valueIn(body, at) as string));
  if (mark === undefined) return { value: body };
  const code = mark.code === undefined ? undefined : textOf(valueIn(body, mark.code));
  return { error: { name: "ApiError", status, ...(code !== undefined && { code }), says: "" } };
}

function valueIn(body: Json, pointer: string): Json | undefined {
  return valueAt(body, parsePointer(pointer));
}

function errors(contract: Contract, operation: Operation, example: Exchange): ContractCase[] {
  const spec = contract.operations.find(({ id }) => id === operation.id);
  if (spec === undefined) throw new Error(`The specification has no ${operation.id}`);
  const statuses = contract.statusesOf(spec).filter((status) => !status.startsWith("2"));
  return statuses.flatMap((status) =>
    contract.bodiesOf(spec, status).flatMap(({ examples }) =>
      Object.entries(examples).map(([name, entry]) => {
        const json = objectOf(objectOf(entry).value);
        // IAM repeats the status as its code: that is none.
        const code = textOf(json.error_code);
        const unknown = MISSING.test(code ?? "") || (status === "404" && !(code ?? "").startsWith("APIGW."));
        const error = {
          name: unknown ? "NotFoundError" : (CLASSES[status] ?? "ApiError"),
          status: Number(status),
          ...(code !== undefined && { code }),
          says: textOf(json.error_msg) ?? textOf(objectOf(json.error).message) ?? "",
        };
        return {
          ...requestPart(operation, example),
          name: `${operation.id}, error ${status} ${name}`,
          answer: { status: Number(status), json },
          outcome: { error },
        };
      }),
    ),
  );
}
