/** The service writes and reads times in the zone of its regions in China. */
const OFFSET = 8 * 3_600_000;

export const DAY = 86_400_000;

/** `2026-01-05T09:00:00.000`, in the service's local time. */
function localText(milliseconds: number): string {
  return new Date(milliseconds + OFFSET).toISOString().slice(0, 23);
}

/** `2026-01-05T09:00:00+08:00` */
export function localTime(milliseconds: number): string {
  return `${localText(milliseconds).slice(0, 19)}+08:00`;
}

/** `2026-01-05T01:00:00.000+00:00` */
export function utcTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "+00:00");
}

/** `20260105`, the day in the service's local time. */
export function localDay(milliseconds: number): string {
  return localText(milliseconds).slice(0, 10).replaceAll("-", "");
}

/** `2026/01/05 09:00:00.000 GMT+08:00`, as log lines begin. */
export function logTime(milliseconds: number): string {
  return `${localText(milliseconds).replaceAll("-", "/").replace("T", " ")} GMT+08:00`;
}

/** Milliseconds of `yyyy-MM-dd`, with or without ` HH:mm:ss`; undefined when there is no such time. */
export function parseLocal(text: string): number | undefined {
  const [, year, month, day, hour = "00", minute = "00", second = "00"] =
    /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - OFFSET;
  // Date.parse takes 31 February for 3 March, and 24:00:00 for the next day.
  const same = !Number.isNaN(time) && localText(time).startsWith(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
  return same ? time : undefined;
}

/** `20260105T010000Z` as milliseconds; NaN when it is something else. */
export function parseSigningDate(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.slice(1) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return parts.length === 0 ? NaN : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** `09:00:00`, the time of day in the service's local time. */
export function timeOfDay(milliseconds: number): string {
  return localText(milliseconds).slice(11, 19);
}
