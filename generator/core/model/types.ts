import type { FailureMark, Log, Pagination, Steps, TimeRule, Wait, Writing } from "../../runtime/descriptor.js";
import type { Json } from "../lib/json.js";

// What goes into a descriptor as it is has the descriptor's types.
export type { FailureMark, Log, Pagination, Steps, TimeRule, Wait, Writing };

/** Everything that the emitters know of the specification. Plain data, checked, in the order of the document. */
export interface Model {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** The component schemas, in the order of their names. */
  readonly schemas: readonly NamedSchema[];
  readonly errors: readonly ErrorCode[];
  readonly statuses: readonly StatusMeaning[];
  /** A POST, PUT or PATCH without a body may be refused: it gets an empty object. */
  readonly emptyBody: boolean;
  /** The signs of an error that every operation has. */
  readonly failure: readonly FailureMark[];
}

/** A server with its variables: `https://{region}.example.com`. */
export interface Server {
  /** Absent for the service itself; else the first label of its host. */
  readonly name?: string;
  readonly url: string;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly values: readonly string[];
  readonly description: string;
}

export interface Tag {
  readonly name: string;
  readonly description: string;
}

/** A schema that has a name of its own in the client's types. */
export interface NamedSchema {
  /** Its TypeScript name. */
  readonly name: string;
  /** Its name in the specification. */
  readonly component: string;
  readonly schema: Schema;
  /** Only what callers send holds it: its read-only fields are not theirs to give. */
  readonly sent?: true;
  /** The name of its form in requests, where that differs: without the fields that only the service gives. */
  readonly writable?: string;
}

export type JsonType = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";

/** A JSON Schema. Where `ref` is set, the other keywords stand beside the reference. */
export interface Schema {
  /** Where it stands in the bundled document. */
  readonly pointer: string;
  /** The TypeScript name of the schema that it refers to. */
  readonly ref?: string;
  /** No entry: any type. */
  readonly types: readonly JsonType[];
  /** `false` as a schema: nothing is valid. */
  readonly never?: true;
  readonly description: string;
  readonly format?: string;
  readonly deprecated?: true;
  readonly readOnly?: true;
  readonly writeOnly?: true;
  /** Bytes as they are: in a form a file, in JSON text. */
  readonly bytes?: true;
  readonly default?: Json;
  readonly constant?: { readonly value: Json };
  readonly values?: readonly Json[];
  /** Known values of a list that stays open. */
  readonly known?: readonly KnownValue[];
  readonly examples: readonly Json[];
  readonly limits: Limits;
  readonly properties: readonly Property[];
  /** The names that `required` lists, also where the property stands in another schema of an `allOf`. */
  readonly required: readonly string[];
  /** What other properties hold; absent where nothing is said of them. */
  readonly others?: Schema;
  /** True where other properties are ruled out. */
  readonly closed?: true;
  readonly items?: Schema;
  /** The leading items of a tuple. */
  readonly leading: readonly Schema[];
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  /** Which value of a property tells the named schemas among the alternatives apart. */
  readonly discriminator?: Discriminator;
  readonly conflicts: readonly Conflict[];
}

