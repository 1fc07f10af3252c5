import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/deep/*.test.ts"],
    globalSetup: ["test/deep/install.ts"],
    // Ten thousand requests take a while on a busy machine; no test asserts a time.
    testTimeout: 300_000,
  },
});
