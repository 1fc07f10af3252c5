import type { DocumentFacts, ParameterFacts } from "../facts.js";
import { compareField } from "./field.js";
import { asList, overrules, TABLES, type Ledger } from "./ledger.js";
import { child, childrenAt, followSpot, dataAt, textAt, type Spot } from "../../core/load/spots.js";
import type { DescribedOperation } from "./operation.js";

/** A parameter of the specification. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly spot: Spot;
  readonly schema: Spot | undefined;
}

const TOKEN = "X-Auth-Token";

/** The parameters of an operation, those of its path item included. */
export function parametersOf(operation: DescribedOperation): Parameter[] {
  return [operation.pathItem, operation.spot].flatMap((owner) => {
    return childrenAt(owner, "parameters").flatMap(([, written]) => {
      const spot = followSpot(written);
      if (!spot) return [];
      return [{ name: textAt(spot, "name") ?? "", in: textAt(spot, "in") ?? "", spot, schema: child(spot, "schema") }];
    });
  });
}

/** Compares the parameters of an operation with all documents that have tables. */
export function compareParameters(operation: DescribedOperation, all: readonly DocumentFacts[], ledger: Ledger): void {
  const parameters = parametersOf(operation);
  const documents = all.filter(({ document }) => TABLES.includes(document));
  for (const document of documents) {
    for (const printed of document.parameters) compareParameter(operation, parameters, document, printed, ledger);
  }
  compareToken(
    operation,
    documents.filter(({ document }) => document !== "sdk"),
    ledger,
  );
  for (const parameter of parameters) {
    const known = documents.some((document) =>
      document.parameters.some((printed) => sameParameter(printed, parameter)),
    );
    if (!known) reportUnknown(operation, parameter, ledger);
  }
}

function sameParameter(printed: ParameterFacts, parameter: Parameter): boolean {
  return printed.name === parameter.name && printed.in === parameter.in;
}

function compareParameter(
  operation: DescribedOperation,
  parameters: readonly Parameter[],
  { document }: DocumentFacts,
  printed: ParameterFacts,
  ledger: Ledger,
): void {
  if (printed.name === TOKEN) return;
  const { operationId } = operation;
  const where = `${printed.in} parameter ${printed.name}`;
  ledger.state({ operationId, document, about: "parameter", claim: printed.name, spots: [operation.spot], where });
  const parameter = parameters.find((one) => sameParameter(printed, one));
  if (!parameter) {
    ledger.find({
      operationId,
      about: ["parameter"],
      spots: [operation.spot, ...parameters.map(({ spot }) => spot)],
      message: `${where}: ${document} has it, the specification does not`,
      fix: "add the parameter",
      claims: { [document]: printed.name },
      // An entry that decides for this name is no reason to be without it.
      explainedBy: (entry) =>
        entry.decision !== printed.name &&
        asList(entry.claims[document]).includes(printed.name) &&
        overrules(entry, operation, document),
    });
    return;
  }
  const required = dataAt(child(parameter.spot, "required")) === true;
  const spots = [parameter.spot];
  compareField({ operation, document, printed, spots, schema: parameter.schema, required, where }, ledger);
}

/** A parameter that no document has stands only where an entry says who saw it. */
function reportUnknown(operation: DescribedOperation, parameter: Parameter, ledger: Ledger): void {
  ledger.find({
    operationId: operation.operationId,
    about: ["parameter"],
    spots: [parameter.spot, operation.spot],
    message: `${parameter.in} parameter ${parameter.name}: no document of this operation has it`,
    fix: "delete it",
    claims: { observed: parameter.name },
    explainedBy: ({ claims }) => Object.values(claims).some((claim) => asList(claim).includes(parameter.name)),
  });
}

/** The token header of the pages is a security scheme in the specification; SDKs send it without listing it. */
function compareToken(operation: DescribedOperation, documents: readonly DocumentFacts[], ledger: Ledger): void {
  const accepted = acceptsToken(operation);
  for (const { document, parameters } of documents) {
    const printed = parameters.some(({ name }) => name === TOKEN);
    if (printed === accepted) continue;
    ledger.find({
      operationId: operation.operationId,
      about: ["parameter"],
      spots: [operation.spot],
      message: printed
        ? `${document} wants the header ${TOKEN}, but the operation's security has no scheme for it`
        : `the operation's security takes the header ${TOKEN}, but ${document} does not list it`,
      fix: printed ? "add the token's scheme to security" : "take the token's scheme out of security",
      claims: { [document]: printed ? TOKEN : [] },
      explainedBy: ({ claims }) => document in claims && asList(claims[document]).includes(TOKEN) === printed,
    });
  }
}

function acceptsToken(operation: DescribedOperation): boolean {
  const tokens = childrenAt(child(operation.root, "components"), "securitySchemes")
    .filter(([, written]) => textAt(followSpot(written), "name")?.toLowerCase() === TOKEN.toLowerCase())
    .map(([name]) => name);
  const requirements = dataAt(child(operation.spot, "security") ?? child(operation.root, "security"));
  return asList(requirements).some((requirement) => tokens.some((name) => name in Object(requirement)));
}
