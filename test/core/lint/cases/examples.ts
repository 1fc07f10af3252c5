import type { Case } from "../redocly.js";

const list = "paths/things/listThings.yaml";
const create = "paths/things/createThing.yaml";
const show = "paths/things/showThingName.yaml";
const token = "paths/iam/createToken.yaml";
const thing = "components/schemas/Thing.yaml";

/** Requests, answers and their examples. */
export const examples: Case[] = [
  {
    title: "a GET with a body",
    file: show,
    from: "  parameters:",
    to: "  requestBody: { content: { application/octet-stream: {} } }\n  parameters:",
    wanted: ["paths/things/showThingName.yaml:27:3 rule/no-body-on-get"],
  },
  {
    title: "no answer 422",
    file: show,
    from: '    "422":\n      $ref: ../../components/responses/Failure.yaml\n',
    to: "",
    wanted: ["paths/things/showThingName.yaml:46:3 rule/statuses"],
  },
  {
    title: "a success that is not 200",
    file: show,
    from: '"200"',
    to: '"202"',
    wanted: ["paths/things/showThingName.yaml:46:3 rule/success-status"],
  },
  {
    title: "a token that is answered with 200",
    file: token,
    from: '"201"',
    to: '"200"',
    wanted: ["paths/iam/createToken.yaml:32:3 rule/success-status-of-token"],
  },
  {
    title: "no answer 503 of IAM",
    file: token,
    from: '    "503":\n      $ref: ../../components/responses/Failure.yaml\n',
    to: "",
    wanted: ["paths/iam/createToken.yaml:32:3 rule/statuses-of-iam"],
  },
  {
    title: "a parameter without examples",
    file: list,
    from: "      examples:\n        one:\n          value: 10\n",
    to: "",
    wanted: ["paths/things/listThings.yaml:50:7 rule/parameter-examples"],
  },
  {
    title: "a parameter with no example among its examples",
    file: list,
    from: "examples:\n        one:\n          value: 10",
    to: "examples: {}",
    wanted: ["paths/things/listThings.yaml:57:17 rule/examples-not-empty"],
  },
  {
    title: "a request body without examples",
    file: create,
    from: "        examples:\n          one:\n            value:\n              name: one\n",
    to: "",
    wanted: ["paths/things/createThing.yaml:25:7 rule/request-examples"],
  },
  {
    title: "an answer without examples",
    file: list,
    from: / {10}examples:[^]*total: 1\n/,
    to: "",
    wanted: ["paths/things/listThings.yaml:89:9 rule/response-examples"],
  },
  {
    title: "an example that is named after a document",
    file: list,
    from: "one:\n          value: 10",
    to: "page:\n          value: 10",
    wanted: ["paths/things/listThings.yaml:58:9 rule/example-names"],
  },
  {
    title: "an example of a parameter over its limit",
    file: list,
    from: "value: 10",
    to: "value: 101",
    wanted: ["paths/things/listThings.yaml:59:18 no-invalid-parameter-examples"],
  },
  {
    title: "an example of a parameter of another type",
    file: list,
    from: "value: 10",
    to: "value: ten",
    wanted: ["paths/things/listThings.yaml:59:18 no-invalid-parameter-examples"],
  },
  {
    title: "an example of a body of another type",
    file: list,
    from: "size: null",
    to: "size: wide",
    wanted: ["paths/things/listThings.yaml:112:27 no-invalid-media-type-examples"],
  },
  {
    title: "an example of a body with an unknown property",
    file: list,
    from: "- id: ab12",
    to: "- id: ab12\n                    colour: red",
    wanted: ["paths/things/listThings.yaml:112:21 no-invalid-media-type-examples"],
  },
  {
    title: "an example of a request body with an unknown property",
    file: create,
    from: "name: one",
    to: "name: one\n              colour: red",
    wanted: ["paths/things/createThing.yaml:46:15 no-invalid-media-type-examples"],
  },
  {
    title: "an example of a body that lacks a mandatory property",
    file: create,
    from: "name: one",
    to: "kind: round",
    wanted: ["paths/things/createThing.yaml:45:15 no-invalid-media-type-examples"],
  },
  {
    title: "an example of a schema over its limit",
    file: thing,
    from: "maximum: 100",
    to: "maximum: 100\n    examples: [1, 900]",
    wanted: ["components/schemas/Thing.yaml:24:19 no-invalid-schema-examples"],
  },
  {
    title: "an example of an error that is none",
    file: "components/responses/Failure.yaml",
    from: "error_code: TH.1",
    to: "error_code: 7",
    wanted: ["components/responses/Failure.yaml:9:23 no-invalid-media-type-examples"],
  },
];
