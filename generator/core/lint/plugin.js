/**
 * The project's own lint rules, for what neither Redocly's rules nor assertions in redocly.yaml can say.
 * Plain JavaScript because Redocly loads this file as it is.
 */
import { conflictShape } from "./rules/conflictShape.js";
import { defaultFits } from "./rules/defaultFits.js";
import { extensionKnown } from "./rules/extensionKnown.js";
import { fileName } from "./rules/fileName.js";
import { noOrphan } from "./rules/noOrphan.js";
import { propertyDescription } from "./rules/propertyDescription.js";
import { boundsOrdered, keywordApplies, patternCompiles } from "./rules/schemaKeywords.js";
import { withExtensions } from "./extensions.js";

export default function plugin() {
  return {
    id: "spec",
    typeExtension: { oas3: withExtensions },
    rules: {
      oas3: {
        "bounds-ordered": boundsOrdered,
        "conflict-shape": conflictShape,
        "default-fits": defaultFits,
        "extension-known": extensionKnown,
        "file-name": fileName,
        "keyword-applies": keywordApplies,
        "no-orphan": noOrphan,
        "pattern-compiles": patternCompiles,
        "property-description": propertyDescription,
      },
    },
  };
}
