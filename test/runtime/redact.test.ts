import { expect, test } from "vitest";
import { token } from "../../generator/runtime/credentials.js";
import { read, rejection, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

test("a secret that an error repeats is hidden each time", async () => {
  const { url } = await serve(json({ error_msg: "Token canary-1 is old: canary-1canary-1." }, 401));
  const error = await rejection(new TestClient(url, { credentials: token("canary-1") }).send(read));
  expect(error.message).toBe("showThing GET /v1/things/7: 401 Token *** is old: ******. (request req-1)");
});
