// The file of a new operation.
import { posix } from "node:path";
import { child, textAt } from "../../core/load/spots.js";
import type { DocumentFacts } from "../facts.js";
import { render, type Edit } from "./draft.js";
import { schemaOfRow } from "./fragment.js";
import { requestBodyOf, responseOf } from "./operation.js";
import { PLACEHOLDER, type Proposal } from "./proposal.js";
import type { Specification } from "./specification.js";

/** An operation that the specification does not have: its file, and its line in the list of paths. */
export function proposeOperation(specification: Specification, operationId: string, fresh: DocumentFacts): Proposal {
  const spot = child(specification.root, "paths") ?? specification.root;
  const advice =
    "write the operation: name its tag, say what it does, when it may be sent twice, and describe its fields";
  if (!specification.root || specification.operation(operationId)) return { spot, advice, edits: [] };
  const neighbour = nearest(specification, fresh.path);
  const folder = neighbour ? posix.dirname(neighbour.file) : "spec/paths/new";
  const file = `${folder}/${operationId}.yaml`;
  const item = { [fresh.method.toLowerCase()]: operationOf(specification, operationId, fresh, neighbour?.tag) };
  const edits: Edit[] = [
    { file, action: "create", text: `${render(item, 0)}\n` },
    {
      file: specification.root.source.file,
      action: "set",
      path: ["paths", fresh.path],
      value: { $ref: file.replace(/^spec\//, "") },
      ...(neighbour ? { after: neighbour.path } : {}),
    },
  ];
  return { spot, advice, edits };
}

/** The operation whose path begins most like this one: a new one most likely belongs beside it. */
function nearest(
  specification: Specification,
  path: string,
): { path: string; file: string; tag: string | undefined } | undefined {
  const shared = (other: string): number => {
    const [one, two] = [path.split("/"), other.split("/")];
    const differs = one.findIndex((part, index) => part !== two[index]);
    return differs < 0 ? one.length : differs;
  };
  const [best] = [...specification.operations].sort((one, other) => shared(other.path) - shared(one.path));
  if (!best) return undefined;
  const tag = child(child(best.spot, "tags"), "0");
  return { path: best.path, file: best.spot.source.file, tag: tag && textAt(child(best.spot, "tags"), "0") };
}

function operationOf(
  specification: Specification,
  operationId: string,
  fresh: DocumentFacts,
  tag: string | undefined,
): Record<string, unknown> {
  const { document, section, date, parameters, statuses, unavailableSoon } = fresh;
  const body = requestBodyOf(fresh);
  const page = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}.html`;
  return {
    operationId,
    ...(tag === undefined ? {} : { tags: [tag] }),
    summary: PLACEHOLDER,
    description: PLACEHOLDER,
    ...(unavailableSoon ? { deprecated: true } : {}),
    "x-source": {
      url: `https://support.huaweicloud.com/intl/en-us/api-codeci/${page}`,
      documents: [{ document, ...(section === undefined ? {} : { section }), date }],
    },
    "x-retry": fresh.method === "GET" ? "safe" : "never",
    parameters: parameters
      .filter(({ name }) => name !== "X-Auth-Token")
      .map((row) => {
        const { description, ...schema } = schemaOfRow(row, { tables: [], request: true });
        return { name: row.name, in: row.in, required: row.mandatory, description, schema };
      }),
    ...(body ? { requestBody: body } : {}),
    responses: Object.fromEntries(
      statuses.map((status) => [String(status), sharedResponse(specification, status) ?? responseOf(fresh, status)]),
    ),
  };
}

function sharedResponse(specification: Specification, status: number): { $ref: string } | undefined {
  for (const { spot } of specification.operations) {
    const reference = textAt(child(child(spot, "responses"), String(status)), "$ref");
    if (reference !== undefined) return { $ref: reference };
  }
  return undefined;
}
