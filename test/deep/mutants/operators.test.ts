import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../../generator/project/folder.js";
import { objectOf, type Json } from "../../../generator/core/lib/json.js";
import { formatPointer } from "../../../generator/core/lib/pointer.js";
import { allMutants, type Mutant } from "./choose.js";
import { applyEdits, type Edit, type Path } from "./edit.js";
import { operators } from "./operators/index.js";
import { readSpecification } from "./specification.js";

/** The lines that each mutation of a kind takes away and adds, for a spot that is the whole of a file. */
function changes(kind: string, text: string, sent = true): Record<string, string[]> {
  const value = objectOf(parse(text) as Json);
  const spot = { role: "schema", file: "a.yaml", path: [], value, where: "here", sent } as const;
  const found = operators.filter((operator) => operator.kind === kind).flatMap(({ mutate }) => mutate(spot));
  return Object.fromEntries(found.map(({ what, edits }) => [what, difference(text, applyEdits(text, edits))]));
}

function difference(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split("\n").map((line) => line.trim()));
  return [
    ...(old ?? []).filter((line) => !now?.includes(line)).map((line) => `- ${line}`),
    ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`),
  ];
}

const crate = `type: object
required:
  - id
  - size
properties:
  id:
    type: string
  size:
    type: integer
    format: int64
  tags:
    type: array
    items:
      type: string
`;

describe("an object", () => {
  test.each<[kind: string, wanted: Record<string, string[]>]>([
    ["drop a required entry", { id: ["- - id"], size: ["- - size"] }],
    ["require a field", { tags: ["+ - tags"] }],
    [
      "rename a field",
      {
        "id becomes id_": ["- - id", "- id:", "+ - id_", "+ id_:"],
        "size becomes size_": ["- - size", "- size:", "+ - size_", "+ size_:"],
        "tags becomes tags_": ["- tags:", "+ tags_:"],
      },
    ],
    [
      "drop a field",
      {
        id: ["- - id", "- id:"],
        size: ["- - size", "- size:", "- type: integer", "- format: int64"],
        tags: ["- tags:", "- type: array", "- items:"],
      },
    ],
    ["add a field", { extra: ["+ extra:", "+ description: Something that nobody documents."] }],
  ])("%s", (kind, wanted) => {
    expect(changes(kind, crate)).toEqual(wanted);
  });

  test("the types of two fields change places, with their formats", () => {
    const text = "properties: { id: { type: string }, size: { type: integer, format: int64 } }\n";
    expect(changes("swap the types of two fields", text)).toEqual({
      "id and size": [
        "- properties: { id: { type: string }, size: { type: integer, format: int64 } }",
        "+ properties: { id: { type: integer, format: int64 }, size: { type: string } }",
      ],
    });
  });

  test("only an object of an answer can be closed", () => {
    expect(changes("close an object", crate, false)).toEqual({
      "unknown fields are refused": ["+ additionalProperties: false"],
    });
    expect(changes("close an object", crate, true)).toEqual({});
  });
});

test.each<[kind: string, schema: string, wanted: Record<string, string[]>]>([
  ["change a type", "type: string\n", { "string becomes integer": ["- type: string", "+ type: integer"] }],
  ["change a type", "type: [string, integer]\n", {}],
  [
    "drop a type of several",
    "type: [string, integer, 'null']\n",
    {
      string: ["- type: [string, integer, 'null']", "+ type:", "+ - integer", '+ - "null"'],
      integer: ["- type: [string, integer, 'null']", "+ type:", "+ - string", '+ - "null"'],
    },
  ],
  [
    "change a container",
    "type: array\nitems: {}\n",
    {
      "array becomes map": ["- type: array", "- items: {}", "+ type: object", "+ additionalProperties: {}"],
    },
  ],
  ["allow null", "type: string\n", { "string or null": ["- type: string", "+ type:", "+ - string", '+ - "null"'] }],
  [
    "forbid null",
    "type:\n  - string\n  - 'null'\n",
    { "only string": ["- type:", "- - string", "- - 'null'", "+ type: string"] },
  ],
  [
    "widen a limit",
    "minimum: 0\nmaxLength: 8\nminLength: 0\n",
    {
      "minimum 0 becomes -1": ["- minimum: 0", "+ minimum: -1"],
      "maxLength 8 becomes 80": ["- maxLength: 8", "+ maxLength: 80"],
    },
  ],
  ["drop a pattern", "type: string\npattern: ^a$\n", { pattern: ["- pattern: ^a$"] }],
  [
    "loosen a pattern",
    "pattern: ^[a-z]{32}$\n",
    {
      "becomes ^[a-z]{1,32}$": ["- pattern: ^[a-z]{32}$", "+ pattern: ^[a-z]{1,32}$"],
    },
  ],
  ["drop a listed value", "enum:\n  - INFO\n  - DEBUG\n", { INFO: ["- - INFO"], DEBUG: ["- - DEBUG"] }],
  [
    "drop a listed value",
    "x-states:\n  known:\n    red: Failed.\n    blue: Done.\n",
    {
      '"red"': ["- red: Failed."],
      '"blue"': ["- blue: Done."],
    },
  ],
  ["change a default", "default: 10\n", { "becomes 11": ["- default: 10", "+ default: 11"] }],
  ["drop a status", "responses:\n  '200': {}\n  '404': {}\n", { 200: ["- '200': {}"], 404: ["- '404': {}"] }],
  [
    "flip required of a parameter",
    "name: id\nrequired: true\n",
    { "becomes false": ["- required: true", "+ required: false"] },
  ],
  ["flip x-retry", "x-retry: never\n", { "becomes safe": ["- x-retry: never", "+ x-retry: safe"] }],
  [
    "change x-pagination",
    "x-pagination:\n  page: page_index\n  first: 0\n  size: page_size\n  items: /jobs\n",
    {
      'items becomes "/jobs_"': ["- items: /jobs", "+ items: /jobs_"],
      'page becomes "page_size"': ["- page: page_index", "+ page: page_size"],
      "first becomes 1": ["- first: 0", "+ first: 1"],
    },
  ],
  [
    "change x-wait",
    "x-wait:\n  state: /status\n  outcomes:\n    DONE: success\n",
    {
      "state leads nowhere": ["- state: /status", "+ state: /status_"],
      "DONE means failure": ["- DONE: success", "+ DONE: failure"],
      "no DONE": ["- outcomes:", "- DONE: success", "+ outcomes: {}"],
      "DONE becomes DONED": ["- DONE: success", "+ DONED: success"],
    },
  ],
  [
    "change a claim of an x-conflicts entry",
    "x-conflicts:\n  - about: type\n    claims:\n      pdf: String\n",
    {
      "type, pdf": ["- pdf: String", "+ pdf: something else"],
    },
  ],
  [
    "change a value in an example",
    "value:\n  name: demo\n  count: 7\n  last: true\n  none: null\n",
    {
      "/name": ["- name: demo", "+ name: deme"],
      "/count": ["- count: 7", "+ count: 8"],
      "/last": ["- last: true", "+ last: false"],
    },
  ],
  [
    "drop a field in an example",
    "value:\n  name: demo\n  count: 7\n",
    { name: ["- name: demo"], count: ["- count: 7"] },
  ],
  [
    "drop a region",
    "servers:\n  - variables:\n      region:\n        enum:\n          - a-1\n          - b-2\n",
    {
      "a-1 of server 0": ["- - a-1"],
      "b-2 of server 0": ["- - b-2"],
    },
  ],
  [
    "change retry of an error code",
    "code: A.1\nretry: true\n",
    { "becomes false": ["- retry: true", "+ retry: false"] },
  ],
])("%s: %j", (kind, schema, wanted) => {
  expect(changes(kind, schema)).toEqual(wanted);
});

describe("in the specification itself, a mutant changes what it names and nothing else", () => {
  const specification = readSpecification(join(projectFolder, "spec"));
  const mutants = [...allMutants(specification).values()].flat();
  const kinds = [...new Set(operators.map(({ kind }) => kind))];
  const one = (kind: string): Mutant | undefined => mutants.find((mutant) => mutant.kind === kind);

  test.each(kinds)("%s", (kind) => {
    const mutant = one(kind);
    if (mutant === undefined) throw new Error(`The specification has no place for "${kind}"`);
    const source = specification.get(mutant.file);
    const after = parse(applyEdits(source?.text ?? "", mutant.edits)) as Json;
    const changed = changedPlaces(source?.data, after, "");
    expect(changed).not.toEqual([]);
    const named = mutant.edits.flatMap(placesOf);
    expect(changed.filter((place) => !named.some((name) => `${place}/`.startsWith(`${name}/`)))).toEqual([]);
  });
});

/** What an edit may change: its place, or under two names, or all that moves up in a list. */
function placesOf(edit: Edit): string[] {
  const place = (path: Path): string => formatPointer(path.map(String));
  if ("put" in edit) return [place(edit.put)];
  if ("rename" in edit) return [place(edit.rename), place([...edit.rename.slice(0, -1), edit.to])];
  return [place(typeof edit.drop.at(-1) === "number" ? edit.drop.slice(0, -1) : edit.drop)];
}

/** The deepest places at which two values differ. */
function changedPlaces(before: Json | undefined, after: Json | undefined, place: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return [place];
  if (Array.isArray(before) !== Array.isArray(after)) return [place];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const [old, now] = [before, after] as Array<Record<string, Json | undefined>>;
  return [...keys].flatMap((key) => changedPlaces(old?.[key], now?.[key], place + formatPointer([key])));
}
