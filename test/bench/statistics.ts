/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** How two series that were measured in turns compare. */
export interface Ratio {
  readonly median: number;
  /** The middle half of the rounds lies between these. */
  readonly low: number;
  readonly high: number;
}

/** `ours` divided by `theirs`, round by round: what slows the machine down slows both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? NaN)).sort((a, b) => a - b);
  const at = (part: number): number => ratios[Math.round(part * (ratios.length - 1))] ?? NaN;
  return { median: median(ratios), low: at(0.25), high: at(0.75) };
}

/** An aim: the ratio is at most, or at least, so much. */
export interface Aim {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Whether a ratio meets its aim; `noise` where another run on this machine might say otherwise. */
export function verdict({ low, high }: Ratio, { atMost = Infinity, atLeast = 0 }: Aim): "met" | "missed" | "noise" {
  if (high <= atMost && low >= atLeast) return "met";
  return low > atMost || high < atLeast ? "missed" : "noise";
}
