import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/deep/*.test.ts", "test/deep/third-party/*.test.ts", "test/deep/generators/*.test.ts"],
    globalSetup: ["test/support/temporaryFolder.ts", "test/deep/install.ts", "test/deep/third-party/install.ts"],
    // Ten thousand requests take a while on a busy machine; no test asserts a time.
    testTimeout: 300_000,
  },
});
