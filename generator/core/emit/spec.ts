import { dump } from "js-yaml";
import type { JsonObject } from "../lib/json.js";
import { notice, type OutputFile } from "./file.js";
import { publishedDocument } from "./published.js";

/** `openapi.yaml` and `openapi.json`: the specification as one document. */
export function emitSpecification(bundled: JsonObject): OutputFile[] {
  const document = publishedDocument(bundled);
  // Not the library that reads YAML: this one prints faster, and breaks long texts as a person would.
  const yaml = dump(document, { lineWidth: 120, noRefs: true });
  return [
    { path: "openapi.yaml", text: `# ${notice}\n${yaml}` },
    // For programs: people read the other one.
    { path: "openapi.json", text: `${JSON.stringify(document)}\n` },
  ];
}
