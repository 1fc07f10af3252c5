// Proposals for added, removed and renamed fields and parameters.
import { asList } from "../check/ledger.js";
import { child } from "../../core/load/spots.js";
import { layersOf, requiredOf } from "../check/schema.js";
import { exampleValue } from "./examples.js";
import { schemaOfRow } from "./fragment.js";
import type { FactChange, Subject } from "./model.js";
import {
  belowProposal,
  conflictEdits,
  hasParent,
  listedNameEdits,
  rowIn,
  type Claim,
  type Context,
  type Proposal,
} from "./proposal.js";
import { requiredEdits, type RowTarget } from "./rows.js";

type FieldSubject = Extract<Subject, { of: "field" }>;
type ParameterSubject = Extract<Subject, { of: "parameter" }>;

/** What other documents say about a name: it, or nothing where they have the object but not the name. */
function presenceClaim(context: Context, subject: Subject, about: Claim["about"], name: string | undefined): Claim {
  const others = context.others
    .filter((document) => hasParent(document, subject))
    .map((document): [string, string[]] => {
      const row = rowIn(document, subject);
      return [document.document, row ? [row.name] : []];
    });
  return {
    about,
    value: name === undefined ? [] : [name],
    others: new Map(others),
    same: (one, other) => asList(one).join() === asList(other).join(),
  };
}

/** A field that appeared: its schema, with the description left to write. */
export function proposeNewField(context: Context, { row }: FactChange, subject: FieldSubject): Proposal {
  const { specification, operation, fresh, wins } = context;
  const object = specification.object(operation, subject.body, subject.path.slice(0, -1));
  const holder = object && (layersOf(object).find((layer) => child(layer, "properties")) ?? object);
  const advice = "add the property and describe it";
  if (!row || !object || !holder) return { spot: operation.spot, advice, edits: [] };
  const spot = child(holder, "properties") ?? holder;
  const listed = listedNameEdits(context, layersOf(object), row.name, true);
  if (specification.property(operation, subject.body, subject.path)) return { spot, advice, edits: [] };
  if (!wins) return { spot, advice: "the newer document does not have it: leave it out", edits: [] };
  const tables = fresh.tables.filter(({ of }) => of === subject.body);
  const schema = schemaOfRow(row, { tables, request: subject.body === "request" });
  const claim = presenceClaim(context, subject, ["presence", "name"], row.name);
  const differing = [...claim.others].filter(([, other]) => !claim.same(claim.value, other));
  const conflict =
    listed.length > 0 || differing.length === 0
      ? {}
      : {
          "x-conflicts": [
            {
              about: "presence",
              claims: { [fresh.document]: claim.value, ...Object.fromEntries(differing) },
              decision: "It is kept.",
              why: `The newer ${fresh.document} adds it.`,
            },
          ],
        };
  const required = row.mandatory === true ? requiredEdits(context, object, (names) => [...names, row.name]) : [];
  const value = { ...schema, ...conflict };
  return {
    spot,
    advice,
    edits: [
      { action: "set", ...belowProposal(context, holder, "properties", row.name), value },
      ...required,
      ...listed,
    ],
  };
}

/** A field that went: the property goes too, unless another recorded document still has it. */
export function proposeGoneField(context: Context, subject: FieldSubject): Proposal {
  const { specification, operation } = context;
  const property = specification.property(operation, subject.body, subject.path);
  const advice = "take the property out, or record who still shows it";
  if (!property) return { spot: operation.spot, advice, edits: [] };
  const { spot, object, name } = property;
  const listed = listedNameEdits(context, layersOf(object), name, false);
  const claim = presenceClaim(context, subject, ["presence", "name"], undefined);
  const kept = [...claim.others.values()].some((names) => asList(names).length > 0);
  if (kept || !context.wins) {
    return {
      spot,
      advice: "keep it, because another document still has it",
      edits: [...listed, ...conflictEdits(context, spot, [spot], claim)],
    };
  }
  const required = requiredEdits(context, object, (names) => names.filter((one) => one !== name));
  return { spot, advice, edits: [{ action: "remove", ...belowProposal(context, spot) }, ...required, ...listed] };
}

/** A field under another name: the property and what requires it follow. */
export function proposeRenamedField(context: Context, { after, row }: FactChange, subject: FieldSubject): Proposal {
  const { specification, operation } = context;
  const advice = "rename the property, in the examples too";
  const name = String(after);
  const target = specification.property(operation, subject.body, [...subject.path.slice(0, -1), name]);
  // Both names may stand side by side, until somebody knows which one the service sends.
  if (target?.name === name) return { spot: target.spot, advice, edits: [] };
  const property = specification.property(operation, subject.body, subject.path);
  if (!property || !row) return { spot: operation.spot, advice, edits: [] };
  const { spot, object } = property;
  if (!context.wins) return { spot, advice: "the newer document has another name: leave it", edits: [] };
  const renamed = requiredOf(object).includes(property.name)
    ? requiredEdits(context, object, (names) => names.map((one) => (one === property.name ? name : one)))
    : [];
  const claim = presenceClaim(context, subject, ["name"], name);
  const conflicts = conflictEdits(context, spot, [spot], claim);
  return {
    spot,
    advice,
    edits: [...conflicts, ...renamed, { action: "rename", ...belowProposal(context, spot), name }],
  };
}

