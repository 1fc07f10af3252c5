import type { Credentials } from "../../runtime/credentials.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { accessKey } from "./credentials.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The process's own, where there is a process. */
function ownEnvironment(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}

/** The names that the vendor's tools use, and those of the vendor's samples. */
const NAMES = [
  { accessKeyId: "HUAWEICLOUD_SDK_AK", secretAccessKey: "HUAWEICLOUD_SDK_SK" },
  { accessKeyId: "CLOUD_SDK_AK", secretAccessKey: "CLOUD_SDK_SK" },
] as const;

/**
 * An access key from `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK` (with `_SECURITY_TOKEN` and `_PROJECT_ID` where
 * set), else from `CLOUD_SDK_AK` and `CLOUD_SDK_SK`. The error names what is missing.
 */
export function fromEnvironment(env: Environment = ownEnvironment()): Credentials {
  // A variable with an empty value counts as not set.
  const read = (name: string): string | undefined => (env[name]?.trim() ? env[name] : undefined);
  const names =
    NAMES.find(({ accessKeyId, secretAccessKey }) => read(accessKeyId) ?? read(secretAccessKey)) ?? NAMES[0];
  const missing = Object.values(names).filter((name) => !read(name));
  if (missing.length) throw new ConfigurationError(`The environment lacks ${missing.join(" and ")}.`);
  return accessKey({
    accessKeyId: read(names.accessKeyId) ?? "",
    secretAccessKey: read(names.secretAccessKey) ?? "",
    securityToken: read("HUAWEICLOUD_SDK_SECURITY_TOKEN"),
    projectId: read("HUAWEICLOUD_SDK_PROJECT_ID"),
  });
}
