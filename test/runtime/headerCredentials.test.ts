import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { apiKey, basic, bearer } from "../../generator/runtime/headerCredentials.js";
import { read, rejectionOf, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

describe("credentials in a header", () => {
  test.each([
    ["a bearer token", bearer("secret-token"), { authorization: "Bearer secret-token" }],
    ["an API key", apiKey("X-Key", "secret-key"), { "x-key": "secret-key" }],
    [
      "a user with a password",
      basic("Aladdin", "open sesame"),
      { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    ],
    ["characters beyond ASCII, as UTF-8", basic("test", "123£"), { authorization: "Basic dGVzdDoxMjPCow==" }],
  ])("%s", async (_, credentials, headers) => {
    const { url, arrived } = await serve(json({}));
    await new TestClient(url, { credentials }).send(read);
    expect(arrived[0]?.headers).toMatchObject(headers);
  });

  test("a function is asked with each attempt", async () => {
    const { url, arrived } = await serve(json({}));
    let asked = 0;
    const client = new TestClient(url, { credentials: bearer(() => Promise.resolve(`token-${++asked}`)) });
    await client.send(read);
    await client.send(read);
    expect(arrived.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test.each(["", "line\nbreak", 7, undefined])(
    "what no header can carry is refused, and not repeated: %j",
    async (wrong) => {
      const client = new TestClient("http://127.0.0.1:9", { credentials: apiKey("X-Key", wrong as string) });
      const { message } = await rejectionOf(ConfigurationError, client.send(read));
      expect(message).toBe(
        "The secret for the header x-key is empty or has characters that a header cannot carry: check where it is read from.",
      );
    },
  );

  test("a secret does not show up in an error", async () => {
    const { url } = await serve(json({ error_msg: "Bearer secret-token is bad" }, 400));
    const error = await new TestClient(url, { credentials: bearer("secret-token") }).send(read).catch(String);
    expect(error).not.toContain("secret-token");
  });
});
