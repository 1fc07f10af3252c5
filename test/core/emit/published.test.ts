import { expect, test } from "vitest";
import { publishedDocument, withoutExtensions } from "../../../generator/core/emit/published.js";

const known = { "x-states": { known: { blue: "Succeeded.", red: "Failed." } } };
const conflicts = { "x-conflicts": [{ about: "name", claims: { pdf: "a" }, decision: "b", why: "So." }] };
const operation = { deprecated: true, "x-successor": "GET /v2/things", description: "Lists things." };

test("what stands in extensions stands in descriptions as well, where other tools see it", () => {
  expect(publishedDocument({ get: operation, schema: { type: "string", ...known, ...conflicts } })).toEqual({
    get: { ...operation, description: "Lists things. Deprecated; its successor is `GET /v2/things`." },
    schema: { type: "string", ...known, description: "Known values: `blue` (Succeeded), `red` (Failed)." },
  });
});

test("a successor that does not do the same is the nearest one, and what is lost is said", () => {
  const { get } = publishedDocument({ get: { ...operation, "x-nearest": "Colours are lost." } }) as { get: object };
  expect(get).toMatchObject({
    description: "Lists things. Deprecated; its nearest successor is `GET /v2/things`. Colours are lost.",
  });
});

test("names that the author chose, and data, stay as they are", () => {
  const document = {
    properties: { "x-states": { type: "string" }, default: { type: "string", ...known, description: "A colour." } },
    examples: { one: { value: known } },
    default: known,
    "x-own": known,
  };
  const published = publishedDocument(document);
  expect(published).toEqual({
    ...document,
    properties: {
      ...document.properties,
      default: {
        ...document.properties.default,
        description: "A colour. Known values: `blue` (Succeeded), `red` (Failed).",
      },
    },
  });
  expect(withoutExtensions(document)).toEqual({
    properties: { "x-states": { type: "string" }, default: { type: "string", description: "A colour." } },
    examples: { one: { value: known } },
    default: known,
  });
});
