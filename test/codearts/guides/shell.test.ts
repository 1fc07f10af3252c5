import { describe, expect, test } from "vitest";
import { fencesOf, withoutCode } from "./pages.js";
import { commandsOf, curlRequest } from "./shell.js";
import { namedIn } from "./world.js";

const words = (text: string): Array<readonly string[]> => commandsOf(text, (name) => `<${name}>`);

describe("commandsOf", () => {
  test.each([
    ["npm ci", [["npm", "ci"]]],
    ["a 'b c' \"d e\" f\\ g", [["a", "b c", "d e", "f g"]]],
    ["a b \\\n  c\nd", [["a", "b", "c"], ["d"]]],
    ["a && b; c | d", [["a"], ["b"], ["c"], ["d"]]],
    ["a \"$TOKEN ${NAME}\" $X '$Y'", [["a", "<TOKEN> <NAME>", "<X>", "$Y"]]],
    ["A=1 B='2 3' c d", [["c", "d"]]],
    ["# nothing\na # b\n", [["a"]]],
    ["a '{\"x\":\n1}' b#c", [["a", '{"x":\n1}', "b#c"]]],
    ['a "" b', [["a", "", "b"]]],
    ['a "x\\"y" \'\'', [["a", 'x"y', ""]]],
  ])("%j", (text, wanted) => {
    expect(words(text)).toEqual(wanted);
  });

  test.each(["a 'b", 'a "b', "a $(b)", "a `b`", "a < b"])("refuses %j", (text) => {
    expect(() => words(text)).toThrow();
  });
});

describe("curlRequest", () => {
  const read = (text: string) => curlRequest(words(text)[0] ?? []);

  test.each([
    ["curl https://a/b", { method: "GET", url: "https://a/b", headers: {}, body: undefined }],
    [
      "curl -G --data-urlencode 'a=b c' -d d=e --url https://a/b?f",
      { method: "GET", url: "https://a/b?f&a=b%20c&d=e", body: undefined },
    ],
    ["curl -sS -X DELETE -o /dev/null https://a/b", { method: "DELETE" }],
    [
      "curl -d '{}' -H 'Content-Type: application/json' https://a",
      { method: "POST", body: "{}", headers: { "content-type": "application/json" } },
    ],
    [
      "curl --json '{\"a\":1}' https://a",
      { method: "POST", body: '{"a":1}', headers: { "content-type": "application/json" } },
    ],
    ["curl -d a https://a", { headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ])("%s", (text, wanted) => {
    expect(read(text)).toMatchObject(wanted);
  });

  test.each(["curl", "wget https://a", "curl -F a=b https://a", "curl https://a https://b", "curl https://a -H"])(
    "refuses %s",
    (text) => {
      expect(() => read(text)).toThrow();
    },
  );
});

test("fencesOf finds fences, also within a list and with longer backticks", () => {
  const text = "```ts\na\n```\n\n- b\n\n  ```sh\n  c\n    d\n  ```\n\n````md\n```ts\n```\n````\n";
  expect(fencesOf(text)).toEqual([
    { info: "ts", text: "a\n", line: 1 },
    { info: "sh", text: "c\n  d\n", line: 7 },
    { info: "md", text: "```ts\n```\n", line: 12 },
  ]);
  expect(() => fencesOf("```ts\na\n")).toThrow("line 1 is not closed");
  expect(withoutCode("a `b](c)`\n\n```ts\n[d](e)\n```\n\n[f](g)")).not.toMatch(/c\)|e\)/);
});

test("namedIn knows the ids that a program writes down", () => {
  const text = 'const job_id = "a";\ncall({ job_id: "b", build_no: 33, "record_id": `c`, other });\ncall({ job_id });';
  expect(Object.fromEntries(namedIn(text))).toEqual({ job_id: ["a", "b"], build_no: ["33"] });
});
