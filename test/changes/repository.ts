import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../generator/changes/cli.js";
import { hashOf } from "../../generator/core/lib/hash.js";
import { projectFolder } from "../../generator/project/folder.js";

/** A git repository of its own with the small specification, for tests of what reads history. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), "codearts-build-test-"));

  constructor() {
    cpSync(join(projectFolder, "test", "fixtures", "mini"), join(this.root, "spec"), { recursive: true });
    this.write("package.json", '{ "version": "0.1.0" }\n');
    this.write("CHANGELOG.md", "# Changelog\n\n## 0.1.0 (2026-01-31)\n\n- Crates.\n");
    const page = "# Page\n";
    this.write("generated/docs/page.md", page);
    this.write("generated/manifest.json", JSON.stringify({ files: { "docs/page.md": hashOf(page) } }));
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit();
  }

  git(...words: string[]): string {
    const who = [
      "-c",
      "user.name=Test",
      "-c",
      "user.email=test@example.com",
      "-c",
      "commit.gpgsign=false",
      "-c",
      "tag.gpgsign=false",
    ];
    return execFileSync("git", [...who, ...words], {
      cwd: this.root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  commit(): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "-m", "State");
  }

  /** Runs a program in the repository. */
  make(program: string, ...words: string[]): void {
    execFileSync(program, words, { cwd: this.root, stdio: ["ignore", "ignore", "inherit"] });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.root, path, ".."), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Replaces a text that stands in the file exactly once. */
  edit(path: string, from: string, to: string): void {
    const parts = this.read(path).split(from);
    if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${path}`);
    this.write(path, parts.join(to));
  }
}

/** What a run of `npm run changes` prints, says and exits with. */
export async function changes(
  root: string,
  ...words: string[]
): Promise<{ code: number; printed: string; said: string }> {
  const out = { printed: "", said: "" };
  const code = await main(words, root, {
    print: (text) => void (out.printed += text),
    say: (text) => void (out.said += `${text}\n`),
  });
  return { code, ...out };
}
