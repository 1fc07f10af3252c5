import type { Json, JsonObject } from "../../generator/core/lib/json.js";
import type { Effect } from "../../generator/changes/types.js";

/** One edit of a specification, and the verdict that it deserves. */
export interface Seed {
  readonly name: string;
  /** Edits the operation and the schema that belong to this seed alone. */
  readonly edit: (parts: Parts) => void;
  readonly wire: Effect;
  readonly typescript: Effect;
  /** The sentences of the report, with ID for the operation and Thing for the schema. */
  readonly says: readonly string[];
}

/** What a seed may edit: everything by its JSON pointer. */
export interface Parts {
  /** Sets a value below the operation; `undefined` deletes it. */
  readonly operation: (pointer: string, value: Json | undefined) => void;
  /** Sets a value below the schema `Thing`. */
  readonly thing: (pointer: string, value: Json | undefined) => void;
  /** Sets a value below the whole document. */
  readonly document: (pointer: string, value: Json | undefined) => void;
  /** Gives a key of the document another name, in its place. */
  readonly rename: (pointer: string, name: string) => void;
  /** The pointer of the operation's path. */
  readonly path: string;
}

/** The operation that every seed edits a copy of. */
export function operationOf(id: string, schema: string): Json {
  return {
    operationId: id,
    tags: ["Things"],
    summary: "Change a thing",
    description: "Changes what is given.",
    "x-source": { url: `https://example.com/${id}.html`, documents: [{ document: "page", date: "2025-08-21" }] },
    "x-retry": "safe",
    parameters: [
      { name: "thing_id", in: "path", required: true, description: "Id.", schema: { type: "string" } },
      {
        name: "page_index",
        in: "query",
        description: "Number of the page.",
        schema: { type: "integer", minimum: 0, maximum: 100, default: 0 },
      },
      {
        name: "order",
        in: "query",
        required: true,
        description: "Order.",
        schema: { type: "string", enum: ["asc", "desc"] },
      },
    ],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["label"],
            properties: {
              label: { type: "string", description: "Label.", minLength: 1, maxLength: 20 },
              size: { type: "string", description: "Size.", enum: ["small", "large"], default: "small" },
              weight: { type: ["integer", "string"], description: "Weight." },
              parts: {
                type: "array",
                description: "Parts.",
                items: {
                  type: "object",
                  required: ["name"],
                  properties: {
                    name: { type: "string", description: "Name." },
                    count: { type: "integer", description: "Count." },
                  },
                },
              },
            },
          },
          examples: { page: { value: { label: "screws" } } },
        },
      },
    },
    responses: {
      "200": {
        description: "Changed.",
        headers: { "X-Trace": { description: "Trace.", schema: { type: "string" } } },
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["things"],
              properties: {
                state: { type: "string", description: "State." },
                total: { type: "integer", description: "Total." },
                things: { type: "array", description: "Things.", items: { $ref: `#/components/schemas/${schema}` } },
              },
            },
          },
        },
      },
      "404": {
        description: "Not there.",
        content: { "application/json": { schema: { type: "object", properties: {} } } },
      },
    },
  };
}

/** The schema that every seed edits a copy of; it goes into responses only. */
export const thing: JsonObject = {
  type: "object",
  description: "A thing.",
  required: ["id", "kind"],
  properties: {
    id: { type: "string", description: "Id." },
    kind: { type: "string", description: "Kind.", enum: ["crate", "box"] },
    state: { type: "string", description: "State.", "x-states": { known: { STORED: "Stored." } } },
    name: { type: "string", description: "Name.", maxLength: 20 },
    width: { type: "number", description: "Width.", default: 1 },
    owner: {
      type: "object",
      description: "Owner.",
      required: ["login"],
      properties: { login: { type: "string", description: "Login." }, mail: { type: "string", description: "Mail." } },
    },
  },
};

const body = "/requestBody/content/application~1json/schema";
const response = "/responses/200/content/application~1json/schema";
const text = { type: "string", description: "New." };

function seed(
  name: string,
  wire: Effect,
  typescript: Effect,
  says: string | readonly string[],
  edit: Seed["edit"],
): Seed {
  return { name, wire, typescript, says: typeof says === "string" ? [says] : says, edit };
}

