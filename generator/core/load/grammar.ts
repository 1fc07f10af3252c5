// What OpenAPI allows where: the table that documents are checked against.
/** What OpenAPI expects in a place: a value, an object of a kind, or a list or map of such. */
export type ValueShape =
  | Value
  | KindName
  | { readonly words: readonly string[] }
  /** One that is `filled` is not empty. */
  | { readonly list: ValueShape; readonly filled: boolean }
  /** One that is `single` has one entry at most. */
  | { readonly map: ValueShape; readonly single: boolean }
  | { readonly either: readonly ValueShape[] };

/** `data` may be anything: nothing in it is checked. `schemaName` is the name of a schema, or a reference. */
export type Value = "text" | "boolean" | "number" | "count" | "data" | "schemaName";

/** The kinds of objects that OpenAPI has. */
export type KindName =
  | ("document" | "info" | "contact" | "license" | "server" | "serverVariable" | "paths" | "pathItem" | "operation")
  | ("externalDocs" | "parameter" | "requestBody" | "mediaType" | "encoding" | "responses" | "response" | "callback")
  | ("example" | "link" | "header" | "tag" | "schema" | "discriminator" | "xml" | "components" | "securityScheme")
  | ("flows" | "flow" | "securityRequirement");

/** A kind of object. */
export interface Kind {
  /** Its name in messages, with the article. */
  readonly a: string;
  readonly fields: Fields;
  /** What names of the author's choice lead to. */
  readonly entries?: Entries;
  readonly required?: readonly string[];
  /** It needs one of these fields. */
  readonly needsOneOf?: readonly string[];
  /** It may have one of these fields at most. */
  readonly notBoth?: readonly [string, string];
  /** A `$ref` may stand in its place. */
  readonly reference?: true;
  /** As in JSON Schema, it may be `true` or `false`, and have fields that mean nothing. */
  readonly open?: true;
}

type Fields = Readonly<Record<string, ValueShape>>;

interface Entries {
  readonly of: ValueShape;
  /** What the names are. */
  readonly each: string;
  readonly names?: RegExp;
  readonly fix?: string;
}

const words = (listed: string): ValueShape => ({ words: listed.split(" ") });
const list = (of: ValueShape): ValueShape => ({ list: of, filled: false });
const filled = (of: ValueShape): ValueShape => ({ list: of, filled: true });
const map = (of: ValueShape): ValueShape => ({ map: of, single: false });
const single = (of: ValueShape): ValueShape => ({ map: of, single: true });
const either = (...shapes: readonly ValueShape[]): ValueShape => ({ either: shapes });
/** Fields of one shape. */
const all = (shape: ValueShape, names: string): Fields =>
  Object.fromEntries(names.split(" ").map((name) => [name, shape]));

/** What parameters and headers have in common. The model says which styles go with which place. */
const written: Fields = {
  ...all("text", "description style"),
  ...all("boolean", "required deprecated allowEmptyValue explode allowReserved"),
  schema: "schema",
  example: "data",
  examples: map("example"),
  content: single("mediaType"),
};

const jsonType = words("string number integer boolean null array object");

/** The keywords of JSON Schema 2020-12, and those that OpenAPI 3.0 and 3.1 add. */
const keywords: Fields = {
  ...all("text", "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $comment"),
  $vocabulary: map("boolean"),
  type: either(jsonType, filled(jsonType)),
  ...all("text", "title description format pattern contentEncoding contentMediaType"),
  ...all("data", "const default example"),
  ...all(list("data"), "enum examples"),
  ...all("number", "multipleOf minimum maximum"),
  // OpenAPI 3.0 says only whether the limit itself counts.
  ...all(either("number", "boolean"), "exclusiveMinimum exclusiveMaximum"),
  ...all("count", "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains"),
  ...all("boolean", "uniqueItems nullable readOnly writeOnly deprecated"),
  ...all(filled("schema"), "allOf anyOf oneOf prefixItems"),
  ...all("schema", "not if then else items contains unevaluatedItems additionalItems contentSchema"),
  ...all("schema", "additionalProperties unevaluatedProperties propertyNames"),
  ...all(map("schema"), "properties patternProperties dependentSchemas $defs"),
  required: list("text"),
  dependentRequired: map(list("text")),
  discriminator: "discriminator",
  xml: "xml",
  externalDocs: "externalDocs",
};

