import { isDeepStrictEqual } from "node:util";
import { isObject, listOf, objectOf, textOf, wordsOf, type Json } from "../../generator/core/lib/json.js";
import { pointerOfReference } from "../../generator/core/lib/pointer.js";
import type { Contract, Operation } from "./contract.js";

/**
 * What a caller may rely on in a success: the fields that are always there. Written by hand; a field belongs here only where
 * the answer is meaningless without it. `[]` stands for each item of a list. Downloads have no fields.
 */
export const ESSENTIAL: Readonly<Record<string, readonly string[]>> = {
  showJobListByProjectId: ["jobs", "total"],
  showJobInfo: ["result"],
  showJobStatus: ["result"],
  listJobConfig: [
    "result",
    "result/scms/[]/scm_type",
    "result/scms/[]/url",
    "result/steps/[]/module_id",
    "result/steps/[]/name",
    "result/triggers/[]/name",
    "result/triggers/[]/parameters",
    "result/triggers/[]/parameters/[]/name",
    "result/triggers/[]/parameters/[]/value",
  ],
  createBuildJob: ["result"],
  updateBuildJob: ["result"],
  disableBuildJob: [],
  enableBuildJob: [],
  deleteBuildJob: [],

  runJob: ["actual_build_number"],
  showRecordDetail: ["result"],
  showHistoryDetails: ["build_steps"],
  showOutputInfo: ["result"],
  stopBuildJob: [],
  showFlowGraph: ["result"],
  showRecordInfo: ["result"],
  stopJob: [],

  listBuildInfoRecord: ["result"],
  showListPeriodHistory: ["history_records", "total"],
  showListHistory: ["history_records", "total"],
  showLastHistory: ["build_number", "job_id"],
  showJobSuccessRatio: ["success_count", "success_ratio", "total_count"],

  downloadRealTimeLog: ["result"],
  downloadBuildLog: [],
  downloadTaskLog: [],
  downloadLogByRecordId: [],

  listTemplates: ["result", "result/items/[]/template/steps/[]/module_id"],
  createTemplates: ["result", "result/template/steps/[]/module_id"],
  deleteTemplates: ["result/[]/template/steps/[]/module_id"],

  listNotice: ["result"],
  updateNotice: [],
  disableNotice: [],

  downloadKeystore: [],

  keystoneCreateUserTokenByPassword: ["token", "token/expires_at"],
  keystoneListProjects: ["projects", "projects/[]/id", "projects/[]/name"],
};

/** Where the required fields of an operation's success differ from the table. */
export function essentialFaults(contract: Contract, operation: Operation): string[] {
  const wanted = ESSENTIAL[operation.id];
  if (wanted === undefined) return ["test/contract/essential.ts does not say what a caller may rely on"];
  const success = contract.statusesOf(operation).filter((status) => status.startsWith("2"));
  const schemas = success.flatMap((status) => contract.bodiesOf(operation, status)).map(({ schema }) => schema);
  const found = [...new Set(schemas.flatMap((schema) => requiredIn(contract, schema, "", [])))].sort();
  return isDeepStrictEqual(found, [...wanted].sort())
    ? []
    : [`essential fields are ${JSON.stringify(found)}, a caller relies on ${JSON.stringify(wanted)}`];
}

function requiredIn(contract: Contract, schema: Json | undefined, path: string, open: readonly Json[]): string[] {
  // A schema within itself adds nothing.
  if (!isObject(schema) || open.includes(schema)) return [];
  const reference = textOf(schema.$ref);
  const inside = (inner: Json | undefined, at: string): string[] => requiredIn(contract, inner, at, [...open, schema]);
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((word) => listOf(schema[word]));
  return [
    ...listOf(schema.required).map((name) => `${path}${wordsOf(name)}`),
    ...Object.entries(objectOf(schema.properties)).flatMap(([name, inner]) => inside(inner, `${path}${name}/`)),
    ...inside(schema.items, `${path}[]/`),
    ...inside(schema.additionalProperties, `${path}*/`),
    ...branches.flatMap((branch) => inside(branch, path)),
    ...(reference === undefined ? [] : inside(contract.at(pointerOfReference(reference)), path)),
  ];
}
