import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Something is missing in the history. The message says what to do. */
export class HistoryError extends Error {}

/** What to compare with. */
export interface Base {
  readonly reference: string;
  readonly commit: string;
  readonly released: boolean;
}

/** Reads the history of a repository. Neither the working tree nor the index is touched. */
export class History {
  constructor(readonly folder: string) {
    if (this.#try("rev-parse", "--git-dir") === undefined) {
      throw new HistoryError(
        `${folder} is not in a git repository, so that there is nothing to compare with; clone the project with its history.`,
      );
    }
  }

  /** The base of a comparison. `recorded` is the last version that the changelog calls released. */
  base(since: string | undefined, recorded: string | undefined): Base {
    if (since !== undefined) return this.#commitOf(since, true);
    const tag = this.#try("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*", "HEAD");
    if (
      recorded !== undefined &&
      tag !== `v${recorded}` &&
      this.#try("rev-parse", "--verify", "--quiet", `v${recorded}^{commit}`) === undefined
    ) {
      throw new HistoryError(
        `CHANGELOG.md says that ${recorded} is released, but the tag v${recorded} is not in this clone; fetch it: git fetch --tags --unshallow (or --tags alone in a whole clone).`,
      );
    }
    if (tag !== undefined) return this.#commitOf(tag, true);
    const first = this.#run("log", "--reverse", "--format=%H", "--", "spec/openapi.yaml").split("\n")[0] ?? "";
    if (first === "")
      throw new HistoryError("No commit has a spec/openapi.yaml; commit the specification, or give --since.");
    return { reference: first.slice(0, 12), commit: first, released: false };
  }

  /** The text of a file at a commit. */
  read(commit: string, path: string): string | undefined {
    return this.#try("show", `${commit}:${path}`);
  }

  /** The files below a folder at a commit. */
  list(commit: string, folder: string): string[] {
    return this.#run("ls-tree", "-r", "--name-only", commit, "--", folder)
      .split("\n")
      .filter((path) => path !== "");
  }

  /** Writes the files below some folders, as they were at a commit, below `target`. */
  extract(commit: string, folders: readonly string[], target: string): void {
    const archive = join(target, "base.tar");
    mkdirSync(target, { recursive: true });
    this.#run("archive", "--format=tar", `--output=${archive}`, commit, "--", ...folders);
    execFileSync("tar", ["-xf", archive, "-C", target]);
  }

  /** What is not committed, a line a file. */
  uncommitted(): readonly string[] {
    return this.#run("status", "--porcelain")
      .split("\n")
      .filter((line) => line !== "");
  }

  /** True if there is such a tag. */
  hasTag(name: string): boolean {
    return this.#try("rev-parse", "--verify", "--quiet", `refs/tags/${name}`) !== undefined;
  }

  #commitOf(reference: string, released: boolean): Base {
    const commit = this.#try("rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`);
    if (commit === undefined) {
      throw new HistoryError(
        `There is no git reference ${reference} in this clone; git tag lists the tags, git fetch --tags --unshallow brings what is missing.`,
      );
    }
    if (this.#try("cat-file", "-e", `${commit}:spec/openapi.yaml`) === undefined) {
      throw new HistoryError(`${reference} has no spec/openapi.yaml; give a later commit.`);
    }
    return { reference, commit, released };
  }

  #run(...words: string[]): string {
    const result = this.#try(...words);
    if (result === undefined) throw new HistoryError(`git ${words.join(" ")} failed; run it by hand to see why.`);
    return result;
  }

  /** What git prints, or nothing if it fails. */
  #try(...words: string[]): string | undefined {
    try {
      const settings = {
        cwd: this.folder,
        encoding: "utf8" as const,
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "ignore"] as ["ignore", "pipe", "ignore"],
      };
      return execFileSync("git", ["--no-optional-locks", ...words], settings).trimEnd();
    } catch {
      return undefined;
    }
  }
}
