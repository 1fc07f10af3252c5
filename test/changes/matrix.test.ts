import { describe, expect, test } from "vitest";
import { compare } from "../../generator/changes/compare.js";
import type { Judged } from "../../generator/changes/judge.js";
import { largest } from "../../generator/changes/types.js";
import type { JsonObject } from "../../generator/core/lib/json.js";
import { readProject } from "../../generator/project/project.js";
import { plant, withNames, type Names } from "./edit.js";
import { operationOf, seeds, thing } from "./seeds.js";

const project = readProject();

function namesOf(index: number): Names {
  const number = String(index).padStart(3, "0");
  return { id: `seed${number}`, schema: `Thing${number}` };
}

/** One document in which every seed has an operation and a schema of its own: one comparison judges them all. */
function nursery(): JsonObject {
  const names = seeds.map((_, index) => namesOf(index));
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1", description: "Things." },
    servers: [
      { url: "https://things.{region}.example.com", variables: { region: { default: "a", enum: ["a", "b"] } } },
    ],
    security: [{ token: [] }],
    tags: [{ name: "Things", description: "Things." }],
    paths: Object.fromEntries(
      names.map(({ id, schema }) => [`/v1/${id}/{thing_id}`, { put: operationOf(id, schema) }]),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map(({ schema }) => [schema, { ...thing, description: `A thing of ${schema}.` }]),
      ),
      securitySchemes: { token: { type: "apiKey", in: "header", name: "X-Auth-Token" } },
    },
  };
  // Through text: the seeds must not share an object.
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}

/** A document without operations, of which everything differs that has a word or a value of its own. */
function shared(word: string, values: readonly string[], fallback: string): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1", description: `Things of ${word}.` },
    servers: [
      { url: "https://{region}.example.com", variables: { region: { default: fallback, enum: values } } },
      { url: `https://${word}.example.com` },
    ],
    security: [{ token: [] }],
    tags: [{ name: "Things", description: word }],
    paths: {},
    components: {
      responses: { Missing: { description: `Missing from ${word}.` } },
      securitySchemes: { token: { type: "apiKey", in: "header", name: `X-${word}` } },
    },
    "x-failure": [{ at: `/${word}` }],
    "x-error-catalogue": [
      { code: word, status: 400, meaning: word, advice: word, retry: false, refused: false, source: word },
    ],
  };
}

async function compareDrafts(old: JsonObject, after: JsonObject): Promise<readonly Judged[]> {
  const side = (document: JsonObject): { document: JsonObject; origins: WeakMap<object, never> } => ({
    document,
    origins: new WeakMap(),
  });
  const { changes, notes } = await compare({ old: side(old), new: side(after), project, oldPrograms: [] });
  expect(notes).toEqual([]);
  return changes;
}

const edited = nursery();
seeds.forEach((seed, index) => plant(edited, seed, namesOf(index)));
const all = await compareDrafts(nursery(), edited);

function belongs(change: Judged, { id, schema }: Names): boolean {
  return change.operation?.startsWith(id) === true || change.component?.startsWith(`schemas/${schema}`) === true;
}

describe("each seeded change gets its verdict", () => {
  test("there are enough of them, and no two alike", () => {
    expect(seeds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(seeds.map(({ name }) => name)).size).toBe(seeds.length);
  });

  test.each(seeds.map((seed, index) => ({ ...seed, names: namesOf(index) })))(
    "$name",
    ({ names, wire, typescript, says }) => {
      const changes = all.filter((change) => belongs(change, names));
      expect({
        says: changes.map(({ sentence }) => sentence).sort(),
        wire: largest(changes.map((change) => change.wire)),
        typescript: largest(changes.map((change) => change.typescript)),
      }).toEqual({ says: says.map((sentence) => withNames(sentence, names)).sort(), wire, typescript });
    },
  );

  test("and nothing else is found", () => {
    const strays = all.filter((change) => seeds.every((_, index) => !belongs(change, namesOf(index))));
    expect(strays.map(({ sentence }) => sentence)).toEqual([]);
  });

  test("whatever breaks says what to do", () => {
    const silent = all.filter(
      ({ wire, typescript, migration }) => largest([wire, typescript]) === "major" && migration === "",
    );
    expect(silent.map(({ sentence }) => sentence)).toEqual([]);
  });

  test("also what belongs to no operation", async () => {
    const old = shared("one", ["a", "b"], "a");
    const after = shared("two", ["a", "c"], "c");
    const found = await compareDrafts(old, after);
    expect(found.map(({ sentence, wire, typescript }) => `${wire} ${typescript}: ${sentence}`).sort()).toEqual([
      "major patch: Change the security scheme `token`.",
      "major patch: Remove `b` from the values of `region` of the server `https://{region}.example.com`.",
      "major patch: Remove the server `https://one.example.com` of the service.",
      "major patch: The default of `region` of the server `https://{region}.example.com` changes from `a` to `c`.",
      "minor patch: Add `c` to the values of `region` of the server `https://{region}.example.com`.",
      "minor patch: Add the server `https://two.example.com` of the service.",
      "none minor: The signs of an error in a success change for all operations (`x-failure`).",
      "none patch: The catalogue of error codes is changed.",
      "none patch: The description of the response `Missing` is changed.",
      "none patch: The description of the specification is changed.",
      "none patch: The tags of the specification are changed.",
    ]);
  });

  test("the same document twice differs in nothing", async () => {
    expect(await compareDrafts(nursery(), nursery())).toEqual([]);
  });
});
