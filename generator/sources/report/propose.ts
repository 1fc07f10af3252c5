// Chooses the proposal for a change.
import type { DocumentFacts } from "../facts.js";
import { proposeExample } from "./examples.js";
import type { FactChange, Subject } from "./model.js";
import {
  proposeGoneField,
  proposeGoneParameter,
  proposeMovedParameter,
  proposeNewField,
  proposeNewParameter,
  proposeRenamedField,
  targetOf,
} from "./names.js";
import { proposeAddress, proposeBody, proposeMark, proposeSource, proposeStatus } from "./operation.js";
import type { Context, Proposal } from "./proposal.js";
import { proposeRow } from "./rows.js";

/** What the specification has to say after a change, and where. */
export function propose(context: Context, change: FactChange, before: DocumentFacts): Proposal {
  const { subject } = change;
  if (subject.of === "operation") return proposeForOperation(context, change, before);
  if (subject.of === "status") return proposeStatus(context, subject.status, change.kind === "status added");
  if (subject.of === "example") return proposeExample(context, change, subject);
  if (subject.of === "body") return proposeBody(context, subject, change);
  const named =
    subject.of === "parameter" ? forParameter(context, change, subject) : forField(context, change, subject);
  if (named) return named;
  const target = targetOf(context, change);
  if (target) return proposeRow(context, change, target);
  return { spot: context.operation.spot, advice: "the specification does not have it: add it first", edits: [] };
}

function proposeForOperation(context: Context, change: FactChange, before: DocumentFacts): Proposal {
  if (change.kind === "document") return proposeSource(context, before);
  if (change.kind === "method" || change.kind === "path") {
    return proposeAddress(context, change.kind, String(change.after));
  }
  if (change.kind === "title") {
    return { spot: context.operation.spot, advice: "nothing: the summary is in our own words", edits: [] };
  }
  return proposeMark(context, change.kind === "marked for removal");
}

function forParameter(
  context: Context,
  change: FactChange,
  subject: Extract<Subject, { of: "parameter" }>,
): Proposal | undefined {
  if (change.kind === "parameter added") return proposeNewParameter(context, change, subject);
  if (change.kind === "parameter removed") return proposeGoneParameter(context, subject);
  const moved = change.kind === "parameter renamed" || change.kind === "parameter moved";
  return moved ? proposeMovedParameter(context, change, subject) : undefined;
}

function forField(
  context: Context,
  change: FactChange,
  subject: Extract<Subject, { of: "field" }>,
): Proposal | undefined {
  if (change.kind === "field added") return proposeNewField(context, change, subject);
  if (change.kind === "field removed") return proposeGoneField(context, subject);
  return change.kind === "field renamed" ? proposeRenamedField(context, change, subject) : undefined;
}
