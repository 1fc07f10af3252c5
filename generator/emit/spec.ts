import { stringify } from "yaml";
import type { JsonObject } from "../lib/json.js";
import { notice, type OutputFile } from "./file.js";

/** `openapi.yaml` and `openapi.json`: the specification as one document. */
export function emitSpecification(document: JsonObject): OutputFile[] {
  const yaml = stringify(document, { lineWidth: 120, aliasDuplicateObjects: false, version: "1.2" });
  return [
    { path: "openapi.yaml", text: `# ${notice}\n${yaml}` },
    { path: "openapi.json", text: `${JSON.stringify(document, null, 2)}\n` },
  ];
}
