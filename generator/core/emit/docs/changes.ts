import { blocks } from "../../lib/markdown.js";
import { notice, type OutputFile } from "../file.js";

/** `docs/changes.md`: the changelog of the project, without what stands before its first version. */
export function emitChanges(changelog: string): OutputFile {
  const at = changelog.search(/^## /m);
  const versions = at === -1 ? "Nothing has been released yet." : changelog.slice(at).trim();
  const text = blocks([`<!-- ${notice} -->`, "# Changes", versions]);
  return { path: "docs/changes.md", text };
}
