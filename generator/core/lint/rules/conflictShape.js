import { isObject, onObjects } from "./objects.js";

export const abouts = [
  "method",
  "path",
  "statuses",
  "parameter",
  "presence",
  "name",
  "type",
  "container",
  "mandatory",
  "limits",
  "values",
  "null",
  "example",
  "meaning",
];
const claimants = [
  "page",
  "pageExample",
  "pageSeen",
  "explorer",
  "explorerExample",
  "sdk",
  "pdf",
  "pdfExample",
  "walkthrough",
  "client",
  "observed",
];
const keys = ["about", "claims", "decision", "why"];

/** What is wrong with one entry of x-conflicts: pairs of a key to point at and a message. */
function* faults(entry) {
  if (!isObject(entry)) return yield [undefined, `An entry is an object of ${keys.join(", ")}.`];
  for (const key of keys) if (!(key in entry)) yield [undefined, `The entry lacks \`${key}\`.`];
  for (const key of Object.keys(entry)) if (!keys.includes(key)) yield [key, `Unknown key; known: ${keys.join(", ")}.`];
  if ("about" in entry && !abouts.includes(entry.about)) yield ["about", `Must be one of ${abouts.join(", ")}.`];
  if ("why" in entry && !(typeof entry.why === "string" && entry.why.trim())) yield ["why", "Must say why, in words."];
  if (!("claims" in entry)) return;
  const unknown = Object.keys(Object(entry.claims)).filter((claimant) => !claimants.includes(claimant));
  if (!isObject(entry.claims) || Object.keys(entry.claims).length === 0) yield ["claims", "Must say who claims what."];
  else if (unknown.length > 0)
    yield ["claims", `Unknown source ${unknown.join(", ")}; known: ${claimants.join(", ")}.`];
}

/** The entries of x-conflicts have the shape that spec/README.md gives them. */
export function conflictShape() {
  const check = onObjects((node, { report, location }) => {
    const conflicts = node["x-conflicts"];
    if (conflicts === undefined) return;
    const at = location.child(["x-conflicts"]);
    if (!Array.isArray(conflicts) || conflicts.length === 0) {
      return report({ message: "x-conflicts is a list of one or more entries.", location: at.key() });
    }
    conflicts.forEach((entry, index) => {
      for (const [key, message] of faults(entry)) {
        report({ message: `x-conflicts: ${message}`, location: at.child(key ? [index, key] : [index]) });
      }
    });
  });
  // Not a Redocly type, because entries beside a second $ref to the same target would not be looked at.
  return { any: check, ref: check };
}
