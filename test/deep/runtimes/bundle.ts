import { build, type BuildOptions } from "esbuild";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The suite, as each kind of runtime takes it. Processes load the package themselves; the others get it bundled in. */
export const built = {
  import: `${folder}dist/suite.mjs`,
  require: `${folder}dist/suite.cjs`,
  worker: `${folder}dist/worker.mjs`,
  page: `${folder}dist/page.js`,
} as const;

const common: BuildOptions = {
  bundle: true,
  target: "es2022",
  // The project's own settings lead to the sources; what is tested is the package as it was built.
  tsconfigRaw: {},
  sourcemap: "inline",
  logLevel: "warning",
};

const inProcess: BuildOptions = {
  ...common,
  entryPoints: [`${folder}suite/inProcess.ts`],
  external: ["codearts-build"],
  platform: "node",
};

/** Builds the suite in all its forms. */
export async function bundleSuite(): Promise<void> {
  await Promise.all([
    build({ ...inProcess, format: "esm", outfile: built.import }),
    build({ ...inProcess, format: "cjs", outfile: built.require }),
    build({
      ...common,
      entryPoints: [`${folder}suite/inWorker.ts`],
      format: "esm",
      // As the vendor's bundler for Workers asks for them.
      conditions: ["workerd", "worker", "browser"],
      outfile: built.worker,
    }),
    build({
      ...common,
      entryPoints: [`${folder}suite/inPage.ts`],
      format: "esm",
      platform: "browser",
      outfile: built.page,
    }),
  ]);
}
