import type { Simulator } from "codearts-build/simulator";
import ts from "typescript";

/** The texts and numbers that a program writes down, by the name of the property or variable that holds them. */
export function namedIn(program: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.initializer !== undefined) {
      const name = node.name.getText().replace(/^"(.*)"$/, "$1");
      const value = node.initializer;
      if (ts.isStringLiteral(value) || ts.isNumericLiteral(value)) {
        found.set(name, [...new Set([...(found.get(name) ?? []), value.text])]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("program.ts", program, ts.ScriptTarget.ES2022, true));
  return found;
}

/**
 * Puts into the simulator what a program speaks of: the projects, tasks, builds, templates, files and users whose ids
 * and names it writes down. A program that names no project or task finds one all the same. An id of nothing but zeros
 * does not exist.
 */
export function furnish(service: Simulator, program: string): void {
  const named = namedIn(program);
  const all = (...names: string[]): string[] => names.flatMap((name) => named.get(name) ?? []);
  const [project_id = service.project_id] = all("project_id");
  const creates = program.includes("createBuildJob(");
  const names = creates ? [] : all("job_name", "name").filter((name) => /^[\w-]+$/.test(name));
  const ids = all("job_id").filter((id) => !/^0+$/.test(id));
  const steps = [...new Set(["Code checkout", "Build with Maven", ...all("task_name")])];
  const repository = `https://codehub.example.com/demo-group/${all("repository_name")[0] ?? "maven-demo"}.git`;
  const jobs = Array.from({ length: Math.max(3, ids.length, names.length) }, (_, i) =>
    service.addJob({
      project_id,
      steps,
      repository,
      ...(ids[i] !== undefined && { job_id: ids[i] }),
      ...(names[i] !== undefined && { job_name: names[i] }),
    }),
  );
  const number = Number(all("build_no", "build_number")[0] ?? 1);
  const running = /stop(Build)?Job\(/.test(program);
  for (const [i, { job_id }] of jobs.entries()) {
    const record_id = all("record_id", "build_flow_record_id")[i];
    service.addBuild({
      job_id,
      build_no: number,
      ...(record_id !== undefined && { record_id }),
      ...(running && { duration: Infinity, at: service.clock.now() - 10_000 }),
    });
  }
  for (const uuid of all("uuid")) service.addTemplate({ name: "template", uuid });
  furnishFiles(service, all("file_name"), all("domain_id"));
  const [user] = all("name", "user");
  const [password] = all("password");
  const domain = named.get("domain")?.[0] ?? named.get("name")?.[1];
  if (user !== undefined && password !== undefined && domain !== undefined) {
    service.addUser({ user, password, domain });
  }
}

function furnishFiles(service: Simulator, names: readonly string[], domains: readonly string[]): void {
  for (const name of names) {
    service.addKeystore(name, new TextEncoder().encode("a keystore"), domains[0] ?? service.domain_id);
  }
}

/** The environment that programs are run in: credentials that the simulator accepts, and ids that it knows. */
export function environmentOf(service: Simulator): Record<string, string> {
  const { domain, user, password } = service.user;
  return {
    HUAWEICLOUD_SDK_AK: service.accessKey.accessKeyId,
    HUAWEICLOUD_SDK_SK: service.accessKey.secretAccessKey,
    CODEARTS_TOKEN: service.token,
    CODEARTS_PROJECT: service.project_id,
    CODEARTS_JOB: service.state.jobs[0]?.job_id ?? "",
    IAM_DOMAIN: domain,
    IAM_USER: user,
    IAM_PASSWORD: password,
  };
}
