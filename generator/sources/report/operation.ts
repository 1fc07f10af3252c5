import { sameMembers } from "../check/ledger.js";
import { child, childrenAt, dataAt, textAt, type Spot } from "../../core/load/spots.js";
import type { DocumentFacts } from "../facts.js";
import { firstOf } from "./compare.js";
import type { Edit } from "./draft.js";
import { exampleEdits } from "./examples.js";
import { schemaOfTable } from "./fragment.js";
import type { FactChange, Subject } from "./model.js";
import {
  belowProposal,
  conflictEdits,
  isRecorded,
  PLACEHOLDER,
  type Claim,
  type Context,
  type Proposal,
} from "./proposal.js";

/** Another document, or another date of it: `x-source` names what the facts come from. */
export function proposeSource(context: Context, before: DocumentFacts): Proposal {
  const { operation, fresh, wins } = context;
  const { document, section, date } = fresh;
  const source = child(operation.spot, "x-source");
  const spot = source ?? operation.spot;
  const listed = childrenAt(source, "documents").map(([, entry]) => entry);
  const known = listed.find((entry) => textAt(entry, "document") === document);
  const value = { document, ...(section === undefined ? {} : { section }), date };
  const edits: Edit[] = known
    ? (["section", "date"] as const).flatMap((key): Edit[] => {
        if (value[key] === undefined || dataAt(child(known, key)) === value[key]) return [];
        return [{ action: "set", ...belowProposal(context, known, key), value: value[key] }];
      })
    : [
        {
          action: wins ? "prepend" : "append",
          ...belowProposal(context, operation.spot, "x-source", "documents"),
          value,
        },
      ];
  // A document of another kind brings its examples; what they show is for a person to name.
  const examples = before.document === document ? [] : fresh.examples.filter(isFirst).filter(({ broken }) => !broken);
  return {
    spot,
    advice: "name the document and its date; look over the prose, which is not recorded",
    edits: [...edits, ...examples.flatMap((example) => exampleEdits(context, example))],
  };
}

function isFirst(example: { of: unknown }, index: number, all: ReadonlyArray<{ of: unknown }>): boolean {
  return all.findIndex(({ of }) => of === example.of) === index;
}

/** The mark that an operation is going to be removed, or its end. */
export function proposeMark(context: Context, leaving: boolean): Proposal {
  const { operation, wins } = context;
  const spot = child(operation.spot, "deprecated") ?? operation.spot;
  const marked = dataAt(child(operation.spot, "deprecated")) === true;
  const advice = leaving ? "set deprecated, and name the successor in x-successor" : "drop deprecated and x-successor";
  if (marked === leaving || !wins) return { spot, advice, edits: [] };
  if (leaving) {
    const at = belowProposal(context, operation.spot, "deprecated");
    return { spot, advice, edits: [{ action: "set", ...at, value: true, after: "description" }] };
  }
  const edits = ["deprecated", "x-successor"].flatMap((key): Edit[] =>
    child(operation.spot, key) ? [{ action: "remove", ...belowProposal(context, operation.spot, key) }] : [],
  );
  return { spot, advice, edits };
}

/** Another method or path. */
export function proposeAddress(context: Context, kind: "method" | "path", after: string): Proposal {
  const { operation, wins } = context;
  const claim = operationClaim(context, kind);
  const paths = child(operation.root, "paths");
  const spot = kind === "method" ? operation.spot : (child(paths, operation.path) ?? operation.spot);
  const advice = kind === "method" ? "change the method" : "change the path, and its parameters";
  const owner = operation.spot;
  if (operation[kind] === after || !wins || isRecorded(context, [owner], claim)) return { spot, advice, edits: [] };
  const name = kind === "method" ? after.toLowerCase() : after;
  const conflicts = conflictEdits(context, owner, [owner], claim);
  return { spot, advice, edits: [...conflicts, { action: "rename", ...belowProposal(context, spot), name }] };
}

