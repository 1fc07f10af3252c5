// Checks the extensions that concern the whole document.
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import type { Behaviour, Model, Operation } from "./types.js";

/** Checks the extensions of the whole document, and what those of several operations declare together. */
export function verifyWhole(model: Model): Finding[] {
  return [...verifyErrors(model), ...verifyEmptyBody(model), ...verifyFailure(model), ...verifyHelpers(model)];
}

/** Finds two entries for one code: only one of them could be used. */
function verifyErrors({ errors }: Model): Finding[] {
  const seen = new Set<string>();
  return errors.flatMap(({ code, status, alternativeStatus }, index): Finding[] => {
    const at = (key: string): string => childPointer("/x-error-catalogue", index, key);
    const twice = seen.has(code);
    seen.add(code);
    const found: Finding[] = [];
    if (twice) {
      const message = `x-error-catalogue: the code ${code} is there twice`;
      found.push({ pointer: at("code"), message, fix: "make one entry of both" });
    }
    for (const [key, value] of Object.entries({ status, alternativeStatus })) {
      if (value === undefined || (value >= 200 && value <= 599)) continue;
      const message = `x-error-catalogue: ${value} is not a status of a response`;
      found.push({ pointer: at(key), message, fix: "write a number from 200 to 599" });
    }
    return found;
  });
}

/** `x-empty-body` is about requests that carry nothing: where none can, it says something that does not hold. */
function verifyEmptyBody({ emptyBody, operations }: Model): Finding[] {
  const sent = operations.some(
    ({ method, arguments: all }) =>
      ["POST", "PUT", "PATCH"].includes(method) && !all.some(({ in: place, required }) => place === "body" && required),
  );
  if (!emptyBody || sent) return [];
  const message = "x-empty-body: every POST, PUT and PATCH must be given something for its body";
  return [{ pointer: "/x-empty-body", message, fix: "take it away" }];
}

/** Two rules for one place contradict each other; a rule of an operation that the whole document has is not needed. */
function verifyFailure({ failure, operations }: Model): Finding[] {
  const common = failure.flatMap(({ at }, index): Finding[] => {
    const pointer = childPointer("/x-failure", index, "at");
    if (!at.startsWith("/"))
      return [{ pointer, message: `x-failure: \`${at}\` is not a JSON pointer`, fix: `write \`/${at}\`` }];
    if (failure.findIndex((mark) => mark.at === at) === index) return [];
    return [{ pointer, message: `x-failure: ${at} is there twice`, fix: "make one entry of both" }];
  });
  const known = failure.map((mark) => JSON.stringify(mark));
  const needless = operations.flatMap(({ behaviour, pointer }) =>
    (behaviour.failure ?? []).flatMap((mark, index): Finding[] => {
      if (!known.includes(JSON.stringify(mark))) return [];
      const message = `x-failure: the whole document says this of ${mark.at} already`;
      return [{ pointer: childPointer(pointer, "x-failure", index), message, fix: "take the entry away" }];
    }),
  );
  return [...common, ...needless];
}

const helpers = ["wait", "steps", "log"] as const;

/** The client waits for builds, and follows their logs, by one operation each, which it calls with a task and a number. */
function verifyHelpers({ operations }: Model): Finding[] {
  const declaring = (name: keyof Behaviour): Operation[] =>
    operations.filter(({ behaviour }) => behaviour[name] !== undefined);
  const all = helpers.every((name) => declaring(name).length > 0);
  return helpers.flatMap((name) => {
    const [first, ...others] = declaring(name);
    const again = others.map(({ pointer }): Finding => {
      const message = `x-${name}: ${first?.id ?? ""} declares it already`;
      return { pointer: childPointer(pointer, `x-${name}`), message, fix: "take one of them away" };
    });
    return [...again, ...(all && first !== undefined ? verifyCall(first, name) : [])];
  });
}

/** A helper has the task and the number of a build, and the position in its log: the operations must need nothing else. */
function verifyCall({ arguments: all, path, pointer, behaviour }: Operation, name: string): Finding[] {
  const at = childPointer(pointer, `x-${name}`);
  const inPath = path.match(/(?<=\{)[^{}]+/g) ?? [];
  if (inPath.length !== 2) {
    const message = `x-${name}: the path must have two parameters: a task, and the number of a build`;
    return [{ pointer: at, message, fix: "declare it on the operation that has them" }];
  }
  const known = [...inPath, behaviour.log?.offset];
  return all
    .filter((argument) => argument.required && !known.includes(argument.name))
    .map((argument) => ({
      pointer: at,
      message: `x-${name}: nothing is known to give for \`${argument.name}\``,
      fix: "make it optional, or declare the extension on another operation",
    }));
}
