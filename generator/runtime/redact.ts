/** Shorter texts are no secrets, and replacing them would garble the message. */
const SHORTEST_SECRET = 4;

/** The text without the secrets. */
export function scrub<T extends string | undefined>(text: T, secrets: readonly string[]): T {
  let clean: string | undefined = text;
  for (const secret of secrets) {
    if (secret.length >= SHORTEST_SECRET) clean = clean?.replaceAll(secret, "***");
  }
  return clean as T;
}

/** The texts without the secrets. */
export function scrubAll<T extends object>(texts: T, secrets: readonly string[]): T {
  const clean = Object.entries(texts).map(([name, text]) => [name, scrub(text as string | undefined, secrets)]);
  return Object.fromEntries(clean) as T;
}

/** Every text that somebody who prints the error could see. */
function visibleText(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null || depth === 0) return String(value);
  const names = Object.getOwnPropertyNames(value);
  return names.map((name) => `${name} ${visibleText(Reflect.get(value, name), depth - 1)}`).join("\n");
}

/** The error that `fetch` threw, unless it shows a secret: then only its scrubbed message. */
export function scrubCause(cause: unknown, secrets: readonly string[]): unknown {
  const text = visibleText(cause, 4);
  return scrub(text, secrets) === text ? cause : new Error(scrub(String(cause), secrets));
}