function parameterClaim(context: Context, subject: ParameterSubject, name: string | undefined): Claim {
  return presenceClaim(context, subject, ["parameter"], name);
}

/** A parameter that appeared. */
export function proposeNewParameter(context: Context, { row }: FactChange, subject: ParameterSubject): Proposal {
  const { specification, operation, fresh, wins } = context;
  const spot = child(operation.spot, "parameters") ?? operation.spot;
  if (subject.name === "X-Auth-Token") {
    return { spot: operation.spot, advice: "it is a security scheme: change `security`", edits: [] };
  }
  const advice = "add the parameter and describe it";
  if (!row || specification.parameter(operation, subject.in, subject.name)) return { spot, advice, edits: [] };
  if (!wins) return { spot, advice: "the newer document does not have it: leave it out", edits: [] };
  const { description, ...schema } = schemaOfRow(row, { tables: [], request: true });
  const example = exampleValue(context, subject, row);
  const value = {
    name: row.name,
    in: subject.in,
    required: row.mandatory === true,
    description,
    schema,
    ...(example === undefined
      ? {}
      : { examples: { [fresh.document]: { "x-from": [fresh.document], value: example } } }),
  };
  const conflicts = conflictEdits(
    context,
    operation.spot,
    [operation.spot],
    parameterClaim(context, subject, row.name),
  );
  return {
    spot,
    advice,
    edits: [{ action: "append", ...belowProposal(context, operation.spot, "parameters"), value }, ...conflicts],
  };
}

/** A parameter that went. */
export function proposeGoneParameter(context: Context, subject: ParameterSubject): Proposal {
  const { specification, operation, wins } = context;
  if (subject.name === "X-Auth-Token") {
    return { spot: operation.spot, advice: "it is a security scheme: change `security`", edits: [] };
  }
  const parameter = specification.parameter(operation, subject.in, subject.name);
  const advice = "take the parameter out";
  if (!parameter) return { spot: operation.spot, advice, edits: [] };
  const { spot } = parameter;
  if (!wins) return { spot, advice: "the newer document has it: keep it", edits: [] };
  const claim = parameterClaim(context, subject, undefined);
  const conflicts = conflictEdits(context, operation.spot, [operation.spot, spot], claim);
  return { spot, advice, edits: [...conflicts, { action: "remove", ...belowProposal(context, spot) }] };
}

/** A parameter with another name, or in another place of the request. */
export function proposeMovedParameter(context: Context, change: FactChange, subject: ParameterSubject): Proposal {
  const { specification, operation, wins } = context;
  const key = change.kind === "parameter moved" ? "in" : "name";
  const parameter = specification.parameter(operation, subject.in, subject.name);
  const advice = key === "in" ? "move the parameter" : "rename the parameter";
  if (!parameter) return { spot: operation.spot, advice, edits: [] };
  const { spot } = parameter;
  if (!wins) return { spot, advice: "the newer document says otherwise: leave it", edits: [] };
  const named = parameterClaim(context, subject, key === "name" ? String(change.after) : subject.name);
  // Whoever has it in another place says something else, even by the same name.
  const claim = key === "in" ? { ...named, same: () => false } : named;
  const conflicts = conflictEdits(context, operation.spot, [operation.spot, spot], claim);
  return {
    spot,
    advice,
    edits: [...conflicts, { action: "set", ...belowProposal(context, spot, key), value: change.after }],
  };
}

/** Where the parameter or field of a change stands, under its old name or its new one. */
export function targetOf(context: Context, { subject, row }: FactChange): RowTarget | undefined {
  const { specification, operation } = context;
  if (subject.of === "parameter") {
    const names = [row?.name ?? subject.name, subject.name];
    for (const name of names) {
      for (const location of [subject.in, "path", "query", "header"]) {
        const parameter = specification.parameter(operation, location, name);
        if (parameter?.schema) return { spot: parameter.spot, schema: parameter.schema, name };
      }
    }
    return undefined;
  }
  if (subject.of !== "field") return undefined;
  const property =
    specification.property(operation, subject.body, [...subject.path.slice(0, -1), row?.name ?? ""]) ??
    specification.property(operation, subject.body, subject.path);
  return property && { spot: property.spot, schema: property.spot, property, name: property.name };
}
