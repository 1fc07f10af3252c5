import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTree } from "../../generator/core/lib/tree.js";
import { compilePackage } from "../../generator/core/output/compile.js";
import { writeFolder } from "../../generator/core/output/write.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs npm, which says nothing unless something is wrong. */
function npm(folder: string, ...words: string[]): void {
  execFileSync("npm", [...words, "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/**
 * The package as it would be published, unpacked into `target`: what stands in `generated/` is compiled, packed by npm and
 * taken out of the tarball again. No build is needed, and none is disturbed.
 */
export async function unpackPackage(folder: string, target: string): Promise<void> {
  const source = join(root, "generated");
  const stage = join(folder, "stage");
  const own = (path: string): boolean => !/[/\\]generated[/\\](dist|site|node_modules)$/.test(path);
  cpSync(source, stage, { recursive: true, filter: own });
  const sources = listTree(stage).map((path) => ({ path, text: readFileSync(join(stage, path), "utf8") }));
  const { files, errors } = await compilePackage(sources);
  if (errors.length > 0) throw new Error(["The package does not compile:", ...errors].join("\n"));
  writeFolder(
    join(stage, "dist"),
    files.map(({ path, text }) => ({ path: path.replace(/^dist\//, ""), text })),
  );
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", pack(stage, join(folder, "packed")), "--strip-components=1", "-C", target]);
}

/** Packs a package into a folder; gives the path of the tarball. */
function pack(from: string, into: string): string {
  mkdirSync(into, { recursive: true });
  npm(from, "pack", "--ignore-scripts", "--pack-destination", into);
  const [name] = readdirSync(into).filter((file) => file.endsWith(".tgz"));
  if (name === undefined) throw new Error(`npm pack left nothing in ${into}`);
  return join(into, name);
}

/** The package as it would be published, built first: the path of its tarball. */
export function packPackage(folder: string): string {
  npm(root, "run", "generate");
  return pack(join(root, "generated"), join(folder, "packed"));
}

/** How many bytes a user downloads, without the documentation. */
export function packedSizeWithoutDocs(folder: string): number {
  const copy = join(folder, "bare");
  const docs = join(root, "generated", "docs");
  cpSync(join(root, "generated"), copy, { recursive: true, filter: (path) => !path.startsWith(docs) });
  return statSync(pack(copy, join(folder, "packed-bare"))).size;
}

/** A user's project, ESM, in which a tarball and what it depends on are installed. */
export function installPackage(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  npm(folder, "init", "--yes");
  npm(folder, "pkg", "set", "type=module");
  npm(folder, "install", tarball, "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
  copyFileSync(join(root, "test", "package", "consumer.ts"), join(folder, "consumer.ts"));
}
