import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectFolder } from "../../generator/project/folder.js";

interface Workflow {
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { permissions?: Record<string, string>; steps: Array<{ uses?: string; run?: string }> }>
  >;
}

function workflow(name: string): Workflow {
  return parse(readFileSync(join(projectFolder, ".github", "workflows", name), "utf8")) as Workflow;
}

const scripts = Object.keys(
  (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { scripts: Record<string, string> })
    .scripts,
);

test.each(["pages.yml", "publish.yml"])("%s runs only scripts that exist, and may write nothing by default", (name) => {
  const { jobs, permissions } = workflow(name);
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  const used = commands.flatMap((command) => /^npm run (?:--silent )?([\w:-]+)/.exec(command)?.[1] ?? []);
  expect(used.length).toBeGreaterThan(0);
  for (const script of used) expect(scripts).toContain(script);
  expect(permissions).toEqual({ contents: "read" });
  expect(JSON.stringify(workflow(name))).not.toMatch(/registry|NPM_TOKEN|NODE_AUTH_TOKEN|secrets\./);
});

test("the package is published with provenance, for which the job has an identity", () => {
  const { jobs, on } = workflow("publish.yml");
  const commands = jobs.publish?.steps.map(({ run }) => run ?? "").join("\n");
  expect(commands).toContain("npm publish --workspace codearts-build --provenance");
  expect(jobs.publish?.permissions).toEqual({ contents: "write", "id-token": "write" });
  expect(commands).toContain(
    "npm sbom --sbom-format cyclonedx --omit dev --workspace codearts-build > codearts-build.cdx.json\ngh release upload",
  );
  expect(on).toEqual({ release: { types: ["published"] } });
});

test("the site that is published is the one that npm run docs makes", () => {
  const steps = workflow("pages.yml").jobs.build?.steps ?? [];
  const upload = steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact") === true);
  expect(upload).toMatchObject({ with: { path: "generated/site" } });
  expect(steps.map(({ run }) => run)).toContain("npm run docs");
});
