export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A visitor that passes over nodes that are no objects. Redocly's `struct` reports those; a rule that throws on one would
 * take all other problems of the document with it.
 */
export const onObjects = (visit) => (node, ctx) => void (isObject(node) && visit(node, ctx));
