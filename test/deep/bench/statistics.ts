/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** What some rounds found: how two series that were measured in turns compare, or a figure by itself. */
export interface Ratio {
  readonly median: number;
  /** At least the middle half of the rounds lies between these. */
  readonly low: number;
  readonly high: number;
}

/** The middle of what some rounds found, and how far most of them lay around it. */
export function spread(values: readonly number[]): Ratio {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  const [low = NaN, high = NaN] = [sorted[Math.floor(0.25 * last)], sorted[Math.ceil(0.75 * last)]];
  return { median: median(values), low, high };
}

/** `ours` divided by `theirs`, round by round: what slows the machine down slows both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  return spread(ours.map((value, round) => value / (theirs[round] ?? NaN)));
}

/** An aim: the figure is at most, or at least, so much. */
export interface Aim {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** A figure for people: its median, and between which most rounds lay. */
export const times = ({ median, low, high }: Ratio): string =>
  `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;

/** Whether a figure meets its aim; `noise` where another run on this machine might say otherwise. */
export function verdict({ low, high }: Ratio, { atMost = Infinity, atLeast = 0 }: Aim): "met" | "missed" | "noise" {
  if (high <= atMost && low >= atLeast) return "met";
  return low > atMost || high < atLeast ? "missed" : "noise";
}
