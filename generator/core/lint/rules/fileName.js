import { basename } from "node:path";
import { onObjects } from "./objects.js";

const methods = ["get", "head", "post", "put", "patch", "delete", "options", "trace"];

/** A path item stands in a file named after its operation, so that whoever knows the operation finds the file. */
export function fileName() {
  return {
    PathItem: onObjects((item, { report, location }) => {
      const file = basename(location.source.absoluteRef);
      const names = methods.flatMap((method) => item[method]?.operationId ?? []);
      if (names.length === 0 || names.some((name) => file === `${name}.yaml`)) return;
      report({
        message: `${names[0]} stands in ${file}; move its path item to paths/<tag>/${names[0]}.yaml.`,
        location: location.key(),
      });
    }),
  };
}
