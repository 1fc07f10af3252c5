// What a descriptor says about requests that are written in an unusual way.
import { successesOf } from "../lib/successes.js";
import type { Argument, ArgumentPlace, Operation } from "../model/types.js";
import type { Wire, WireBody, Writing } from "../../runtime/descriptor.js";

/** The parts of a request that are not written in the usual way; undefined where all are. */
export function wireOf({ arguments: all, body }: Operation): Wire | undefined {
  const wire = {
    ...writings(all, "path"),
    ...writings(all, "query"),
    ...writings(all, "header"),
    ...writings(all, "cookie"),
    ...(body === undefined || isPlain(body.encoding, body.mediaType) ? {} : { body: bodyOf(body) }),
  };
  return Object.keys(wire).length === 0 ? undefined : wire;
}

function isPlain(encoding: string, mediaType: string): boolean {
  return encoding === "json" && /^application\/json\s*(;|$)/i.test(mediaType);
}

function writings(all: readonly Argument[], place: ArgumentPlace): Wire {
  const entries = all
    .filter((argument) => argument.in === place && argument.writing !== undefined)
    .map(({ name, writing }): [string, Writing | undefined] => [name, writing]);
  return entries.length === 0 ? {} : { [place]: Object.fromEntries(entries) };
}

function bodyOf({ encoding, mediaType, parts }: NonNullable<Operation["body"]>): WireBody {
  return { kind: encoding, mediaType, ...(Object.keys(parts).length === 0 ? {} : { parts }) };
}

/** The headers that tell the service which of several media types is wanted. */
export function headersOf({ responses, answer }: Operation): Record<string, string> | undefined {
  if (answer.kind === "empty") return undefined;
  const choice = successesOf(responses).find(({ alternatives }) => alternatives.length > 0);
  return choice?.mediaType === undefined ? undefined : { accept: choice.mediaType };
}
