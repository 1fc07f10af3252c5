import { describe, expect, test } from "vitest";
import { token } from "../../generator/codearts/runtime/credentials.js";
import { scrub } from "../../generator/runtime/redact.js";
import { collect, list, read, rejection, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

test("a secret that an error repeats is hidden each time", async () => {
  const { url } = await serve(json({ error_msg: "Token canary-1 is old: canary-1canary-1." }, 401));
  const error = await rejection(new TestClient(url, { credentials: token("canary-1") }).send(read));
  expect(error.message).toBe("showThing GET /v1/things/7: 401 Token *** is old: ******. (request req-1)");
});

describe("fault 8: a secret is hidden however it is written", () => {
  const twice = (text: string): string => JSON.stringify(JSON.stringify(text));
  const unicode = (text: string): string =>
    text.replace(/[^\w]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const html = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("'", "&#39;");
  const numbers = (text: string): string =>
    text.replace(/[^\w]/g, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
  const forms: ReadonlyArray<[string, (text: string) => string]> = [
    ["as it is", (text) => text],
    ["JSON", JSON.stringify],
    ["JSON in JSON", twice],
    ["JSON with code points", unicode],
    [
      "JSON with code points in capitals",
      (text) => unicode(text).replace(/u00../g, (code) => `u${code.slice(1).toUpperCase()}`),
    ],
    ["JSON with slashes escaped", (text) => JSON.stringify(text).replaceAll("/", "\\/")],
    ["percent-encoding", encodeURIComponent],
    [
      "percent-encoding in small letters",
      (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ["percent-encoding, twice", (text) => encodeURIComponent(encodeURIComponent(text))],
    ["a form", (text) => new URLSearchParams({ text }).toString()],
    ["HTML", html],
    ["HTML with numbers", numbers],
  ];
  const secrets = [
    "p\"a\\s/s w&<1'",
    "a\\\\b\\",
    '"""quoted"""',
    "x=y&z=%25+1",
    "wörd-пароль",
    "line\nbreak\ttab",
    "(.*)[a]{2}$^|?",
  ];

  test.each(forms)("%s", (_, write) => {
    for (const secret of secrets) {
      const text = `before ${write(secret)} after`;
      const clean = scrub(text, [secret]);
      expect(clean).toMatch(/^before \S*\*\*\*\S* after$/);
      expect(clean).not.toContain(secret.replace(/\W/g, "").slice(0, 4));
    }
  });

  test("base64, wherever it stands in what is encoded", () => {
    for (const secret of [...secrets, "canary-1", "???>>>~~~"]) {
      for (const before of ["", "u:", "us:", "use:"]) {
        for (const encoding of ["base64", "base64url"] as const) {
          const encoded = Buffer.from(`${before}${secret}:after`).toString(encoding);
          const clean = scrub(`Basic ${encoded}`, [secret]);
          expect(clean).toContain("***");
          const left = Buffer.from(clean.replace(/^Basic |\*\*\*.*/g, ""), encoding).toString();
          expect(left.length).toBeLessThanOrEqual(before.length + 1);
        }
      }
    }
  });

  test("a short one where it stands alone, and not in other words", () => {
    expect(scrub('Wrong password: "abc" (abc), abcd, xabc.', ["abc"])).toBe('Wrong password: "***" (***), abcd, xabc.');
    expect(scrub("a b", [""])).toBe("a b");
  });

  test("a long text that nearly looks like it ends no program", () => {
    for (const part of ["\\", "%25", "&#0", '"\\', "\\u005c", "//", "ab"]) {
      const text = part.repeat(300_000);
      expect(scrub(text, ['\\"\\/\\\\x&"', "\\\\\\\\y", '"""z', "///z", "abab?"])).toBe(text);
    }
  });

  test("in the reason phrase, in the content type, in a page that is no list", async () => {
    const secret = 'to"ken/1';
    const { url } = await serve((response, request) => {
      const type = `text/x; tok=${encodeURIComponent(secret)}`;
      const status = request.url.startsWith("/v1/things/7") ? 400 : 200;
      response
        .writeHead(status, `No ${secret} here`, { "content-type": type })
        .end(status === 400 ? "" : JSON.stringify({ things: secret }));
    });
    const client = new TestClient(url, { credentials: token(secret) });
    const errors = [await rejection(client.send(read)), await rejection(collect(client.list(list, {})))];
    for (const error of errors) {
      expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/to\W*(%22)?ken/);
    }
    expect(errors[0]?.message).toContain("400 No *** here");
    expect(JSON.stringify(errors[1])).toContain("tok=***");
  });
});
