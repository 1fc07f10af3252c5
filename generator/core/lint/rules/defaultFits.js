import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import { isObject, onObjects } from "./objects.js";

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

/** The schema with its references written out, as far as they do not lead back to themselves. */
function expand(value, resolve, from, above = []) {
  if (Array.isArray(value)) return value.map((item) => expand(item, resolve, from, above));
  if (!isObject(value)) return value;
  const { $ref, ...own } = value;
  const written = Object.fromEntries(
    Object.entries(own).map(([key, item]) => [key, expand(item, resolve, from, above)]),
  );
  if (typeof $ref !== "string") return written;
  const { node, location } = resolve(value, from);
  if (node === undefined || above.includes(node)) return written;
  return { ...written, allOf: [expand(node, resolve, location.source.absoluteRef, [...above, node])] };
}

/** What is wrong with a default, if anything. */
function fault(value, schema) {
  try {
    const fits = ajv.compile(schema);
    return fits(value) ? undefined : ajv.errorsText(fits.errors, { dataVar: "default" });
  } catch (error) {
    return error.message;
  }
}

const check = onObjects((schema, { report, location, resolve }) => {
  if (!("default" in schema)) return;
  const { default: value, ...rest } = schema;
  const message = fault(value, expand(rest, resolve, location.source.absoluteRef));
  if (!message) return;
  report({ message: `The default breaks its own schema: ${message}.`, location: location.child(["default"]) });
});

/** The default of a schema is a value that the schema accepts. */
export function defaultFits() {
  return {
    Schema: check,
    // What stands beside a $ref is not seen by `Schema`.
    ref: (node, ctx) => void (ctx.type.name === "Schema" && check(node, ctx)),
  };
}
