import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = (entry: string): string => `${root}generated/src/${entry}.ts`;

export default defineConfig({
  root,
  resolve: {
    // Tests run against the sources of the package, so that `npm test` needs no build.
    alias: [
      { find: /^codearts-build$/, replacement: source("index") },
      { find: /^codearts-build\/raw$/, replacement: source("raw") },
      { find: /^codearts-build\/node$/, replacement: source("node") },
      { find: /^codearts-build\/simulator$/, replacement: source("simulator") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/temporaryFolder.ts"],
    // One worker a core, modules loaded once a worker: most of the time went into loading compilers again.
    maxWorkers: "100%",
    isolate: false,
    // Long enough for a busy machine; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: [
      "test/browser/**",
      "test/deep/*.test.ts",
      "test/deep/third-party/**",
      "test/deep/generators/**",
      "**/node_modules/**",
    ],
    coverage: {
      provider: "v8",
      include: ["generator/runtime/**/*.ts", "generator/codearts/runtime/**/*.ts"],
      reporter: ["text-summary"],
      thresholds: { branches: 95 },
    },
  },
});
