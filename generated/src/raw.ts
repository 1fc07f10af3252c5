// Made by `npm run generate` from the specification. Do not edit.

import type { ClientOptions } from "./codearts/runtime/index.js";
import { data, type Region } from "./data.js";
import { errorTreatment } from "./errorCatalogue.js";
import { rawClient, type RawClient } from "./runtime/raw.js";
import type { paths } from "./schema.js";

export type { Region } from "./data.js";
export type { RawClient } from "./runtime/raw.js";
export type { components, operations, paths } from "./schema.js";

/** The openapi-fetch client of this API: `GET`, `POST` and so on by path, typed by the specification. */
export function createRawClient(options: ClientOptions<Region>): RawClient<paths> {
  return rawClient<paths>(options, { ...data, errorCatalogue: errorTreatment });
}
