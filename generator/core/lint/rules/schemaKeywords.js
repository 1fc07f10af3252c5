import { onObjects } from "./objects.js";

const appliesTo = {
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  string: ["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  object: ["properties", "additionalProperties", "required", "minProperties", "maxProperties", "propertyNames"],
};
const formats = {
  number: ["int32", "int64", "float", "double"],
  string: ["date", "date-time", "binary", "byte", "uri", "uuid", "email", "password"],
};

/** The types that a schema accepts, an integer being a number; none when it does not say. */
const typesOf = (schema) => [schema.type ?? []].flat().map((type) => (type === "integer" ? "number" : type));

/** A keyword of another type than the schema's never takes effect: a limit that limits nothing. */
export function keywordApplies() {
  return {
    Schema: onObjects((schema, { report, location }) => {
      const types = typesOf(schema);
      if (types.length === 0) return;
      const complain = (keyword, wanted, what) =>
        report({
          message: `${what} is for a schema of type ${wanted} and does nothing on type ${[schema.type].flat().join(", ")}.`,
          location: location.child([keyword]).key(),
        });
      for (const [type, keywords] of Object.entries(appliesTo)) {
        if (types.includes(type)) continue;
        for (const keyword of keywords) if (keyword in schema) complain(keyword, type, `\`${keyword}\``);
      }
      for (const [type, names] of Object.entries(formats)) {
        if (types.includes(type) || !names.includes(schema.format)) continue;
        complain("format", type, `\`format: ${schema.format}\``);
      }
    }),
  };
}

const bounds = [
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
];

/** Bounds the wrong way round let nothing through. */
export function boundsOrdered() {
  return {
    Schema: onObjects((schema, { report, location }) => {
      for (const [low, high] of bounds) {
        if (!(schema[low] > schema[high])) continue;
        report({
          message: `\`${low}\` (${schema[low]}) is above \`${high}\` (${schema[high]}): no value fits both.`,
          location: location.child([low]),
        });
      }
    }),
  };
}

/** A pattern is a regular expression as JSON Schema means it: with Unicode. */
export function patternCompiles() {
  return {
    Schema: onObjects((schema, { report, location }) => {
      if (typeof schema.pattern !== "string") return;
      try {
        new RegExp(schema.pattern, "u");
      } catch (error) {
        report({ message: `\`pattern\` does not compile: ${error.message}.`, location: location.child(["pattern"]) });
      }
    }),
  };
}