/** OpenAPI's objects: what either 3.0 or 3.1 allows is allowed. */
export const grammar: Readonly<Record<KindName, Kind>> = {
  document: {
    a: "a document",
    fields: {
      ...all("text", "openapi jsonSchemaDialect"),
      info: "info",
      servers: list("server"),
      paths: "paths",
      webhooks: map("pathItem"),
      components: "components",
      security: list("securityRequirement"),
      tags: list("tag"),
      externalDocs: "externalDocs",
    },
    required: ["info"],
    needsOneOf: ["paths", "components", "webhooks"],
  },
  info: {
    a: "an info",
    fields: {
      ...all("text", "title summary description termsOfService version"),
      contact: "contact",
      license: "license",
    },
    required: ["title", "version"],
  },
  contact: { a: "a contact", fields: all("text", "name url email") },
  license: { a: "a license", fields: all("text", "name identifier url"), required: ["name"] },
  server: {
    a: "a server",
    fields: { ...all("text", "url description"), variables: map("serverVariable") },
    required: ["url"],
  },
  serverVariable: {
    a: "a variable of a server",
    fields: { ...all("text", "default description"), enum: list("text") },
    required: ["default"],
  },
  paths: {
    a: "the object of all paths",
    fields: {},
    entries: { of: "pathItem", each: "path", names: /^\//, fix: "begin it with a slash" },
  },
  pathItem: {
    a: "a path item",
    fields: {
      ...all("text", "summary description"),
      ...all("operation", "get put post delete options head patch trace"),
      servers: list("server"),
      parameters: list("parameter"),
    },
    reference: true,
  },
  operation: {
    a: "an operation",
    fields: {
      ...all("text", "summary description operationId"),
      deprecated: "boolean",
      tags: list("text"),
      externalDocs: "externalDocs",
      parameters: list("parameter"),
      requestBody: "requestBody",
      responses: "responses",
      callbacks: map("callback"),
      security: list("securityRequirement"),
      servers: list("server"),
    },
  },
  externalDocs: { a: "a link to documentation", fields: all("text", "description url"), required: ["url"] },
  parameter: {
    a: "a parameter",
    fields: { name: "text", in: words("path query header cookie"), ...written },
    required: ["name", "in"],
    needsOneOf: ["schema", "content"],
    notBoth: ["schema", "content"],
    reference: true,
  },
  requestBody: {
    a: "a request body",
    fields: { description: "text", content: map("mediaType"), required: "boolean" },
    required: ["content"],
    reference: true,
  },
  mediaType: {
    a: "the description of a media type",
    fields: { schema: "schema", example: "data", examples: map("example"), encoding: map("encoding") },
  },
  encoding: {
    a: "the encoding of a field",
    fields: {
      contentType: "text",
      headers: map("header"),
      style: words("form spaceDelimited pipeDelimited deepObject"),
      ...all("boolean", "explode allowReserved"),
    },
  },
  responses: {
    a: "the object of all responses",
    fields: { default: "response" },
    entries: {
      of: "response",
      each: "status",
      // OpenAPI wants capitals; small ones are read as the same.
      names: /^[1-5](?:\d\d|XX)$/i,
      fix: "write three digits as in `200`, a range as in `2XX`, or `default`",
    },
  },
  response: {
    a: "a response",
    fields: { description: "text", headers: map("header"), content: map("mediaType"), links: map("link") },
    required: ["description"],
    reference: true,
  },
  callback: { a: "a callback", fields: {}, entries: { of: "pathItem", each: "address" }, reference: true },
  example: {
    a: "an example",
    fields: { ...all("text", "summary description externalValue"), value: "data" },
    reference: true,
  },
  link: {
    a: "a link",
    fields: {
      ...all("text", "operationRef operationId description"),
      parameters: map("data"),
      requestBody: "data",
      server: "server",
    },
    reference: true,
  },
  header: {
    a: "a header",
    fields: written,
    needsOneOf: ["schema", "content"],
    notBoth: ["schema", "content"],
    reference: true,
  },
  tag: {
    a: "a tag",
    fields: { ...all("text", "name description"), externalDocs: "externalDocs" },
    required: ["name"],
  },
  schema: { a: "a schema", fields: keywords, reference: true, open: true },
  discriminator: {
    a: "a discriminator",
    fields: { propertyName: "text", mapping: map("schemaName") },
    required: ["propertyName"],
  },
  xml: {
    a: "the XML form of a schema",
    fields: { ...all("text", "name namespace prefix"), ...all("boolean", "attribute wrapped") },
  },
  components: {
    a: "the object of all components",
    fields: {
      schemas: map("schema"),
      responses: map("response"),
      parameters: map("parameter"),
      examples: map("example"),
      requestBodies: map("requestBody"),
      headers: map("header"),
      securitySchemes: map("securityScheme"),
      links: map("link"),
      callbacks: map("callback"),
      pathItems: map("pathItem"),
    },
  },
  securityScheme: {
    a: "a security scheme",
    fields: {
      type: words("apiKey http mutualTLS oauth2 openIdConnect"),
      in: words("query header cookie"),
      ...all("text", "description name scheme bearerFormat openIdConnectUrl"),
      flows: "flows",
    },
    required: ["type"],
    reference: true,
  },
  flows: {
    a: "the object of all OAuth flows",
    fields: all("flow", "implicit password clientCredentials authorizationCode"),
  },
  flow: {
    a: "an OAuth flow",
    fields: { ...all("text", "authorizationUrl tokenUrl refreshUrl"), scopes: map("text") },
  },
  securityRequirement: {
    a: "a security requirement",
    fields: {},
    entries: { of: list("text"), each: "security scheme" },
  },
};
