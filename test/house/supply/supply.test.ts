import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTree } from "../../../generator/core/lib/tree.js";
import { projectFolder } from "../../../generator/project/folder.js";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Record<string, string>;
}

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

const read = (path: string): string => readFileSync(join(projectFolder, path), "utf8");
const readJson = (path: string): unknown => JSON.parse(read(path));

/** Every lock file of the project, by its path. */
const lockFiles = listTree(projectFolder).filter(
  (path) => /(^|\/)package-lock\.json$/.test(path) && !path.includes("node_modules/"),
);

function packagesOf(lockFile: string): Array<readonly [name: string, locked: Locked]> {
  const { packages } = readJson(lockFile) as { packages: Record<string, Locked> };
  return Object.entries(packages).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);
}

/** Licences under which anyone may pass the package on. */
const shipped = ["MIT", "Apache-2.0", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];
/** And those of tools, which stay here. */
const tools = [
  ...shipped,
  "BlueOak-1.0.0",
  "Python-2.0",
  "PSF-2.0",
  "MPL-2.0",
  "CC0-1.0",
  "CC-BY-4.0",
  "Unlicense",
  "LGPL-3.0-or-later",
];

/** The licences to choose from. An expression such as `(MIT OR CC0-1.0)` is as good as its best part. */
function choices({ license = "none" }: Locked): string[] {
  return license.replace(/[()]/g, "").split(" OR ");
}

test("all lock files are found", () => {
  expect(lockFiles).toContain("package-lock.json");
});

describe.each(lockFiles)("%s", (lockFile) => {
  test("holds no download address, and the hash of each package", () => {
    const packages = packagesOf(lockFile);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
  });

  test("holds no package whose script would run: installation is told to run none", () => {
    const folder = lockFile.replace(/package-lock\.json$/, "");
    expect(read(`${folder}.npmrc`)).toMatch(/^ignore-scripts=true$/m);
  });
});

describe("licences", () => {
  const root = packagesOf("package-lock.json");

  test("of what ships let anyone pass it on", () => {
    const wrong = root.filter(
      ([, locked]) => locked.dev !== true && !choices(locked).some((one) => shipped.includes(one)),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license ?? "none"}`)).toEqual([]);
  });

  test("of the tools are known", () => {
    const wrong = root.filter(([, locked]) => !choices(locked).some((one) => tools.includes(one)));
    expect(wrong.map(([path, { license }]) => `${path}: ${license ?? "none"}`)).toEqual([]);
  });
});

describe("the published package", () => {
  const manifest = readJson("generated/package.json") as Manifest;

  test("has the dependencies that the security page gives reasons for", () => {
    const section = /^\| runtime dependency.*?\n\n/ms.exec(read(".github/SECURITY.md"))?.[0] ?? "";
    const explained = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(explained).toEqual(Object.keys(manifest.dependencies ?? {}));
  });

  test("runs nothing when it is installed", () => {
    expect(manifest.scripts ?? {}).toEqual({});
  });

  test("has a bill of materials: itself, its dependency, and the types of that", () => {
    const options = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--workspace", "codearts-build"];
    const printed = execFileSync("npm", options, {
      cwd: projectFolder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { bomFormat, components } = JSON.parse(printed) as { bomFormat: string; components: Array<{ purl: string }> };
    expect(bomFormat).toBe("CycloneDX");
    const names = components.map(({ purl }) => purl.replace(/^pkg:npm\/(.+)@.*$/, "$1"));
    expect(names).toEqual(["codearts-build", "openapi-fetch", "openapi-typescript-helpers"]);
  });
});

test("npm warns of nothing on the oldest Node that the README names: every package runs on it", () => {
  const [, oldest = ""] = /Node (\d+\.\d+) or newer/.exec(read("README.md")) ?? [];
  const { engines } = readJson("package.json") as { engines: { node: string } };
  expect(engines.node).toBe(`>=${oldest}`);
  const { satisfies } = createRequire(import.meta.url)("semver") as Semver;
  const { packages } = readJson("package-lock.json") as { packages: Record<string, { engines?: { node?: string } }> };
  const wanting = Object.entries(packages).filter(([, { engines: wanted }]) => wanted?.node !== undefined);
  expect(wanting.length).toBeGreaterThan(100);
  expect(
    wanting.filter(([, { engines: wanted }]) => !satisfies(`${oldest}.0`, wanted?.node ?? "")).map(([path]) => path),
  ).toEqual([]);
});

interface Semver {
  readonly satisfies: (version: string, range: string) => boolean;
}
