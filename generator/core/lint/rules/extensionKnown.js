import { onObjects } from "./objects.js";

/**
 * An extension that nobody reads, or that stands where nobody looks, is a misspelling: it would be passed over in silence.
 * What is known where is said in extensions.js.
 */
export function extensionKnown() {
  const check = onObjects((node, { report, type, location }) => {
    // Maps (headers, properties ...) have names of the API for keys, which may well begin with x-.
    if (!type.extensionsPrefix) return;
    const known = Object.keys(type.properties).filter((name) => name.startsWith("x-"));
    for (const name of Object.keys(node)) {
      if (!name.startsWith("x-") || known.includes(name)) continue;
      report({
        message: `Nothing reads \`${name}\` here; known on ${type.name}: ${known.join(", ") || "none"}.`,
        location: location.child([name]).key(),
      });
    }
  });
  return {
    any: check,
    // What stands beside a $ref belongs to the referring place, and is not seen by `any`.
    ref: check,
  };
}