function operationClaim({ fresh, others }: Context, kind: "method" | "path" | "statuses"): Claim {
  return {
    about: [kind],
    value: fresh[kind],
    others: new Map(others.map((document) => [document.document, document[kind]])),
    same: (one, other) => (Array.isArray(one) && Array.isArray(other) ? sameMembers(one, other) : one === other),
  };
}

/** A status that a document lists now, or no longer. */
export function proposeStatus(context: Context, status: number, listed: boolean): Proposal {
  const { operation, fresh, wins, specification } = context;
  const responses = child(operation.spot, "responses");
  const known = child(responses, String(status));
  const spot = known ?? responses ?? operation.spot;
  const advice = listed ? "add the response" : "take the response out";
  const claim = operationClaim(context, "statuses");
  if ((known !== undefined) === listed || !wins || isRecorded(context, [operation.spot], claim)) {
    return { spot, advice, edits: [] };
  }
  const conflicts = conflictEdits(context, operation.spot, [operation.spot], claim);
  const at = belowProposal(context, operation.spot, "responses", String(status));
  if (!listed) return { spot, advice, edits: [{ action: "remove", ...at }, ...conflicts] };
  const shared = specification.operations
    .map((other) => child(child(other.spot, "responses"), String(status)))
    .find((response) => textAt(response, "$ref") !== undefined);
  const value = shared ? dataAt(shared) : responseOf(fresh, status);
  return { spot, advice, edits: [{ action: "set", ...at, value }, ...conflicts] };
}

/** A response as its tables and its example describe it. */
export function responseOf({ tables, examples, document }: DocumentFacts, status: number): Record<string, unknown> {
  const own = tables.filter(({ of }) => of === status);
  const first = firstOf(own);
  const body = examples.find(({ of }) => of === status)?.body;
  return {
    description: PLACEHOLDER,
    ...(first
      ? {
          content: {
            "application/json": {
              schema: schemaOfTable(first, { tables: own, request: false }),
              ...(body === undefined ? {} : { examples: { [document]: { "x-from": [document], value: body } } }),
            },
          },
        }
      : {}),
  };
}

/** A request body as its tables and its example describe it; none where there is no table. */
export function requestBodyOf({ tables, examples, document }: DocumentFacts): Record<string, unknown> | undefined {
  const own = tables.filter(({ of }) => of === "request");
  const first = firstOf(own);
  if (!first) return undefined;
  const body = examples.find(({ of }) => of === "request")?.body;
  return {
    required: first.fields.some(({ mandatory }) => mandatory === true),
    content: {
      "application/json": {
        schema: schemaOfTable(first, { tables: own, request: true }),
        ...(body === undefined ? {} : { examples: { [document]: { "x-from": [document], value: body } } }),
      },
    },
  };
}

/** A body that a document describes now, or no longer. */
export function proposeBody(
  context: Context,
  { body }: Extract<Subject, { of: "body" }>,
  change: FactChange,
): Proposal {
  const { operation, fresh, others, wins } = context;
  const path = body === "request" ? ["requestBody"] : ["responses", String(body)];
  const spot = path.reduce<Spot>((owner, key) => child(owner, key) ?? owner, operation.spot);
  if (change.kind === "body removed") {
    const kept = !wins || others.some(({ tables }) => tables.some(({ of }) => of === body));
    const advice = kept ? "another document still describes it: record the conflict" : "take the body out";
    const at = body === "request" ? path : [...path, "content"];
    const present = at.every((_, index) => at.slice(0, index + 1).reduce<Spot | undefined>(child, operation.spot));
    return {
      spot,
      advice,
      edits: kept || !present ? [] : [{ action: "remove", ...belowProposal(context, operation.spot, ...at) }],
    };
  }
  const advice = "add the body and describe its fields";
  const value = body === "request" ? requestBodyOf(fresh) : responseOf(fresh, body);
  const known = body === "request" ? child(operation.spot, "requestBody") : child(spot, "content");
  if (known || !wins || value === undefined) return { spot, advice, edits: [] };
  return { spot, advice, edits: [{ action: "set", ...belowProposal(context, operation.spot, ...path), value }] };
}
