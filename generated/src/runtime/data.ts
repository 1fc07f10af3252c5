import type { Descriptor, FailureMark } from "./descriptor.js";
import type { RequestData } from "./request.js";

/** What the error catalogue says of a code. */
export interface ErrorAdvice {
  /** What to do about it. */
  readonly advice?: string;
  /** The same call may succeed later. */
  readonly retry?: boolean;
  /** The call was refused before it took effect: with `retry`, even a build start may be sent again. */
  readonly refused?: boolean;
}

/** What a product tells the client of its service that no specification says. */
export interface ServiceRules {
  /** How credentials are made, for the error where they are missing. Absent: the service asks for none. */
  readonly credentials?: string;
  /** The time zone of a region, where it is known. */
  readonly zoneOf?: (region: string) => string | undefined;
  /** True for an error that says that what the call is about does not exist. Absent: for the status 404. */
  readonly isMissing?: (status: number, code: string) => boolean;
}

/** What the specification and the product tell the client. Generated. */
export interface ClientData extends RequestData, ServiceRules {
  /** The package's name. */
  readonly name: string;
  /** The signs of an error in a body with a status of success, for every operation. */
  readonly failure?: readonly FailureMark[];
  /** The package's version. */
  readonly version: string;
  readonly regions: readonly string[];
  /** Addresses with `{region}` in them: `service` is the service itself. */
  readonly servers: { readonly service: string } & Readonly<Record<string, string>>;
  /** Paths that belong to another server, by its name; only the raw client, which knows no descriptors, needs them. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  readonly errorCatalogue: Readonly<Record<string, ErrorAdvice>>;
  /** The operations that credentials call, by what they call them for. */
  readonly authentication?: Readonly<Record<string, Descriptor>>;
}
