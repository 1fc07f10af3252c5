// The two sides of a comparison: a commit of the history, and the working tree.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listTree } from "../core/lib/tree.js";
import { hashOfAll } from "../core/lib/hash.js";
import { objectOf, wordsOf, type Json } from "../core/lib/json.js";
import { bundle } from "../core/load/bundle.js";
import { formatProblem } from "../core/problems.js";
import type { Project } from "../project/project.js";
import { lastReleased } from "./changelog.js";
import { compare } from "./compare.js";
import { HistoryError, type Base, type History } from "./git.js";
import { programFolders, readOldPrograms } from "./oldPrograms.js";
import { makeChangeReport } from "./report.js";
import type { ChangeReport } from "./types.js";

/** A project in a working tree, and what its history holds. */
export interface Tree {
  readonly root: string;
  readonly history: History;
  readonly project: Project;
}

/** Compares the working tree with a commit of its history. */
export async function compareWithHistory(tree: Tree, since: string | undefined): Promise<ChangeReport> {
  const { root, history, project } = tree;
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const base = history.base(since, lastReleased(changelog));
  const folder = mkdtempSync(join(tmpdir(), "codearts-build-base-"));
  try {
    const present = programFolders.filter((path) => history.list(base.commit, path).length > 0);
    history.extract(base.commit, ["spec", ...present], folder);
    const old = bundle(join(folder, "spec", "openapi.yaml"), folder);
    if (old.broken.length > 0) throw new HistoryError(`The specification of ${base.reference} cannot be read.`);
    const after = bundle(join(root, "spec", "openapi.yaml"), root);
    const [broken] = after.broken;
    if (broken !== undefined) throw new Error(formatProblem(broken));
    // What a release exports can only have changed where the package's sources have.
    const oldPrograms = sameSources(folder, root) ? [] : readOldPrograms(folder);
    const compared = await compare({ old, new: after, project, oldPrograms });
    const known = { ...base, version: versionAt(history, base) };
    return makeChangeReport({ old, new: after, ...compared, base: known, current: project.version });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sameSources(before: string, now: string): boolean {
  const texts = (root: string): Map<string, string> => {
    const folder = join(root, "generated", "src");
    return new Map(listTree(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  };
  return hashOfAll(texts(before)) === hashOfAll(texts(now));
}

function versionAt(history: History, { commit }: Base): string {
  const text = history.read(commit, "package.json");
  return text === undefined ? "0.0.0" : wordsOf(objectOf(JSON.parse(text) as Json).version);
}
