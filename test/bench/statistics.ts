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
  /** At least the middle half of the rounds lies between these. */
  readonly low: number;
  readonly high: number;
}

/** `ours` divided by `theirs`, round by round: what slows the machine down slows both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((value, round) => value / (theirs[round] ?? NaN)).sort((a, b) => a - b);
  const last = ratios.length - 1;
  const [low = NaN, high = NaN] = [ratios[Math.floor(0.25 * last)], ratios[Math.ceil(0.75 * last)]];
  return { median: median(ratios), low, high };
}

/** An aim: the ratio is at most, or at least, so much. */
export interface Aim {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A ratio for people: its median, and between which most rounds lay. */
export const times = ({ median, low, high }: Ratio): string =>
  `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;

/** Whether a ratio meets its aim; `noise` where another run on this machine might say otherwise. */
export function verdict({ low, high }: Ratio, { atMost = Infinity, atLeast = 0 }: Aim): "met" | "missed" | "noise" {
  if (high <= atMost && low >= atLeast) return "met";
  return low > atMost || high < atLeast ? "missed" : "noise";
}
