import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint } from "../../core/lint/redocly.js";
import { checks, complaintsOf } from "./checks.js";
import type { Mutant } from "./choose.js";
import { applyEdits } from "./edit.js";

/** A folder outside the project, with copies of the specification in which mutants are made. */
export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), "mutants-"));

  constructor(readonly specification: string) {}

  /** Makes a project of its own with this specification; a mutant changes one file of it. */
  copy(name: string, mutant?: Mutant): string {
    const root = join(this.#folder, name);
    cpSync(this.specification, join(root, "spec"), { recursive: true });
    if (mutant !== undefined) this.#change(root, mutant);
    return root;
  }

  /** The first check that a mutant does not pass. */
  async catcherOf(mutant: Mutant): Promise<string | undefined> {
    const root = this.copy("one", mutant);
    for (const check of checks) if ((await complaintsOf(check, root)).length > 0) return check.name;
    return undefined;
  }

  /** What the linter says of the specification itself, and which mutants it complains about: one run takes them all. */
  async lint(mutants: readonly Mutant[]): Promise<{ itself: number; caught: readonly Mutant[] }> {
    this.copy("itself");
    mutants.forEach((mutant, index) => this.copy(String(index), mutant));
    const names = ["itself", ...mutants.keys()];
    const reports = await lint(
      names.map((name) => `${name}/spec/openapi.yaml`),
      this.#folder,
    );
    const [itself = Number.NaN, ...found] = reports.map(({ problems }) => problems.length);
    if (found.length !== mutants.length) throw new Error(`redocly lint told of ${reports.length} of ${names.length}`);
    return { itself, caught: mutants.filter((_, index) => found[index] !== 0) };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #change(root: string, { file, edits }: Mutant): void {
    const path = join(root, "spec", file);
    writeFileSync(path, applyEdits(readFileSync(path, "utf8"), edits));
  }
}