export interface Discriminator {
  readonly property: string;
  /** The values of the property, by the named schema that they stand for. */
  readonly values: ReadonlyArray<{ readonly ref: string; readonly value: string }>;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

export interface KnownValue {
  readonly value: string;
  readonly meaning: string;
}

export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH";
export type ArgumentPlace = "path" | "query" | "header" | "cookie" | "body";

export interface Operation {
  /** The operationId. */
  readonly id: string;
  /** The method of the client and the constant of its descriptor: the operationId, made a name. */
  readonly name: string;
  /** The name of its page, distinct from others also where a file system does not tell capitals apart. */
  readonly page: string;
  readonly method: Method;
  readonly path: string;
  readonly pointer: string;
  readonly tag?: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly successor?: Successor;
  /** The successor does not do the same: what is lost or different, in a sentence. */
  readonly nearest?: string;
  /** What this operation is not for, and which operation is. */
  readonly instead: readonly Alternative[];
  /** The name of its server, where that is not the service itself. */
  readonly server?: string;
  /** True where it takes no credentials. */
  readonly anonymous: boolean;
  /** The names of the security schemes of which it takes any. */
  readonly credentials: readonly string[];
  /** Everything that the caller gives, in the order path, query, header, cookie, body. */
  readonly arguments: readonly Argument[];
  readonly body?: Body;
  /** True where two arguments of different places share a name. */
  readonly grouped: boolean;
  readonly responses: readonly Response[];
  readonly answer: Answer;
  readonly requestType?: string;
  readonly responseType?: string;
  readonly itemType?: string;
  readonly behaviour: Behaviour;
  readonly examples: readonly Exchange[];
  readonly source?: OperationSource;
  readonly conflicts: readonly Conflict[];
}

/** What to use instead of a deprecated operation; `operation` is the name of one in this specification. */
export type Successor = { readonly operation: string } | { readonly text: string };

/** What another operation does better: "To <purpose>, use <use>." */
export interface Alternative {
  readonly purpose: string;
  readonly use: Successor;
}

export interface Argument {
  readonly name: string;
  readonly in: ArgumentPlace;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  readonly schema: Schema;
  /** A value from the first example of a whole request; only where that is a plain value. */
  readonly example?: Json;
  /** How it is written, where that is not the usual way. */
  readonly writing?: Writing;
  readonly conflicts: readonly Conflict[];
}

/** How a body of a media type is written and read. */
export type MediaKind = "json" | "form" | "multipart" | "text" | "binary";

export interface Body {
  /** `json`: the arguments with `in: "body"` are its fields. `value`: the one argument `body` is the body. */
  readonly kind: "json" | "value";
  /** How it is written. */
  readonly encoding: MediaKind;
  readonly mediaType: string;
  /** The media types that are not sent. */
  readonly alternatives: readonly string[];
  /** What a form says of its fields. */
  readonly parts: Readonly<Record<string, Part>>;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

/** How one field of a form is written. */
export interface Part {
  readonly contentType?: string;
  readonly writing?: Writing;
}

export interface Response {
  readonly status: string;
  readonly description: string;
  readonly mediaType?: string;
  /** The media types that are not asked for. */
  readonly alternatives: readonly string[];
  readonly schema?: Schema;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly description: string }>;
}

/** What a success carries. */
export type Answer =
  | {
      readonly kind: "json";
      readonly schemas: readonly Schema[];
      readonly mayBeEmpty: boolean;
      /** What all of them are; "any" where they differ, or may be text, a number, a boolean or null. */
      readonly shape: "object" | "array" | "any";
    }
  | { readonly kind: "text"; readonly mayBeEmpty: boolean }
  | { readonly kind: "binary"; readonly mediaType: string }
  | { readonly kind: "empty" };

/** Declared by the extensions, verified against the schemas. */
export interface Behaviour {
  readonly effect?: CallEffect;
  /** The answer is a secret. */
  readonly secretAnswer?: true;
  readonly retry?: "safe" | "never";
  readonly pagination?: Pagination;
  readonly failure?: readonly FailureMark[];
  readonly time?: readonly TimeRule[];
  readonly wait?: Wait;
  readonly log?: Log;
  readonly steps?: Steps;
  /** A success may come without a body. */
  readonly empty?: true;
}

/** What a call does: it leaves everything as it is, starts something, creates or changes something, or deletes something. */
export type CallEffect = (typeof EFFECTS)[number];
export const EFFECTS = ["reads", "runs", "changes", "destroys"] as const;

/** One documented request with its answers, put together from the examples of one name. */
export interface Exchange {
  readonly name: string;
  readonly summary: string;
  /** The sources that show a part of it, by `x-from`. */
  readonly from: readonly string[];
  readonly arguments: ReadonlyArray<{ readonly name: string; readonly in: ArgumentPlace; readonly value: Json }>;
  /** True where the example is a whole request: every required argument has a value. */
  readonly callable: boolean;
  readonly responses: ReadonlyArray<{ readonly status: string; readonly body: Json }>;
}

export interface OperationSource {
  readonly url?: string;
  readonly documents: ReadonlyArray<{ readonly document: string; readonly section?: string; readonly date: string }>;
}

/** A place where the vendor's documents disagree, and what was decided. */
export interface Conflict {
  readonly about: string;
  readonly claims: ReadonlyArray<{ readonly source: string; readonly claim: string }>;
  readonly decision: string;
  readonly why: string;
}

/** What a status of HTTP means to the service. */
export interface StatusMeaning {
  readonly status: number;
  readonly name: string;
  readonly meaning: string;
  /** What the service advises. */
  readonly advice: string;
  /** What the client does where that is something else, and why. */
  readonly client: string | undefined;
}

export interface ErrorCode {
  readonly code: string;
  readonly status: number;
  /** Another status that the code may come with, where the sources leave that open. */
  readonly alternativeStatus: number | undefined;
  readonly meaning: string;
  readonly advice: string;
  readonly retry: boolean;
  readonly refused: boolean;
  /** Which kind of source the code comes from: the vendor's appendix or the live service. */
  readonly source: string;
}
