/** A plain object or array, as JSON makes it. */
export function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Text that is not empty, or a number as text; undefined for anything else. */
export function words(value: unknown): string | undefined {
  return typeof value === "number" || (typeof value === "string" && value) ? String(value) : undefined;
}

/** A number, also one in text; undefined for anything else. */
export function numberAt(value: unknown): number | undefined {
  const number = Number(words(value) ?? NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** The value that a JSON pointer leads to; undefined where it leads nowhere. */
export function pointTo(value: unknown, pointer: string | undefined): unknown {
  if (pointer === undefined) return undefined;
  let found = value;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    found = isContainer(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}
