import type { Case } from "../redocly.js";

const root = "openapi.yaml";
const list = "paths/things/listThings.yaml";
const show = "paths/things/showThingName.yaml";
const thing = "components/schemas/Thing.yaml";

/** Names and texts of operations. */
export const operations: Case[] = [
  {
    title: "an operationId in upper camel case",
    file: list,
    from: "operationId: listThings",
    to: "operationId: ListThings",
    wanted: [
      "paths/things/listThings.yaml:1:1 spec/file-name",
      "paths/things/listThings.yaml:2:16 rule/operation-id-lower-camel",
    ],
  },
  {
    title: "an operationId used twice",
    file: show,
    from: "operationId: showThingName",
    to: "operationId: listThings",
    wanted: [
      "paths/things/showThingName.yaml:1:1 spec/file-name",
      "paths/things/showThingName.yaml:2:3 operation-operationId-unique",
    ],
  },
  {
    title: "no operationId",
    file: list,
    from: "  operationId: listThings\n",
    to: "",
    wanted: ["paths/things/listThings.yaml:1:1 operation-operationId"],
  },
  {
    title: "a file that is not named after its operation",
    file: show,
    from: "operationId: showThingName",
    to: "operationId: showName",
    wanted: ["paths/things/showThingName.yaml:1:1 spec/file-name"],
  },
  {
    title: "an operation written into the root",
    file: root,
    from: "    $ref: paths/things/createThing.yaml",
    to: "    $ref: paths/things/createThing.yaml\n  /v3/ping:\n    head:\n      operationId: ping",
    wanted: [
      "openapi.yaml:34:3 spec/file-name",
      "openapi.yaml:35:5 operation-description",
      "openapi.yaml:35:5 operation-summary",
      "openapi.yaml:35:5 operation-tag-defined",
      "openapi.yaml:35:5 rule/operation-effect",
      "openapi.yaml:35:5 rule/operation-retry",
      "openapi.yaml:35:5 rule/operation-source",
    ],
  },
  {
    title: "no tag",
    file: list,
    from: "  tags:\n    - Things\n",
    to: "",
    wanted: ["paths/things/listThings.yaml:1:1 operation-tag-defined"],
  },
  {
    title: "two tags",
    file: list,
    from: "    - Things",
    to: "    - Things\n    - IAM",
    wanted: ["paths/things/listThings.yaml:3:3 operation-singular-tag"],
  },
  {
    title: "a tag that is not declared",
    file: list,
    from: "- Things",
    to: "- Thingz",
    wanted: ["paths/things/listThings.yaml:4:7 operation-tag-defined"],
  },
  {
    title: "an empty summary",
    file: list,
    from: "summary: List the things of a project",
    to: 'summary: ""',
    wanted: ["paths/things/listThings.yaml:5:3 operation-summary"],
  },
  {
    title: "a summary with a period",
    file: list,
    from: "summary: List the things of a project",
    to: "summary: List the things.",
    wanted: ["paths/things/listThings.yaml:5:12 rule/summary-is-a-title"],
  },
  {
    title: "a summary of 81 characters",
    file: list,
    from: "summary: List the things of a project",
    to: `summary: ${"a".repeat(81)}`,
    wanted: ["paths/things/listThings.yaml:5:12 rule/summary-is-a-title"],
  },
  {
    title: "no description of an operation",
    file: list,
    from: "  description: Lists the things of a project, page by page.\n",
    to: "",
    wanted: ["paths/things/listThings.yaml:1:1 operation-description"],
  },
  {
    title: "an empty description of an operation",
    file: list,
    from: "description: Lists the things of a project, page by page.",
    to: 'description: ""',
    wanted: [
      "paths/things/listThings.yaml:6:16 rule/description-is-a-sentence",
      "paths/things/listThings.yaml:6:3 operation-description",
    ],
  },
  {
    title: "a description of an operation without a period",
    file: list,
    from: "description: Lists the things of a project, page by page.",
    to: "description: Lists",
    wanted: ["paths/things/listThings.yaml:6:16 rule/description-is-a-sentence"],
  },
  {
    title: "no description of a parameter",
    file: list,
    from: "      description: Things on a page.\n",
    to: "",
    wanted: ["paths/things/listThings.yaml:50:7 parameter-description"],
  },
  {
    title: "a description of a parameter without a period",
    file: list,
    from: "description: Things on a page.",
    to: "description: Things",
    wanted: ["paths/things/listThings.yaml:52:20 rule/description-is-a-sentence"],
  },
  {
    title: "no description of a property",
    file: thing,
    from: "    description: State of the thing.\n",
    to: "",
    wanted: ["components/schemas/Thing.yaml:10:3 spec/property-description"],
  },
  {
    title: "an empty description of a property",
    file: thing,
    from: "description: State of the thing.",
    to: 'description: ""',
    wanted: [
      "components/schemas/Thing.yaml:10:3 spec/property-description",
      "components/schemas/Thing.yaml:12:18 rule/description-is-a-sentence",
    ],
  },
  {
    title: "a description of a property without a period",
    file: thing,
    from: "State of the thing.",
    to: "State",
    wanted: ["components/schemas/Thing.yaml:12:18 rule/description-is-a-sentence"],
  },
  {
    title: "a description beside a $ref without a period",
    file: thing,
    from: "    $ref: Thing.yaml",
    to: "    $ref: Thing.yaml\n    description: Parent",
    wanted: ["components/schemas/Thing.yaml:33:5 spec/property-description"],
  },
  {
    title: "a description of a response without a period",
    file: show,
    from: "description: The name.",
    to: "description: The name",
    wanted: ["paths/things/showThingName.yaml:48:20 rule/description-is-a-sentence"],
  },
];
