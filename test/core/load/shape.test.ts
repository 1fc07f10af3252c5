import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../generator/core/lib/json.js";
import { isObject, setOwn } from "../../../generator/core/lib/json.js";
import { childPointer, parsePointer, valueAt } from "../../../generator/core/lib/pointer.js";
import { checkDocument } from "../../../generator/core/load/check.js";
import { grammar, type KindName, type ValueShape } from "../../../generator/core/load/grammar.js";
import { everything } from "./everything.js";

/** Nothing in it is shared. */
function copy(): JsonObject {
  return JSON.parse(JSON.stringify(everything)) as JsonObject;
}

/** What is wrong with the document once the value at the pointer is another. */
function afterwards(pointer: string, change: (holder: Record<string, Json>, name: string) => void): string[] {
  const document = copy();
  const tokens = parsePointer(pointer);
  const holder = valueAt(document, tokens.slice(0, -1));
  change(holder as Record<string, Json>, tokens.at(-1) ?? "");
  return checkDocument(document).map((finding) => `${finding.pointer}: ${finding.message}; ${finding.fix}`);
}

/** Below these stands what the author's service sends and takes, or what OpenAPI says nothing of. */
const isData = (pointer: string): boolean =>
  /\/(?:example|default|const|value|x-[^/]*|unit)$|\/examples\/\d+$|\/All\/enum\/\d+$/.test(pointer) &&
  !/\/(?:responses|host|properties|dependentSchemas|dependentRequired)\/(?:default|x-name)$/.test(pointer);
const isDataOfLink = (pointer: string): boolean => /\/next\/(?:requestBody|parameters\/id)$/.test(pointer);

/** The pointers of all values that OpenAPI says something of. */
function places(value: Json, pointer = ""): string[] {
  if (pointer !== "" && (isData(pointer) || isDataOfLink(pointer))) return [];
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, child]) => places(child, childPointer(pointer, name)))
      : [];
  return pointer === "" ? inner : [pointer, ...inner];
}

/** A value of another type. */
function other(value: Json): Json {
  if (typeof value === "string") return 5;
  if (Array.isArray(value)) return {};
  return typeof value === "object" ? [] : String(value);
}

test("a document in which every field occurs has no problem", () => {
  expect(checkDocument(everything)).toEqual([]);
});

test("that document has every field of the grammar", () => {
  const seen = new Set<string>();
  const visit = (value: Json, shape: ValueShape): void => {
    if (typeof shape !== "string") {
      if ("either" in shape) shape.either.forEach((each) => visit(value, each));
      else if ("list" in shape && Array.isArray(value)) value.forEach((each) => visit(each as Json, shape.list));
      else if ("map" in shape && isObject(value)) Object.values(value).forEach((each) => visit(each, shape.map));
    } else if (Object.hasOwn(grammar, shape) && isObject(value)) {
      const kind = grammar[shape as KindName];
      for (const [name, child] of Object.entries(value)) {
        seen.add(`${shape} ${name}`);
        const field = kind.fields[name] ?? kind.entries?.of;
        if (field !== undefined) visit(child, field);
      }
    }
  };
  visit(everything, "document");
  const all = Object.entries(grammar).flatMap(([kind, { fields }]) =>
    Object.keys(fields).map((field) => `${kind} ${field}`),
  );
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((field) => !seen.has(field))).toEqual([]);
});

