import { createHash, createHmac } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import type * as Hashes from "../../../generator/codearts/runtime/hash.js";

const loadHashes = (): Promise<typeof Hashes> => {
  vi.resetModules();
  return import("../../../generator/codearts/runtime/hash.js");
};

afterEach(() => {
  vi.unstubAllGlobals();
});

const { getBuiltinModule } = process as { getBuiltinModule?: (name: string) => unknown };

test.each<[string, object | undefined, number]>([
  ["the runtime's own, where it has them", { getBuiltinModule: vi.fn(getBuiltinModule) }, 1],
  ["JavaScript's, on a runtime without that function", {}, 0],
  ["JavaScript's, in a browser", undefined, 0],
])("hashes are the same: %s", async (_, process, asked) => {
  vi.stubGlobal("process", process);
  const { hmac, sha256 } = await loadHashes();
  const spy = (process as { getBuiltinModule?: ReturnType<typeof vi.fn> } | undefined)?.getBuiltinModule;
  // A program that signs nothing starts without them.
  expect(spy?.mock.calls.length ?? 0).toBe(0);
  const bytes = Uint8Array.of(1, 2, 255);
  expect([sha256("中文"), sha256(bytes.buffer), sha256(""), hmac("key")("text"), hmac("k".repeat(99))("中文")]).toEqual(
    [
      createHash("sha256").update("中文").digest("hex"),
      createHash("sha256").update(bytes).digest("hex"),
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      createHmac("sha256", "key").update("text").digest("hex"),
      createHmac("sha256", "k".repeat(99)).update("中文").digest("hex"),
    ],
  );
  expect(spy?.mock.calls.length ?? 0).toBe(asked);
});
