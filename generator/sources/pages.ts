// The addresses of the vendor's pages.
import { at, textAt } from "../core/load/spots.js";
import type { PageAddress } from "./gather.js";
import { Specification } from "./report/specification.js";

/** The addresses of operations' pages, from `x-source.url`; a base address takes the place of the folder they are in. */
export function pagesOf(root: string, operationIds: readonly string[], base: string | undefined): PageAddress[] {
  const specification = new Specification(root);
  return operationIds.flatMap((operationId): PageAddress[] => {
    const operation = specification.operation(operationId);
    const url = textAt(at(operation?.spot, "x-source"), "url");
    if (url === undefined) return [];
    if (base === undefined) return [{ operationId, url }];
    const folder = base.endsWith("/") ? base : `${base}/`;
    return [{ operationId, url: new URL(new URL(url).pathname.split("/").at(-1) ?? "", folder).href }];
  });
}
