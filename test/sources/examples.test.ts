import { describe, expect, test } from "vitest";
import { readExampleBody, readRequests, readExampleResponses } from "../../generator/sources/examples.js";
import { landmark, linesOf, type Element } from "../../generator/sources/elements.js";

const place = { file: "doc.txt" };
const elements = (...lines: string[]): Element[] =>
  linesOf(lines.join("\n")).map((line) => landmark(line) ?? { kind: "text", line: line.number, text: line.text });
const body = (...lines: string[]) => readExampleBody(linesOf(lines.join("\n")), place);

describe("example requests", () => {
  test("a request line that is wrapped, without a body", () => {
    const requests = readRequests(elements("```", "GET https://{endpoint}/v1/papers?  ", "a=1&", "b=2", "```"), place);
    expect(requests).toEqual([{ of: "request", method: "GET", url: "https://{endpoint}/v1/papers?a=1&b=2" }]);
  });

  test("a body right after the request line, after a blank line, or in the next fence", () => {
    const wanted = [{ of: "request", method: "POST", url: "https://{endpoint}/v1", body: { a: [1] } }];
    expect(readRequests(elements("POST https://{endpoint}/v1", '{ "a": [1] }'), place)).toEqual(wanted);
    expect(readRequests(elements("```", "POST https://{endpoint}/v1", "", "{", '"a": [1] }', "```"), place)).toEqual(
      wanted,
    );
    expect(
      readRequests(elements("```", "POST https://{endpoint}/v1", "```", "```", '{ "a": [1] }', "```"), place),
    ).toEqual(wanted);
  });

  test("two requests", () => {
    const requests = readRequests(elements("GET https://a/1", "", "And this.", "", "GET https://a/2"), place);
    expect(requests.map((request) => request.url)).toEqual(["https://a/1", "https://a/2"]);
  });

  test("a body before any request, and a fence without an end, are errors", () => {
    expect(() => readRequests(elements("```", "{ }", "```"), place)).toThrow(
      'doc.txt:2: expected a request line before a body, found "{ }"',
    );
    expect(() => readRequests(elements("```", "GET https://a"), place)).toThrow(
      "doc.txt:1: expected the end of the code that starts here, found none",
    );
  });
});

describe("example responses", () => {
  test("none, one, and one for each status", () => {
    expect(readExampleResponses(elements("", "None"), 1, place)).toEqual([]);
    expect(readExampleResponses(elements("Status code: 200", "OK", "", "[ ]"), 1, place)).toEqual([
      { of: 200, body: [] },
    ]);
    const two = elements("Status code: 200", "", "{ }", "", "Status code: 404", "", "Not Found", "", '{ "e": 1 }');
    expect(readExampleResponses(two, 1, place)).toEqual([
      { of: 200, body: {} },
      { of: 404, body: { e: 1 } },
    ]);
  });

  test("a body under no status, nothing at all, and a status without a body are errors", () => {
    expect(() => readExampleResponses(elements("{ }"), 7, place)).toThrow('doc.txt:1: expected "None" or a status');
    expect(() => readExampleResponses(elements(""), 7, place)).toThrow('doc.txt:7: expected "None" or a status');
    expect(() => readExampleResponses(elements("Status code: 200", "OK"), 7, place)).toThrow(
      "doc.txt:1: expected a body after status 200",
    );
  });
});

describe("bodies", () => {
  test("a line was broken at a blank, which comes back; not before an escape or the offset of a time", () => {
    expect(body('{ "text": "[INFO]', "one\\", "\\ntwo 08:00 GMT", '+08:00"', "}")).toEqual({
      body: { text: "[INFO] one\ntwo 08:00 GMT+08:00" },
    });
  });

  test("strings that the page's width broke are joined, escapes included", () => {
    expect(body('{ "text": "one \\', "n two", ' three \\"four', '\\" five" }')).toEqual({
      body: { text: 'one \n two three "four" five' },
    });
  });

  test("where brackets do not match, keys and values in reading order; an array's values have its key", () => {
    expect(body('{ "a": [ "x", 2 ] }', '}, { "b": null, "c": -1.5e3, "d": { }, "e": [ ], "f": true,')).toEqual({
      broken: {
        tokens: [
          ["a", "x"],
          ["a", 2],
          ["b", null],
          ["c", -1500],
          ["f", true],
        ],
      },
    });
  });

  test("what is not JSON at all is an error", () => {
    expect(() => body('{ "a": "x" } and more')).toThrow('doc.txt:1: expected JSON in the example, found "and more"');
    expect(() => body("{ {")).toThrow("doc.txt:1: expected keys and values in the example, found none");
    expect(() => body('{ "a": "\\x" ]')).toThrow('doc.txt:1: expected a JSON string in the example, found ""\\x""');
  });
});
