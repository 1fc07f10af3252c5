import spectralCore, { type RulesetDefinition } from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";
import { formatPointer } from "../lib/pointer.js";

/** What Spectral says of a place in a document. */
export interface SpectralProblem {
  /** Spectral's name of the rule, e.g. "oas3-schema". */
  rule: string;
  /** JSON pointer into the document. */
  pointer: string;
  message: string;
}

/** Errors and warnings; what is only information or a hint is left out. */
const severe: readonly number[] = [0, 1];

/** What Spectral's own OpenAPI rules find in a bundled document: a second opinion beside Redocly's. */
export async function spectralProblems(document: object): Promise<SpectralProblem[]> {
  const spectral = new spectralCore.Spectral();
  // The package's own type of its rules is too wide for the type that Spectral wants.
  spectral.setRuleset({ extends: [spectralRulesets.oas as RulesetDefinition] });
  const found = await spectral.run({ ...document });
  return found
    .filter(({ severity }) => severe.includes(severity))
    .map(({ code, path, message }) => ({ rule: String(code), pointer: formatPointer(path.map(String)), message }));
}
