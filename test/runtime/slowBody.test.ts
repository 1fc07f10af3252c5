import { expect, test } from "vitest";
import { TimeoutError } from "../../generator/runtime/errors.js";
import { read, rejection, TestClient } from "./support/client.js";
import { TestClock } from "./support/clock.js";

test("`timeout` bounds the body as well, when the headers came in time", async () => {
  let begun = (): void => undefined;
  const reading = new Promise<void>((resolve) => (begun = resolve));
  const body = new ReadableStream<Uint8Array>(
    {
      pull() {
        begun();
        return new Promise(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
  const client = new TestClient("http://h.example.com", {
    timeout: 5_000,
    clock: new TestClock({ skip: 1 }),
    fetch: () => Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } })),
  });
  const call = rejection(client.send(read));
  await reading;
  client.clock.advance(4_999);
  expect(client.clock.pending).toBe(1);
  client.clock.advance(1);
  const error = await call;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toBe("showThing GET /v1/things/7: no answer within 5000 ms.");
});
