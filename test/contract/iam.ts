import { isArray, isObject, listOf, objectOf, textOf, without, type Json } from "../../generator/core/lib/json.js";
import { pointerOfReference } from "../../generator/core/lib/pointer.js";
import type { Contract, Operation } from "./contract.js";

/**
 * IAM's two operations as the PDF tells of them in running text (3.1, 3.2 and 7.3), where there are no tables to take facts
 * from. `!` marks what has to be there; `[]` stands for each item of a list.
 */
const IAM: Readonly<Record<string, { readonly line: string; readonly body: string; readonly answer: string }>> = {
  keystoneCreateUserTokenByPassword: {
    line: "POST /v3/auth/tokens",
    body: `
      auth! object
      auth/identity! object
      auth/identity/methods! array of 1
      auth/identity/methods/[] string: password
      auth/identity/password! object
      auth/identity/password/user! object
      auth/identity/password/user/name! string
      auth/identity/password/user/password! string password
      auth/identity/password/user/domain! object
      auth/identity/password/user/domain/name! string
      auth/scope! object
      auth/scope/project! object
      auth/scope/project/name! string
    `,
    answer: `
      token! object
      token/expires_at! string date-time
      token/methods array
      token/methods/[] string
      token/catalog array
      token/catalog/[] object
      token/catalog/[]/endpoints array
      token/catalog/[]/endpoints/[] object
      token/catalog/[]/endpoints/[]/region_id string
    `,
  },
  keystoneListProjects: {
    line: "GET /v3/projects",
    body: "",
    answer: `
      projects! array
      projects/[] object
      projects/[]/id! string
      projects/[]/name! string
      projects/[]/domain_id string
      projects/[]/parent_id string
      projects/[]/is_domain boolean
      projects/[]/description string
      projects/[]/enabled boolean
      projects/[]/links object
      projects/[]/links/self string
      projects/[]/links/next string or null
      projects/[]/links/previous string or null
      links object
      links/self string
      links/next string or null
      links/previous string or null
    `,
  },
};

/** What differs between one of IAM's operations and the outline above. */
export function iamFaults(contract: Contract, operation: Operation): string[] {
  const wanted = IAM[operation.id];
  if (wanted === undefined) return [];
  const line = `${operation.method} ${operation.path}`;
  const success = contract.statusesOf(operation).find((status) => status.startsWith("2")) ?? "";
  const parameters = contract.parametersOf(operation).map(({ name }) => `parameter ${name} is in no document`);
  return [
    ...(line === wanted.line ? [] : [`is ${line}, not ${wanted.line}`]),
    ...parameters,
    ...("x-conflicts" in operation.spec ? ["has x-conflicts, but one document alone tells of it"] : []),
    ...differences(contract, operation, "request", wanted.body),
    ...differences(contract, operation, success, wanted.answer),
  ];
}

function differences(contract: Contract, operation: Operation, of: string, text: string): string[] {
  const schema = contract.bodiesOf(operation, of)[0]?.schema;
  const found = outlineOf(contract, schema, "");
  const wanted = text.trim() === "" ? [] : text.trim().split(/\n\s*/);
  return [
    ...found.filter((line) => !wanted.includes(line)).map((line) => `${of}: the outline has no "${line}"`),
    ...wanted.filter((line) => !found.includes(line)).map((line) => `${of}: the specification has no "${line}"`),
  ];
}

/** A line for each field: its place, whether it is required, its types, format, number of items and values. */
function outlineOf(contract: Contract, schema: Json | undefined, path: string): string[] {
  const { properties, items, required } = follow(contract, schema);
  const fields = Object.entries(objectOf(properties)).flatMap(([name, field]) => {
    const at = `${path}${name}`;
    const mark = listOf(required).includes(name) ? "!" : "";
    return [`${at}${mark} ${kindOf(contract, field)}`, ...outlineOf(contract, field, `${at}/`)];
  });
  if (items === undefined) return fields;
  return [...fields, `${path}[] ${kindOf(contract, items)}`, ...outlineOf(contract, items, `${path}[]/`)];
}

function kindOf(contract: Contract, schema: Json): string {
  const { type, format, minItems, maxItems, enum: values, ...others } = follow(contract, schema);
  const count = minItems === maxItems ? minItems : `${String(minItems)} to ${String(maxItems)}`;
  const limits = without(others, "description", "properties", "items", "required");
  return [
    (isArray(type) ? type : [type]).join(" or "),
    textOf(format) === undefined ? "" : ` ${String(format)}`,
    count === undefined ? "" : ` of ${String(count)}`,
    values === undefined ? "" : `: ${listOf(values).join(", ")}`,
    Object.keys(limits).length === 0 ? "" : ` ${JSON.stringify(limits)}`,
  ].join("");
}

function follow(contract: Contract, schema: Json | undefined): Readonly<Record<string, Json>> {
  if (!isObject(schema)) return {};
  const reference = textOf(schema.$ref);
  return reference === undefined ? schema : objectOf(contract.at(pointerOfReference(reference)));
}
