// Makes programs that use everything in the old specification.
import type { Model, Operation, Schema } from "../core/model/types.js";
import type { Direction } from "./types.js";

/** What a line of a program is about: a place of the old document. */
export interface Label {
  readonly pointer: string;
  /** `name`: whether it is exported at all; `value`: what it holds; `mandatory`: which fields must be given. */
  readonly about: "name" | "value" | "mandatory";
}

/** A program that a user of the old package could have written, and what each of its lines is about. */
export interface Program {
  readonly text: string;
  readonly labels: ReadonlyMap<number, Label>;
}

/** The names that operations and types have now, by their old ones. */
export type NewNames = (old: string) => string;

const head = [
  'import type * as Old from "./oldTypes.js";',
  'import type * as New from "./index.js";',
  "declare function given<T>(): T;",
  "declare function keep<T>(value: T): void;",
  "declare const client: New.CodeArtsBuild;",
  // What an object or array holds is looked at field by field.
  "type Kind<T> = T extends readonly unknown[] ? unknown[] : T extends object ? object : T;",
  'type Nullness<T> = T extends null | undefined ? T : "value";',
  "type Mandatory<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];",
];

/**
 * Writes a program that uses everything that the old package's types say: gives every field of every request, reads
 * every field of every response with its old type, and names every type.
 */
export function printPrograms(
  model: Model,
  directions: ReadonlyMap<string, ReadonlySet<Direction>>,
  newNames: NewNames,
): Program {
  const printer = new Printer(newNames);
  const components = new Set(model.schemas.map(({ name }) => name));
  for (const { name, component, schema } of model.schemas) {
    const pointer = `/components/schemas/${component}`;
    printer.line({ pointer, about: "name" }, `keep<unknown>(given<New.${name}>());`);
    for (const direction of directions.get(pointer) ?? []) {
      printer.schema(schema, pointer, `Old.${name}`, `New.${newNames(name)}`, direction);
    }
  }
  for (const operation of model.operations) printer.operation(operation, components);
  return printer;
}

class Printer implements Program {
  readonly labels = new Map<number, Label>();
  readonly #lines = [...head];

  constructor(readonly newNames: NewNames) {}

  get text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  line(label: Label, text: string): void {
    this.labels.set(this.#lines.length, label);
    this.#lines.push(text);
  }

  operation(operation: Operation, components: ReadonlySet<string>): void {
    const { pointer, name, requestType, responseType, itemType, answer } = operation;
    for (const type of [requestType, responseType, itemType]) {
      if (type !== undefined && !components.has(type))
        this.line({ pointer, about: "name" }, `keep<unknown>(given<New.${type}>());`);
    }
    this.line({ pointer, about: "name" }, `void client.${name};`);
    const method = `client.${this.newNames(name)}`;
    const answered = `given<Awaited<ReturnType<typeof ${method}>>>()`;
    if (itemType !== undefined) {
      this.line(
        { pointer: `${pointer}/x-pagination`, about: "value" },
        `void given<ReturnType<typeof ${method}>>()[Symbol.asyncIterator];`,
      );
    }
    const response = responsePointer(operation);
    if (answer.kind === "binary") this.line({ pointer: response, about: "value" }, `void ${answered}.bytes;`);
    if (answer.kind === "json" && responseType !== undefined) {
      this.line(
        { pointer: response, about: "value" },
        `keep<Kind<Old.${responseType}>>(given<Kind<Awaited<ReturnType<typeof ${method}>>>>());`,
      );
      const [only, ...more] = answer.schemas;
      if (!components.has(responseType) && only !== undefined && more.length === 0) {
        this.schema(only, only.pointer, `Old.${responseType}`, `New.${this.newNames(responseType)}`, "response");
      }
    }
    if (requestType !== undefined) this.#request(operation, `Old.${requestType}`, `New.${this.newNames(requestType)}`);
  }

  #request(operation: Operation, old: string, now: string): void {
    this.#mandatory(operation.pointer, old, now);
    const of = (type: string, place: string): string => (operation.grouped ? `NonNullable<${type}["${place}"]>` : type);
    for (const argument of operation.arguments) {
      const { name, in: place, schema } = argument;
      const whole = operation.grouped && place === "body" && operation.body?.kind === "value";
      const [before, after] = whole ? [old, now] : [of(old, place), of(now, place)];
      const key = JSON.stringify(whole ? "body" : name);
      this.schema(schema, schema.pointer, `${before}[${key}]`, `${after}[${key}]`, "request");
    }
  }

  #mandatory(pointer: string, old: string, now: string): void {
    this.line({ pointer, about: "mandatory" }, `keep<Mandatory<${old}>>(given<Mandatory<${now}>>());`);
  }

  /** Gives or reads a value, field by field where the schema says what the fields are. */
  schema(schema: Schema, pointer: string, old: string, now: string, direction: Direction): void {
    const check = (wrap: string): void => {
      const [given, taken] = direction === "request" ? [`Exclude<${old}, undefined>`, now] : [now, old];
      const text =
        wrap === "" ? `keep<${taken}>(given<${given}>());` : `keep<${wrap}<${taken}>>(given<${wrap}<${given}>>());`;
      this.line({ pointer, about: "value" }, text);
    };
    const composed = schema.allOf.length + schema.anyOf.length + schema.oneOf.length > 0;
    const types = schema.types.filter((type) => type !== "null");
    if (schema.ref !== undefined && !composed) {
      check("Nullness");
    } else if (!composed && types.length === 1 && types[0] === "object" && schema.properties.length > 0) {
      check("Kind");
      if (direction === "request") this.#mandatory(pointer, `NonNullable<${old}>`, `NonNullable<${now}>`);
      for (const { name, schema: field } of schema.properties) {
        const key = JSON.stringify(name);
        this.schema(field, field.pointer, `NonNullable<${old}>[${key}]`, `NonNullable<${now}>[${key}]`, direction);
      }
    } else if (
      !composed &&
      types.length === 1 &&
      types[0] === "array" &&
      schema.items !== undefined &&
      schema.leading.length === 0
    ) {
      check("Kind");
      this.schema(
        schema.items,
        schema.items.pointer,
        `NonNullable<${old}>[number]`,
        `NonNullable<${now}>[number]`,
        direction,
      );
    } else check("");
  }
}

/** Where the answer of an operation stands. */
function responsePointer({ pointer, responses, answer }: Operation): string {
  const status = responses.find((response) => response.status.startsWith("2"))?.status ?? "200";
  return answer.kind === "json" ? (answer.schemas[0]?.pointer ?? pointer) : `${pointer}/responses/${status}`;
}
