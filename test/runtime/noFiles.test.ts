import { expect, test } from "vitest";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { fromEnvironment, saveTo } from "../../generator/codearts/runtime/noFiles.js";
import { rejection, TestClient } from "./support/client.js";
import { serve } from "./support/server.js";

test("where there are no files, saving says so and lets the connection go", async () => {
  let gone = false;
  const { url } = await serve((response) => {
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": "100" }).write("half");
    response.on("close", () => (gone = true));
  });
  const error = await rejection(saveTo(await new TestClient(url).file()));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toBe("saveTo: there are no files here. Read the download's body, text() or bytes() instead.");
  await expect.poll(() => gone).toBe(true);
});

test("where there is no process, the environment is empty", () => {
  const { process } = globalThis;
  let said: unknown;
  Reflect.set(globalThis, "process", undefined);
  try {
    fromEnvironment();
  } catch (error) {
    said = error;
  } finally {
    globalThis.process = process;
  }
  expect(said).toEqual(new ConfigurationError("The environment lacks HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK."));
});