/** Parameters and what stands around them. */
const parameters: readonly Seed[] = [
  seed("add an optional parameter", "minor", "minor", "Add the query parameter `after` to `ID`.", ({ operation }) =>
    operation("/parameters/3", { name: "after", in: "query", description: "New.", schema: { type: "string" } }),
  ),
  seed(
    "add a required parameter",
    "major",
    "major",
    "Add the required query parameter `after` to `ID`.",
    ({ operation }) =>
      operation("/parameters/3", {
        name: "after",
        in: "query",
        required: true,
        description: "New.",
        schema: { type: "string" },
      }),
  ),
  seed("remove a parameter", "major", "major", "Remove the query parameter `page_index` from `ID`.", ({ operation }) =>
    operation("/parameters/1", undefined),
  ),
  seed(
    "rename a query parameter",
    "major",
    "major",
    "The query parameter `page_index` of `ID` is now called `page_number`.",
    ({ operation }) => operation("/parameters/1/name", "page_number"),
  ),
  seed(
    "rename a path parameter",
    "none",
    "major",
    "The path parameter `thing_id` of `ID` is now called `id`.",
    ({ operation, rename, path }) => {
      operation("/parameters/0/name", "id");
      rename(path, "/v1/ID/{id}");
    },
  ),
  seed("a parameter becomes required", "major", "major", "`page_index` of `ID` is now required.", ({ operation }) =>
    operation("/parameters/1/required", true),
  ),
  seed(
    "a parameter is no longer required",
    "minor",
    "patch",
    "`order` of `ID` is no longer required.",
    ({ operation }) => operation("/parameters/2/required", undefined),
  ),
  seed(
    "a parameter changes its type",
    "major",
    "major",
    "The type of `page_index` of `ID` changes from `integer` to `string`.",
    ({ operation }) => {
      operation("/parameters/1/schema/type", "string");
    },
  ),
  seed(
    "a parameter takes more types",
    "minor",
    "patch",
    "The type of `page_index` of `ID` changes from `integer` to `integer` or `string`.",
    ({ operation }) => operation("/parameters/1/schema/type", ["integer", "string"]),
  ),
  seed(
    "raise a maximum",
    "minor",
    "patch",
    "The limit `maximum` of `page_index` of `ID` changes from `100` to `200`.",
    ({ operation }) => operation("/parameters/1/schema/maximum", 200),
  ),
  seed(
    "lower a maximum",
    "major",
    "patch",
    "The limit `maximum` of `page_index` of `ID` changes from `100` to `50`.",
    ({ operation }) => operation("/parameters/1/schema/maximum", 50),
  ),
  seed("drop a maximum", "minor", "patch", "`page_index` of `ID` loses the limit `maximum` `100`.", ({ operation }) =>
    operation("/parameters/1/schema/maximum", undefined),
  ),
  seed("add a pattern", "major", "patch", "`thing_id` of `ID` gets the limit `pattern` `^x`.", ({ operation }) =>
    operation("/parameters/0/schema/pattern", "^x"),
  ),
  seed("note a format", "patch", "patch", "`thing_id` of `ID` gets the limit `format` `uuid`.", ({ operation }) =>
    operation("/parameters/0/schema/format", "uuid"),
  ),
  seed(
    "change a default",
    "major",
    "patch",
    "The default of `page_index` of `ID` changes from `0` to `1`.",
    ({ operation }) => operation("/parameters/1/schema/default", 1),
  ),
  seed("drop a default", "major", "patch", "`page_index` of `ID` no longer has the default `0`.", ({ operation }) =>
    operation("/parameters/1/schema/default", undefined),
  ),
  seed("document a default", "patch", "patch", "The default of `order` of `ID` is `asc`.", ({ operation }) =>
    operation("/parameters/2/schema/default", "asc"),
  ),
  seed("allow another value", "minor", "patch", "Add `none` to the values of `order` of `ID`.", ({ operation }) =>
    operation("/parameters/2/schema/enum", ["asc", "desc", "none"]),
  ),
  seed("allow a value less", "major", "major", "Remove `desc` from the values of `order` of `ID`.", ({ operation }) =>
    operation("/parameters/2/schema/enum", ["asc"]),
  ),
  seed(
    "allow any value",
    "minor",
    "patch",
    "`order` of `ID` takes any value, no longer only `asc` and `desc`.",
    ({ operation }) => operation("/parameters/2/schema/enum", undefined),
  ),
  seed("values in another order", "none", "none", [], ({ operation }) =>
    operation("/parameters/2/schema/enum", ["desc", "asc"]),
  ),
  seed("deprecate a parameter", "minor", "patch", "`page_index` of `ID` is deprecated.", ({ operation }) =>
    operation("/parameters/1/deprecated", true),
  ),
  seed("reword a parameter", "none", "patch", "The description of `page_index` of `ID` is changed.", ({ operation }) =>
    operation("/parameters/1/description", "Which page."),
  ),
  seed(
    "write a parameter otherwise",
    "major",
    "none",
    "The way in which `page_index` of `ID` is written (`allowReserved`) changes from nothing to `true`.",
    ({ operation }) => operation("/parameters/1/allowReserved", true),
  ),
];

