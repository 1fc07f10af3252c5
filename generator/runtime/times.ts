import type { TimeRule } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";

const DAY = 86_400_000;

/** A `Date` as the wall clock of `zone` shows it: `2026-01-02 11:04:05`. */
function wallClock(date: Date, zone: string): string {
  const isOffset = /^(GMT|UTC)?[+-]\d\d:?\d\d$/.test(zone);
  // A zone's name is told as what it was ahead at that time: `GMT+08:00`, or `GMT` alone.
  const told = isOffset ? zone : date.toLocaleString("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):?(\d\d)/.exec(told) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
  return new Date(date.getTime() + shift).toISOString().slice(0, 19).replace("T", " ");
}

function toText(name: string, value: unknown, format: TimeRule["format"], zone: string | undefined): unknown {
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) throw new ConfigurationError(`${name} is an invalid Date.`);
  if (!zone) {
    throw new ConfigurationError(
      `${name} is a Date, and the service reads times in its own zone: give the client's timeZone option, or ${name} as text (${format}).`,
    );
  }
  try {
    return wallClock(value, zone).slice(0, format.length);
  } catch (cause) {
    throw new ConfigurationError(`timeZone "${zone}" is not known: give a name or an offset like +08:00.`, { cause });
  }
}

/** Milliseconds of a text in `format`; undefined for any other text, which is left to the service. */
function toMilliseconds(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(value)) return undefined;
  return Date.parse(`${value.slice(0, 10)}T${value.slice(11) || "00:00:00"}Z`);
}

/** The arguments with each `Date` of a documented time written in the service's zone, and the windows checked. */
export function writeTimes(
  rules: readonly TimeRule[] | undefined,
  values: Record<string, unknown>,
  zone: string | undefined,
): void {
  for (const { start, end, format, maximumDays = Infinity } of rules ?? []) {
    for (const name of [start, end]) {
      if (values[name] !== undefined) values[name] = toText(name, values[name], format, zone);
    }
    const [from, to] = [toMilliseconds(values[start]), toMilliseconds(values[end])];
    if (from !== undefined && to !== undefined && to - from > maximumDays * DAY) {
      throw new ConfigurationError(`${start} to ${end} is more than ${maximumDays} days: ask for shorter windows.`);
    }
  }
}
