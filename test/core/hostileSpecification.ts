/** Text that ends what it stands in, in one language or another. */
export const evil = [
  "*/ export const injected = 1; /*",
  '"; injected(); "',
  "`${injected()}`",
  "line\nbreak",
  "\u2028",
  "</script>",
  "@deprecated",
  "\\u0022",
  "a\\|b",
  "`a\\|b`",
  "<!-- ",
  "~~~",
  "```",
];

/** Hostile names of fields, parameters and error codes. */
export const names = [...evil, "__proto__", "constructor", "class", "1st", "grüße", "名前", "x".repeat(300), "a|b"];

const text = evil.join("\n");
const ids = ["delete", "constructor", "call", "then", "a/b", "a-b", "A b", "Descriptor", "undefined", "名前", ...evil];
const globals = ["Error", "Record", "Promise", "ApiError", "Array", "Omit"];
const components = [...globals, "class", "a b", "a_b", "aB", "AB", "constructor", "grüße"];

const fields = Object.fromEntries(
  names.map((name) => [name, { type: "string", description: text, default: text, example: text, enum: names }]),
);

const schemas: Record<string, object> = {
  ...Object.fromEntries(
    components.map((name) => {
      const self = { $ref: `#/components/schemas/${name}` };
      return [
        name,
        { type: "object", description: text, properties: name === "Error" ? { ...fields, self } : { self } },
      ];
    }),
  ),
  tree: { type: "array", items: { $ref: "#/components/schemas/tree" } },
  map: { type: "object", additionalProperties: { $ref: "#/components/schemas/map" } },
  empty: {},
  constant: { const: evil },
  tuple: { prefixItems: [{ const: evil[0] }, { $ref: "#/components/schemas/tree" }] },
  union: {
    oneOf: [
      { $ref: "#/components/schemas/Error" },
      { type: ["string", "null"] },
      { allOf: [{ $ref: "#/components/schemas/Record" }, { required: names }] },
    ],
  },
  beside: { $ref: "#/components/schemas/Error", description: text, properties: { more: { type: "integer" } } },
};

function json(schema: object, example: unknown): object {
  const examples = { [evil[0] ?? ""]: { summary: text, value: example } };
  return { content: { "application/json": { schema, examples } } };
}

const plain = { schema: { type: "string" } };
const deep = { style: "deepObject", schema: { type: "object", additionalProperties: { type: "string" } } };
const file = { type: "string", format: "binary", description: text };
const form = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: { type: "object", properties: Object.fromEntries(evil.map((name) => [`${name}!`, file])) },
      encoding: Object.fromEntries(evil.map((name) => [`${name}!`, { contentType: text }])),
    },
  },
};

function pathItem(operationId: string, index: number): [string, object] {
  const parameter = index === 0 ? "*/ x" : "id";
  const component = Object.keys(schemas)[index % Object.keys(schemas).length] ?? "";
  const values = Object.fromEntries(names.map((name) => [name, text]));
  const body = index === 0 ? fields : { other: { type: "string" } };
  const operation = {
    operationId,
    summary: text,
    description: text,
    deprecated: true,
    tags: [evil[0]],
    "x-successor": index === 0 ? "constructor" : "GET /*/ injected()",
    parameters: [
      { name: parameter, in: "path", required: true, description: text, schema: { type: "string" } },
      ...names.map((name) => ({ name, in: "query", description: text, ...(index === 1 ? deep : plain) })),
      ...(index === 1 ? names.map((name) => ({ name: `${name}.`, in: "cookie", schema: { type: "string" } })) : []),
      { name: "X-Header", in: "header", schema: { type: "string" } },
    ],
    requestBody: index === 1 ? form : { required: true, ...json({ type: "object", properties: body }, values) },
    responses: { "200": { description: text, ...json({ $ref: `#/components/schemas/${component}` }, values) } },
  };
  return [`/p${index}/{${parameter}}`, { post: operation }];
}

/** A specification in which every name and every text is hostile. */
export function hostile(): Record<string, string> {
  const document = {
    openapi: "3.1.0",
    info: { title: text, version: "1", description: text },
    tags: [{ name: evil[0], description: text }],
    paths: Object.fromEntries(ids.map(pathItem)),
    components: { schemas },
    "x-error-catalogue": names.map((code) => ({ code, status: 400, meaning: text, advice: text })),
  };
  return { "openapi.yaml": JSON.stringify(document) };
}