/** The body of the request. */
const requests: readonly Seed[] = [
  seed("add an optional field to a request", "minor", "minor", "Add `color` to the request of `ID`.", ({ operation }) =>
    operation(`${body}/properties/color`, text),
  ),
  seed(
    "add a required field to a request",
    "major",
    "major",
    "Add the required `color` to the request of `ID`.",
    ({ operation }) => {
      operation(`${body}/properties/color`, text);
      operation(`${body}/required`, ["label", "color"]);
    },
  ),
  seed(
    "remove a field from a request",
    "major",
    "major",
    "Remove `weight` from the request of `ID`.",
    ({ operation }) => operation(`${body}/properties/weight`, undefined),
  ),
  seed(
    "rename a field of a request",
    "major",
    "major",
    "`size` of the request of `ID` is now called `crate_size`.",
    ({ operation }) => {
      operation(`${body}/properties/crate_size`, {
        type: "string",
        description: "Size.",
        enum: ["small", "large"],
        default: "small",
      });
      operation(`${body}/properties/size`, undefined);
    },
  ),
  seed(
    "a field of a request becomes required",
    "major",
    "major",
    "`size` of the request of `ID` is now required.",
    ({ operation }) => operation(`${body}/required`, ["label", "size"]),
  ),
  seed(
    "a field of a request is no longer required",
    "minor",
    "patch",
    "`label` of the request of `ID` is no longer required.",
    ({ operation }) => operation(`${body}/required`, []),
  ),
  seed(
    "a field of a request takes fewer types",
    "major",
    "major",
    "The type of `weight` of the request of `ID` changes from `integer` or `string` to `integer`.",
    ({ operation }) => operation(`${body}/properties/weight/type`, "integer"),
  ),
  seed(
    "shorten a field of a request",
    "major",
    "patch",
    "The limit `maxLength` of `label` of the request of `ID` changes from `20` to `10`.",
    ({ operation }) => operation(`${body}/properties/label/maxLength`, 10),
  ),
  seed(
    "allow an empty field",
    "minor",
    "patch",
    "`label` of the request of `ID` loses the limit `minLength` `1`.",
    ({ operation }) => operation(`${body}/properties/label/minLength`, undefined),
  ),
  seed(
    "a field below an array becomes required",
    "major",
    "major",
    "`parts[].count` of the request of `ID` is now required.",
    ({ operation }) => operation(`${body}/properties/parts/items/required`, ["name", "count"]),
  ),
  seed(
    "a field below an array changes its type",
    "major",
    "major",
    "The type of `parts[].count` of the request of `ID` changes from `integer` to `string`.",
    ({ operation }) => operation(`${body}/properties/parts/items/properties/count/type`, "string"),
  ),
  seed(
    "add a field below an array",
    "minor",
    "minor",
    "Add `unit` to `parts[]` of the request of `ID`.",
    ({ operation }) => operation(`${body}/properties/parts/items/properties/unit`, text),
  ),
  seed("remove the body", "major", "major", "Remove the body from the request of `ID`.", ({ operation }) =>
    operation("/requestBody", undefined),
  ),
  seed(
    "the body may be left out",
    "minor",
    "major",
    "The body of the request of `ID` is no longer required.",
    ({ operation }) => operation("/requestBody/required", false),
  ),
  seed(
    "an example of a request",
    "none",
    "patch",
    "The examples of the request of `ID` are changed.",
    ({ operation }) => operation("/requestBody/content/application~1json/examples/page/value/label", "nails"),
  ),
];