describe("one fault in that document is one problem, or more, the first of them at its place:", () => {
  test("a value of another type, anywhere", () => {
    const all = places(everything);
    expect(all.length).toBeGreaterThan(350);
    const missed = all.filter((pointer) => {
      const found = afterwards(pointer, (holder, name) => setOwn(holder, name, other(holder[name] ?? null)));
      return !found.some((line) => line.startsWith(`${pointer}: `) || line.startsWith(`${pointer}/0: `));
    });
    expect(missed).toEqual([]);
  });

  test("null instead of a value, anywhere", () => {
    const missed = places(everything).filter((pointer) => {
      const found = afterwards(pointer, (holder, name) => setOwn(holder, name, null));
      return !found.some((line) => line.startsWith(`${pointer}: `));
    });
    expect(missed).toEqual([]);
  });

  test("a name with a letter too many", () => {
    const chosen =
      /\/(?:variables|callbacks|examples|headers|content|encoding|links|properties|patternProperties|dependentSchemas|dependentRequired|mapping|webhooks|scopes|\$vocabulary|\$defs|parameters|schemas|responses|requestBodies|securitySchemes|pathItems|done|Other|x-own-schemas|security\/\d+)\/[^/]+$/;
    const short = /\/components\/schemas\/.*\/(?:if|not|xml|\$id)$/;
    const named = places(everything).filter(
      (pointer) =>
        !/\/\d+$/.test(pointer) &&
        !chosen.test(pointer.replace(/\/properties\/\$ref$/, "")) &&
        !short.test(pointer) &&
        !pointer.endsWith("/openapi") &&
        !/^\/paths\/[^/]+$/.test(pointer) &&
        // What stands beside a reference is ignored, and a callback may have any address.
        !/\/paths\/~1b\/summary$|\/callbacks\/other\/\$ref$/.test(pointer),
    );
    expect(named.length).toBeGreaterThan(250);
    const missed = named.filter((pointer) => {
      const name = parsePointer(pointer).at(-1) ?? "";
      const found = afterwards(pointer, (holder) => {
        setOwn(holder, `${name}e`, holder[name]);
        Reflect.deleteProperty(holder, name);
      });
      return !found.some((line) => line.startsWith(`${pointer}e: `) && line.includes(`\`${name}\``));
    });
    expect(missed).toEqual([]);
  });

  test.each([
    ["/info", "", "a document has no `info`; add `info`"],
    ["/info/title", "/info", "an info has no `title`; add `title`"],
    ["/info/version", "/info", "an info has no `version`; add `version`"],
    ["/info/license/name", "/info/license", "a license has no `name`; add `name`"],
    ["/servers/0/url", "/servers/0", "a server has no `url`; add `url`"],
    [
      "/servers/0/variables/host/default",
      "/servers/0/variables/host",
      "a variable of a server has no `default`; add `default`",
    ],
    ["/tags/0/name", "/tags/0", "a tag has no `name`; add `name`"],
    ["/externalDocs/url", "/externalDocs", "a link to documentation has no `url`; add `url`"],
    ["/paths/~1a~1{id}/parameters/0/name", "/paths/~1a~1{id}/parameters/0", "a parameter has no `name`; add `name`"],
    ["/paths/~1a~1{id}/parameters/0/in", "/paths/~1a~1{id}/parameters/0", "a parameter has no `in`; add `in`"],
    [
      "/paths/~1a~1{id}/parameters/1/content",
      "/paths/~1a~1{id}/parameters/1",
      "a parameter has neither `schema` nor `content`; add `schema`",
    ],
    [
      "/components/headers/Also/schema",
      "/components/headers/Also",
      "a header has neither `schema` nor `content`; add `schema`",
    ],
    [
      "/components/requestBodies/One/content",
      "/components/requestBodies/One",
      "a request body has no `content`; add `content`",
    ],
    [
      "/components/responses/Failed/description",
      "/components/responses/Failed",
      "a response has no `description`; add `description`",
    ],
    [
      "/components/securitySchemes/key/type",
      "/components/securitySchemes/key",
      "a security scheme has no `type`; add `type`",
    ],
    [
      "/components/schemas/All/discriminator/propertyName",
      "/components/schemas/All/discriminator",
      "a discriminator has no `propertyName`; add `propertyName`",
    ],
  ])("%s is missing", (pointer, place, wanted) => {
    expect(afterwards(pointer, (holder, name) => Reflect.deleteProperty(holder, name))).toEqual([
      `${place}: ${wanted}`,
    ]);
  });

  test("a reference to another kind", () => {
    const references = places(everything).filter(
      (pointer) => pointer.endsWith("/$ref") && typeof valueAt(everything, parsePointer(pointer)) === "string",
    );
    expect(references.length).toBeGreaterThan(12);
    for (const pointer of references) {
      const wrong = "#/info/contact";
      expect(afterwards(pointer, (holder, name) => setOwn(holder, name, wrong))).toContainEqual(
        expect.stringMatching(/leads to a contact, not to an? /),
      );
    }
  });
});
