import { readFileSync } from "node:fs";
import {
  createVitest,
  type Reporter,
  type TestCase,
  type TestModule,
  type TestUserConfig,
  type Vitest,
} from "vitest/node";
import { type Mutant, mutate, path, source, Unfit } from "./mutant.js";

/** Runs tests against the runtime with one fault in it. No file is changed: the faulty text exists in Vite only. */
export class MutantRunner {
  readonly #vitest: Vitest;
  readonly #served: Served;
  readonly #seen: Seen;

  private constructor(vitest: Vitest, served: Served, seen: Seen) {
    this.#vitest = vitest;
    this.#served = served;
    this.#seen = seen;
  }

  static async start(): Promise<MutantRunner> {
    const [served, seen] = [new Served(), new Seen()];
    const options: TestUserConfig = {
      config: path(".config/vitest.config.ts"),
      watch: false,
      bail: 1,
      reporters: [seen],
      // A worker that went on would keep the faults of before.
      isolate: true,
      // A fault that makes a test wait for ever is caught as well, but not for a minute.
      testTimeout: 15_000,
    };
    const overlay = {
      name: "mutant",
      enforce: "pre",
      transform: (_: string, id: string) => served.textOf(id),
    } as const;
    const vitest = await createVitest("test", options, { plugins: [overlay] });
    await vitest.standalone();
    return new MutantRunner(vitest, served, seen);
  }

  /** Name of the first test that fails; undefined when all pass. */
  async failureOf(tests: readonly string[], mutant?: Mutant): Promise<string | undefined> {
    for (const changed of [this.#served.mutant, mutant]) if (changed) this.#vitest.invalidateFile(source(changed));
    this.#served.show(mutant);
    this.#seen.forget();
    const project = this.#vitest.getRootProject();
    const files = tests.map((name) => project.createSpecification(path(`test/${name}.test.ts`)));
    await this.#vitest.runTestSpecifications(files);
    const { failed, broken, passed } = this.#seen;
    if (failed) return failed;
    // A fault that only keeps the tests from being loaded says nothing of them.
    if (broken.length > 0) throw new Unfit(`${tests.join(", ")}: ${broken.join("\n")}`);
    if (passed === 0) throw new Unfit(`${tests.join(", ")}: no test ran.`);
    if (mutant && !this.#served.used) throw new Unfit(`${tests.join(", ")}: these tests do not use ${mutant.file}.`);
    return undefined;
  }

  close(): Promise<void> {
    return this.#vitest.close();
  }
}

/** What Vite serves instead of a file of the runtime. */
class Served {
  mutant: Mutant | undefined;
  used = false;

  show(mutant: Mutant | undefined): void {
    this.mutant = mutant;
    this.used = false;
  }

  textOf(id: string): string | undefined {
    if (!this.mutant || id !== source(this.mutant)) return undefined;
    this.used = true;
    return mutate(readFileSync(id, "utf8"), this.mutant);
  }
}

/** What one run shows. Vitest's own result also holds the tests of the runs before it. */
class Seen implements Reporter {
  failed: string | undefined;
  broken: string[] = [];
  passed = 0;

  forget(): void {
    this.failed = undefined;
    this.broken = [];
    this.passed = 0;
  }

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state === "passed") this.passed++;
    if (state === "failed") this.failed ??= `${test.module.relativeModuleId}: ${test.fullName}`;
  }

  onTestModuleEnd(module: TestModule): void {
    this.broken.push(...module.errors().map(({ message }) => message));
  }

  onTestRunEnd(_: unknown, unhandled: ReadonlyArray<{ readonly message: string }>): void {
    this.broken.push(...unhandled.map(({ message }) => message));
  }
}