/** Responses and the schemas in them. */
const responses: readonly Seed[] = [
  seed("add a field to a response", "minor", "minor", "Add `next` to the response of `ID`.", ({ operation }) =>
    operation(`${response}/properties/next`, text),
  ),
  seed(
    "remove a field from a response",
    "major",
    "major",
    "Remove `total` from the response of `ID`.",
    ({ operation }) => operation(`${response}/properties/total`, undefined),
  ),
  seed(
    "a field of a response becomes certain",
    "minor",
    "patch",
    "`total` of the response of `ID` is now required.",
    ({ operation }) => operation(`${response}/required`, ["things", "total"]),
  ),
  seed(
    "a field of a response may be missing",
    "major",
    "major",
    "`things` of the response of `ID` is no longer required.",
    ({ operation }) => operation(`${response}/required`, undefined),
  ),
  seed(
    "a field of a response has another type",
    "major",
    "major",
    "The type of `total` of the response of `ID` changes from `integer` to `string`.",
    ({ operation }) => operation(`${response}/properties/total/type`, "string"),
  ),
  seed(
    "a field of a response may be null",
    "major",
    "major",
    "The type of `total` of the response of `ID` changes from `integer` to `integer` or `null`.",
    ({ operation }) => operation(`${response}/properties/total/type`, ["integer", "null"]),
  ),
  seed("add a field to a schema", "minor", "minor", "Add `task_id` to `Thing`.", ({ thing: edit }) =>
    edit("/properties/task_id", text),
  ),
  seed("remove a field from a schema", "major", "major", "Remove `name` from `Thing`.", ({ thing: edit }) =>
    edit("/properties/name", undefined),
  ),
  seed(
    "rename a field of a schema",
    "major",
    "major",
    "`name` of `Thing` is now called `full_name`.",
    ({ thing: edit }) => {
      edit("/properties/full_name", { type: "string", description: "Name.", maxLength: 20 });
      edit("/properties/name", undefined);
    },
  ),
  seed(
    "a field of a schema may be missing",
    "major",
    "major",
    "`id` of `Thing` is no longer required.",
    ({ thing: edit }) => edit("/required", ["kind"]),
  ),
  seed("answer another value", "major", "major", "Add `bag` to the values of `kind` of `Thing`.", ({ thing: edit }) =>
    edit("/properties/kind/enum", ["crate", "box", "bag"]),
  ),
  seed(
    "answer a value less",
    "patch",
    "patch",
    "Remove `box` from the values of `kind` of `Thing`.",
    ({ thing: edit }) => edit("/properties/kind/enum", ["crate"]),
  ),
  seed(
    "know another value of an open list",
    "none",
    "minor",
    "Add `LOST` to the known values of `state` of `Thing`.",
    ({ thing: edit }) => edit("/properties/state/x-states/known/LOST", "Lost."),
  ),
  seed(
    "a response may be longer",
    "patch",
    "patch",
    "The limit `maxLength` of `name` of `Thing` changes from `20` to `40`.",
    ({ thing: edit }) => edit("/properties/name/maxLength", 40),
  ),
  seed(
    "a default in a response",
    "patch",
    "patch",
    "The default of `width` of `Thing` changes from `1` to `2`.",
    ({ thing: edit }) => edit("/properties/width/default", 2),
  ),
  seed("remove a field below a schema", "major", "major", "Remove `mail` from `owner` of `Thing`.", ({ thing: edit }) =>
    edit("/properties/owner/properties/mail", undefined),
  ),
  seed("add a field below a schema", "minor", "minor", "Add `phone` to `owner` of `Thing`.", ({ thing: edit }) =>
    edit("/properties/owner/properties/phone", text),
  ),
  seed("deprecate a field", "minor", "patch", "`name` of `Thing` is deprecated.", ({ thing: edit }) =>
    edit("/properties/name/deprecated", true),
  ),
  seed("reword a field", "none", "patch", "The description of `name` of `Thing` is changed.", ({ thing: edit }) =>
    edit("/properties/name/description", "What it is called."),
  ),
  seed("fields in another order", "none", "none", [], ({ thing: edit }) => edit("/required", ["kind", "id"])),
  seed("add the response of an error", "minor", "none", "Add the response `409` to `ID`.", ({ operation }) =>
    operation("/responses/409", { description: "Conflict." }),
  ),
  seed("remove the response of an error", "patch", "none", "Remove the response `404` from `ID`.", ({ operation }) =>
    operation("/responses/404", undefined),
  ),
  seed(
    "another status of success",
    "major",
    "minor",
    ["Add the response `201` to `ID`.", "Remove the response `200` from `ID`."],
    ({ rename, path }) => rename(`${path}/put/responses/200`, "201"),
  ),
  seed("remove a header", "major", "none", "Remove the header `X-Trace` from the response of `ID`.", ({ operation }) =>
    operation("/responses/200/headers/X-Trace", undefined),
  ),
  seed("add a header", "minor", "none", "Add the header `X-Rest` to the response of `ID`.", ({ operation }) =>
    operation("/responses/200/headers/X-Rest", { description: "Rest.", schema: { type: "string" } }),
  ),
];

