import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Descriptor } from "../../generator/runtime/descriptor.js";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { encode, fillPath, queryText, toRequest } from "../../generator/runtime/request.js";

const get: Descriptor = {
  id: "showThing",
  method: "GET",
  path: "/v3/{project_id}/things/{id}",
  query: ["page", "tags"],
  header: ["X-Trace"],
};
const post: Descriptor = { id: "createThing", method: "POST", path: "/v3/{id}", query: ["dry"], body: "json" };

const wire = (operation: Descriptor, request?: object): object => {
  const { secrets, ...parts } = toRequest(operation, request, undefined, { timeZone: undefined });
  return { ...parts, secrets: secrets.length };
};
const refusal = (operation: Descriptor, request?: object): string => {
  try {
    toRequest(operation, request, undefined, { timeZone: undefined });
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return "accepted";
};

describe("arguments", () => {
  test("go to path, query and headers by their names", () => {
    expect(wire(get, { id: 7, project_id: "p q", page: 0, tags: ["a", "b c"], "X-Trace": "t" })).toEqual({
      path: "/v3/p%20q/things/7",
      query: "page=0&tags=a&tags=b%20c",
      header: { "x-trace": "t" },
      body: undefined,
      secrets: 0,
    });
  });

  test("what is left is the body", () => {
    expect(wire(post, { id: "x", dry: true, name: "n", list: [1], nested: { a: null, b: undefined } })).toEqual({
      path: "/v3/x",
      query: "dry=true",
      header: {},
      body: '{"name":"n","list":[1],"nested":{"a":null}}',
      secrets: 0,
    });
  });

  test("a POST without fields sends an empty object; GET and DELETE send nothing", () => {
    expect(wire(post, { id: "x" })).toMatchObject({ body: "{}" });
    expect(wire({ id: "stop", method: "POST", path: "/stop" })).toMatchObject({ body: "{}" });
    expect(wire({ id: "remove", method: "DELETE", path: "/x" })).toMatchObject({ body: undefined });
  });

  test("a body that is not an object is the argument `body`", () => {
    const operation: Descriptor = { ...post, body: "value" };
    expect(wire(operation, { id: "x", body: [1, 2] })).toMatchObject({ path: "/v3/x", body: "[1,2]" });
    expect(refusal(operation, { id: "x", body: [], name: "n" })).toBe("createThing: name: no such argument.");
  });

  test("grouped where names clash", () => {
    const operation: Descriptor = { ...post, grouped: true, query: ["id"] };
    const request = { path: { id: 1 }, query: { id: 2 }, header: { h: 3 }, body: { id: 4 } };
    expect(wire(operation, request)).toMatchObject({
      path: "/v3/1",
      query: "id=2",
      header: { h: "3" },
      body: '{"id":4}',
    });
    expect(wire(operation, { path: { id: 1 } })).toMatchObject({ path: "/v3/1", query: "", body: "{}" });
    expect(wire({ ...operation, body: "value" }, { ...request, body: "x" })).toMatchObject({ body: '"x"' });
  });

  test("one that does not exist is refused", () => {
    expect(refusal(get, { id: 1, project_id: 2, jobId: "x", size: 3 })).toBe(
      "showThing: jobId, size: no such argument.",
    );
    expect(refusal(get, { id: 1, project_id: 2, jobId: undefined })).toBe("accepted");
  });

  test("the caller's object stays as it was, and `__proto__` pollutes nothing", () => {
    const request = JSON.parse('{"id":"x","__proto__":{"polluted":true},"name":"n"}') as object;
    const before = JSON.stringify(request);
    expect(wire(post, request)).toMatchObject({ body: '{"__proto__":{"polluted":true},"name":"n"}' });
    expect(JSON.stringify(request)).toBe(before);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("path values", () => {
  test.each([
    [{}, "showThing: project_id is missing: the path needs it."],
    [undefined, "showThing: project_id is missing: the path needs it."],
    [{ project_id: "" }, 'showThing: project_id is "": a path cannot carry that.'],
    [{ project_id: "." }, 'showThing: project_id is ".": a path cannot carry that.'],
    [{ project_id: ".." }, 'showThing: project_id is "..": a path cannot carry that.'],
    [{ project_id: "%2E" }, 'showThing: project_id is "%2E": a path cannot carry that.'],
    [{ project_id: ".%2e" }, 'showThing: project_id is ".%2e": a path cannot carry that.'],
    [{ project_id: "%2e%2E" }, 'showThing: project_id is "%2e%2E": a path cannot carry that.'],
    [{ project_id: null }, "showThing: project_id is null: give text, a finite number or a boolean."],
    [{ project_id: NaN }, "showThing: project_id is NaN: give text, a finite number or a boolean."],
    [{ project_id: {} }, "showThing: project_id is of type object: give text, a finite number or a boolean."],
    [{ project_id: ["a"] }, "showThing: project_id is of type object: give text, a finite number or a boolean."],
    [{ project_id: "\ud800" }, "showThing: project_id is not well-formed text."],
  ])("%j is refused", (request, message) => {
    expect(refusal(get, request)).toBe(message);
  });

  test("an inherited name is no value", () => {
    expect(() => fillPath("/x/{toString}", {})).toThrow("toString is missing");
  });

  test("whatever is accepted arrives as one segment, unchanged", () => {
    const segment = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(segment, (value) => {
        if (/^(\.|%2e){0,2}$/i.test(value)) return;
        const { pathname, search, hash } = new URL(fillPath("https://h/a/{id}/b", { id: value }));
        expect(pathname.split("/").map(decodeURIComponent)).toEqual(["", "a", value, "b"]);
        expect(search + hash).toBe("");
      }),
    );
  });
});

describe("queries", () => {
  test.each([
    [NaN, "page is NaN: give text, a finite number or a boolean."],
    [Infinity, "page is Infinity: give text, a finite number or a boolean."],
    [null, "page is null: give text, a finite number or a boolean."],
    [{ a: 1 }, "page is of type object: give text, a finite number or a boolean."],
    [[[1]], "page is of type object: give text, a finite number or a boolean."],
    [[null], "page is null: give text, a finite number or a boolean."],
    [new Date(0), "page is of type object: give text, a finite number or a boolean."],
    [() => 1, "page is of type function: give text, a finite number or a boolean."],
  ])("%j is refused", (page, message) => {
    expect(refusal(get, { id: 1, project_id: 2, page })).toBe(`showThing: ${message}`);
  });

  test("undefined and empty lists are left out, empty text is not", () => {
    expect(queryText({ a: undefined, b: [], c: "", d: [undefined, 0], e: false, f: 10n })).toBe("c=&d=0&e=false&f=10");
  });

  test("whatever is accepted arrives unchanged", () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());
    const query = fc.dictionary(fc.string({ unit: "grapheme", minLength: 1 }), fc.oneof(value, fc.array(value)));
    fc.assert(
      fc.property(query, (given) => {
        const wanted = Object.entries(given).flatMap(([name, values]) =>
          [values].flat().map((one) => [name, String(one)]),
        );
        expect([...new URL(`https://h/?${queryText(given)}`).searchParams]).toEqual(wanted);
      }),
    );
  });

  test("only unreserved characters stay as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(encode(text)).toMatch(/^([A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encode(text))).toBe(text);
      }),
    );
  });
});

describe("bodies and headers", () => {
  test.each([
    [{ id: 1, n: NaN }, "createThing: n is NaN: give text, a finite number or a boolean."],
    [{ id: 1, deep: [{ n: Infinity }] }, "createThing: n is Infinity: give text, a finite number or a boolean."],
    [{ id: 1, n: 10n }, /^createThing: the body cannot be written as JSON \(TypeError: .*BigInt.*\)\.$/],
  ])("what JSON would garble is refused: %#", (request, message) => {
    expect(refusal(post, request)).toMatch(message);
  });

  test("a header value cannot start another header", () => {
    const request = { id: 1, project_id: 2, "X-Trace": "a\r\nX-Auth-Token: b" };
    expect(refusal(get, request)).toBe("showThing: X-Trace has characters that a header cannot carry.");
  });

  test("values that look secret are remembered, to be kept out of errors", () => {
    const request = { id: 1, auth: { password: "pw" }, parameters: [{ secret_key: "sk", name: "n" }], apiToken: "at" };
    expect(toRequest(post, request, undefined, { timeZone: undefined }).secrets).toEqual(["pw", "sk", "at"]);
  });
});
