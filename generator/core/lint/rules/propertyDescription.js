import { isObject, onObjects } from "./objects.js";

/**
 * Each property of a schema says what it is: beside its `$ref`, or where the `$ref` leads. That a description ends with a
 * period is another rule's, except beside a `$ref`, where that rule does not look.
 */
export function propertyDescription() {
  return {
    SchemaProperties: onObjects((properties, { report, location, resolve }) => {
      for (const [name, property] of Object.entries(properties)) {
        if (!isObject(property)) continue;
        const complain = (message, place) => report({ message, location: location.child(place).key() });
        const own = property.description;
        if (!(own ?? resolve(property).node?.description))
          complain(`Property \`${name}\` needs a description.`, [name]);
        else if (property.$ref && own && !/\.\s*$/.test(own)) {
          complain("A description ends with a period.", [name, "description"]);
        }
      }
    }),
  };
}
