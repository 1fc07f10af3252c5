import type { Case } from "../redocly.js";

const root = "openapi.yaml";
const list = "paths/things/listThings.yaml";

/** Paths, references and files. */
export const paths: Case[] = [
  {
    title: "two paths that differ in a name only",
    file: root,
    from: "/v3/things/create:",
    to: "/v3/{x}/things:\n    $ref: paths/things/showThingName.yaml\n  /v3/things/create:",
    wanted: [
      "openapi.yaml:32:3 no-ambiguous-paths",
      "openapi.yaml:32:3 no-identical-paths",
      "paths/things/showThingName.yaml:27:3 path-parameters-defined",
      "paths/things/showThingName.yaml:28:13 path-parameters-defined",
    ],
  },
  {
    title: "a path parameter that the path lacks",
    file: root,
    from: "/v3/things/{thing_id}/name",
    to: "/v3/things/name",
    wanted: ["paths/things/showThingName.yaml:28:13 path-parameters-defined"],
  },
  {
    title: "a $ref to nothing",
    file: list,
    from: "Thing.yaml",
    to: "Things.yaml",
    wanted: [
      "openapi.yaml:1:1 spec/no-orphan",
      "paths/things/listThings.yaml:91:13 no-invalid-media-type-examples",
      "paths/things/listThings.yaml:99:19 no-unresolved-refs",
    ],
  },
  {
    title: "two components of one name",
    file: root,
    from: "  securitySchemes:",
    to: "  schemas:\n    Thing: { type: object }\n  securitySchemes:",
    wanted: [
      "components/schemas/Thing.yaml:1:1 component-name-unique",
      "openapi.yaml:40:12 component-name-unique",
      "openapi.yaml:40:5 no-unused-components",
    ],
  },
  {
    title: "a file that nothing refers to",
    file: root,
    from: "  /v3/things/create:\n    $ref: paths/things/createThing.yaml\n",
    to: "",
    wanted: ["openapi.yaml:1:1 spec/no-orphan"],
  },
];
