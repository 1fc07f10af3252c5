import { Conflicts } from "../check/conflicts.js";
import { asList, type Aspect, type ConflictEntry } from "../check/ledger.js";
import { child, children, childrenAt, dataAt, SpecFiles, type Spot } from "../../core/load/spots.js";
import { operationsOf, type DescribedOperation } from "../check/operation.js";
import { parametersOf, type Parameter } from "../check/parameters.js";
import { layersOf, objectBehind, propertiesOf, walkSchemas } from "../check/schema.js";
import { schemaOfBody } from "../check/tables.js";
import type { TableFacts } from "../facts.js";
import type { Step } from "./draft.js";

/** A property and the object that it belongs to. */
export interface FoundProperty {
  readonly name: string;
  readonly spot: Spot;
  readonly object: Spot;
}

/** The specification as a report sees it: what stands where, and what else depends on it. */
export class Specification {
  readonly root: Spot | undefined;
  readonly operations: readonly DescribedOperation[];
  readonly #files: SpecFiles;
  readonly #conflicts: Conflicts;
  readonly #paths = new WeakMap<object, Map<unknown, Step[]>>();
  readonly #users: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(readonly folder: string) {
    this.#files = new SpecFiles(folder);
    this.root = this.#files.read("spec/openapi.yaml");
    this.operations = this.root ? operationsOf(this.root) : [];
    // Reads every file that an operation refers to, entries of conflicts included.
    this.#users = usersOfFiles(this.operations);
    this.#conflicts = new Conflicts(this.#files.all());
  }

  operation(operationId: string): DescribedOperation | undefined {
    return this.operations.find((operation) => operation.operationId === operationId);
  }

  /** The `x-conflicts` entries beside some spots that are about one of these. */
  entries(spots: readonly Spot[], about: readonly Aspect[]): ConflictEntry[] {
    const nodes = new Set<unknown>();
    return spots.flatMap((spot) => {
      if (nodes.has(spot.node)) return [];
      nodes.add(spot.node);
      return this.#conflicts.at(spot).filter((entry) => about.includes(entry.about));
    });
  }

  parameter(operation: DescribedOperation, location: string, name: string): Parameter | undefined {
    return parametersOf(operation).find((one) => one.name === name && one.in === location);
  }

  /** The object that a path of fields leads to: the body itself for an empty one. */
  object(operation: DescribedOperation, body: TableFacts["of"], path: readonly string[]): Spot | undefined {
    let schema = schemaOfBody(operation, body);
    for (const name of path) {
      const object: Spot | undefined = schema && (objectBehind(schema) ?? schema);
      schema = object && this.#propertyNamed(object, name)?.spot;
    }
    return schema && (objectBehind(schema) ?? schema);
  }

  /** The property that a path of printed fields leads to, under the name that the specification has for it. */
  property(operation: DescribedOperation, body: TableFacts["of"], path: readonly string[]): FoundProperty | undefined {
    const name = path.at(-1);
    const object = this.object(operation, body, path.slice(0, -1));
    return object && name !== undefined ? this.#propertyNamed(object, name) : undefined;
  }

  #propertyNamed(object: Spot, name: string): FoundProperty | undefined {
    const properties = propertiesOf(object);
    const own = properties.find(([key]) => key === name);
    if (own) return { name, spot: own[1], object };
    const renamed = properties.find(([, property]) =>
      this.entries([property], ["name"]).some(({ claims }) =>
        Object.values(claims).some((claim) => asList(claim).includes(name)),
      ),
    );
    if (renamed) return { name: renamed[0], spot: renamed[1], object };
    // An entry about several names lists them in one order for every source.
    for (const { claims } of this.entries(layersOf(object), ["name"])) {
      const lists = Object.values(claims).map(asList);
      const index = lists.map((list) => list.indexOf(name)).find((at) => at >= 0);
      const known = properties.find(([key]) => index !== undefined && lists.some((list) => list[index] === key));
      if (known) return { name: known[0], spot: known[1], object };
    }
    return undefined;
  }

  /** The keys that lead to a spot from the top of its file. */
  pathOf({ source, node }: Spot): Step[] {
    let known = this.#paths.get(source);
    if (!known) {
      known = new Map();
      this.#paths.set(source, known);
      const top = this.#files.read(source.file);
      if (top) collectPaths(top, [], known);
    }
    return known.get(node) ?? [];
  }

  /** Other operations whose bodies or parameters use a file. */
  otherUsers(file: string, operationId: string): string[] {
    return [...(this.#users.get(file) ?? [])].filter((id) => id !== operationId).sort();
  }
}

function usersOfFiles(operations: readonly DescribedOperation[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const operation of operations) {
    for (const file of usedFiles(operation)) {
      users.set(file, (users.get(file) ?? new Set()).add(operation.operationId));
    }
  }
  return users;
}

function usedFiles(operation: DescribedOperation): Set<string> {
  const files = new Set([operation.spot.source.file]);
  const note = (schema: Spot): void => {
    walkSchemas(schema, (one) => layersOf(one).forEach(({ source }) => files.add(source.file)));
  };
  const statuses = childrenAt(operation.spot, "responses").map(([status]) => Number(status));
  for (const body of ["request" as const, ...statuses]) {
    const schema = schemaOfBody(operation, body);
    if (schema) note(schema);
  }
  for (const { schema } of parametersOf(operation)) if (schema) note(schema);
  return files;
}

function collectPaths(spot: Spot, path: Step[], known: Map<unknown, Step[]>): void {
  if (!known.has(spot.node)) known.set(spot.node, path);
  const isList = Array.isArray(dataAt(spot));
  for (const [key, inner] of children(spot)) {
    collectPaths(inner, [...path, isList ? itemStep(inner, Number(key)) : key], known);
  }
}

/** An item of a list by what makes it the only one, so that edits before it do not move it. */
function itemStep(item: Spot, index: number): Step {
  for (const keys of [["name", "in"], ["document"], ["about"], ["start"]]) {
    const values = keys.map((key) => dataAt(child(item, key)));
    if (values.every((value) => typeof value === "string")) {
      return Object.fromEntries(keys.map((key, at) => [key, String(values[at])]));
    }
  }
  return index;
}
