// Which responses of an operation are successes.
/**
 * The responses that are successes: those of 2xx. Where none is declared, and all others are failures, it is `default`, which
 * stands for all that are not declared.
 */
export function successesOf<T extends { readonly status: string }>(responses: readonly T[]): T[] {
  const declared = responses.filter(({ status }) => status.startsWith("2"));
  const others = responses.filter(({ status }) => !/^[45]/.test(status));
  return declared.length === 0 && others.every(({ status }) => status === "default") ? others : declared;
}