/** The operation as a whole, and what the client does with it. */
const operations: readonly Seed[] = [
  seed("add an operation", "minor", "minor", "Add the operation `IDMore` (`GET /v1/more/ID`).", ({ document }) =>
    document("/paths/~1v1~1more~1ID", {
      get: {
        operationId: "IDMore",
        summary: "More",
        description: "More.",
        tags: ["Things"],
        responses: { "204": { description: "Done." } },
      },
    }),
  ),
  seed(
    "remove an operation",
    "major",
    "major",
    "Remove the operation `ID` (`PUT /v1/ID/{thing_id}`).",
    ({ document, path }) => document(path, undefined),
  ),
  seed("rename an operation", "none", "major", "`ID` is now called `IDNew`.", ({ operation }) =>
    operation("/operationId", "IDNew"),
  ),
  seed(
    "move an operation",
    "major",
    "patch",
    "`ID` is now `PUT /v2/ID/{thing_id}` instead of `PUT /v1/ID/{thing_id}`.",
    ({ rename, path }) => rename(path, "/v2/ID/{thing_id}"),
  ),
  seed("deprecate an operation", "minor", "patch", "`ID` is deprecated.", ({ operation }) =>
    operation("/deprecated", true),
  ),
  seed("reword an operation", "none", "patch", "The description of `ID` is changed.", ({ operation }) =>
    operation("/description", "Other words."),
  ),
  seed("a newer page of the vendor", "none", "patch", "The source of `ID` is changed.", ({ operation }) =>
    operation("/x-source/documents/0/date", "2026-01-01"),
  ),
  seed(
    "send it once only",
    "none",
    "minor",
    "The client no longer sends `ID` again after a failure.",
    ({ operation }) => operation("/x-retry", "never"),
  ),
  seed(
    "say that it changes something",
    "none",
    "patch",
    "What a call does is declared for `ID` (`x-effect`).",
    ({ operation }) => operation("/x-effect", "changes"),
  ),
  seed(
    "say that its answer is a secret",
    "none",
    "patch",
    "The secrecy of the answer is declared for `ID` (`x-secret-answer`).",
    ({ operation }) => operation("/x-secret-answer", true),
  ),
  seed(
    "declare how it fails",
    "none",
    "minor",
    "The errors that come with status 200 are declared for `ID` (`x-failure`).",
    ({ operation }) => {
      operation("/x-failure", [{ at: "/state", values: ["failed"] }]);
    },
  ),
  seed(
    "need no credentials any more",
    "minor",
    "patch",
    "The credentials of `ID` change from those of the whole service to none.",
    ({ operation }) => operation("/security", []),
  ),
  seed(
    "take another server",
    "minor",
    "patch",
    "Add the server `https://other.example.com` of `ID`.",
    ({ operation }) => operation("/servers", [{ url: "https://other.example.com", description: "Other." }]),
  ),
  seed("rename a schema", "none", "major", "The schema `Thing` is now called `ThingNew`.", ({ rename, operation }) => {
    rename("/components/schemas/Thing", "ThingNew");
    operation(`${response}/properties/things/items/$ref`, "#/components/schemas/ThingNew");
  }),
  seed(
    "replace a schema by one of its own",
    "none",
    "major",
    [
      "Remove the schema `Thing`.",
      "`things[]` of the response of `ID` is now described by a schema of its own instead of `Thing`.",
    ],
    ({ document, operation }) => {
      document("/components/schemas/Thing", undefined);
      operation(`${response}/properties/things/items`, { ...thing, description: "A thing of Thing." });
    },
  ),
];

/** All seeds. */
export const seeds: readonly Seed[] = [...parameters, ...requests, ...responses, ...operations];
