import type { Case } from "../redocly.js";

const list = "paths/things/listThings.yaml";
const create = "paths/things/createThing.yaml";
const thing = "components/schemas/Thing.yaml";

/** Schemas. */
export const schemas: Case[] = [
  {
    title: "a default that is not among the values",
    file: create,
    from: "default: round",
    to: "default: oval",
    wanted: ["paths/things/createThing.yaml:38:24 spec/default-fits"],
  },
  {
    title: "a default of another type",
    file: list,
    from: "default: 0",
    to: "default: first",
    wanted: ["paths/things/listThings.yaml:46:18 spec/default-fits"],
  },
  {
    title: "a default that is null",
    file: list,
    from: "default: 0",
    to: "default: null",
    wanted: ["paths/things/listThings.yaml:46:18 spec/default-fits"],
  },
  {
    title: "a default beside a $ref",
    file: thing,
    from: "    $ref: Thing.yaml",
    to: "    $ref: Thing.yaml\n    default: { id: 5 }",
    wanted: ["components/schemas/Thing.yaml:33:14 spec/default-fits"],
  },
  {
    title: "a default that breaks a schema it extends",
    file: thing,
    from: "    $ref: Thing.yaml",
    to: "    allOf: [{ $ref: Thing.yaml }]\n    description: Parent.\n    default: { id: 5 }",
    wanted: ["components/schemas/Thing.yaml:34:14 spec/default-fits"],
  },
  {
    title: "a minimum above the maximum",
    file: thing,
    from: "minimum: 0",
    to: "minimum: 200",
    wanted: ["components/schemas/Thing.yaml:22:14 spec/bounds-ordered"],
  },
  {
    title: "a pattern that does not compile",
    file: thing,
    from: "pattern: ^[0-9a-z]{4}$",
    to: "pattern: ^[0-9a-z{4}$",
    wanted: [
      "components/schemas/Thing.yaml:9:14 spec/pattern-compiles",
      "paths/things/listThings.yaml:91:13 no-invalid-media-type-examples",
    ],
  },
  {
    title: "a limit for another type",
    file: thing,
    from: "minimum: 0",
    to: "minLength: 3",
    wanted: ["components/schemas/Thing.yaml:22:5 spec/keyword-applies"],
  },
  {
    title: "a format for another type",
    file: thing,
    from: "minimum: 0",
    to: "format: date",
    wanted: ["components/schemas/Thing.yaml:22:5 spec/keyword-applies"],
  },
  {
    title: "nullable, which 3.1 does not know",
    file: thing,
    from: "    description: Id of the thing.",
    to: "    nullable: true\n    description: Id of the thing.",
    wanted: ["components/schemas/Thing.yaml:8:5 struct"],
  },
  {
    title: "a listed value of another type",
    file: create,
    from: "- round",
    to: "- 7",
    wanted: [
      "paths/things/createThing.yaml:38:24 spec/default-fits",
      "paths/things/createThing.yaml:40:19 no-enum-type-mismatch",
    ],
  },
  {
    title: "a listed value of none of the types",
    file: thing,
    from: "minimum: 0",
    to: "enum: [1, null, wide]",
    wanted: ["components/schemas/Thing.yaml:22:21 no-enum-type-mismatch"],
  },
  {
    title: "a listed value twice",
    file: create,
    from: "- square",
    to: "- round",
    wanted: ["paths/things/createThing.yaml:41:19 no-duplicated-enum-values"],
  },
  {
    title: "a mandatory property that does not exist",
    file: create,
    from: "- name",
    to: "- label",
    wanted: [
      "paths/things/createThing.yaml:29:15 no-required-schema-properties-undefined",
      "paths/things/createThing.yaml:45:15 no-invalid-media-type-examples",
    ],
  },
  {
    title: "a misspelt keyword",
    file: thing,
    from: "maximum: 100",
    to: "maximun: 100",
    wanted: ["components/schemas/Thing.yaml:23:5 struct"],
  },
  {
    title: "a property that is nothing",
    file: thing,
    from: "    $ref: Thing.yaml\n",
    to: "",
    wanted: [
      "components/schemas/Thing.yaml:31:3 struct",
      "paths/things/listThings.yaml:91:13 no-invalid-media-type-examples",
    ],
  },
  {
    title: "a default in a schema that is none",
    file: create,
    from: "description: Kind of thing.",
    to: "description: Kind of thing.\n              minLength: -1",
    wanted: ["paths/things/createThing.yaml:38:26 struct", "paths/things/createThing.yaml:39:24 spec/default-fits"],
  },
];
