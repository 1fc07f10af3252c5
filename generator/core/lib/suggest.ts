// Finds the word that somebody probably meant.
/** The candidate that is nearest to what was written, if it is near enough to be what was meant. */
export function nearest(
  written: string,
  candidates: readonly string[],
  slips = Math.max(2, written.length / 2),
): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) > slips) continue;
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  return best !== undefined && best.distance <= slips ? best.candidate : undefined;
}

/** The words that propose the nearest candidate, or list them all. */
export function proposal(written: string, candidates: readonly string[]): string {
  const near = nearest(written, candidates);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  if (candidates.length === 0) return "there is nothing to choose from here";
  return `choose from ${candidates.map((candidate) => `\`${candidate}\``).join(", ")}`;
}

/** The number of letters that are wrong, missing, superfluous, or swapped with the next one. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before = previous;
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = swapped ? (before[column - 2] ?? 0) + 1 : change;
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, change, swap));
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
