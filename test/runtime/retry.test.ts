import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../generator/runtime/clock.js";
import { backoff, neverSent, retryAfter } from "../../generator/runtime/retry.js";

const now = Date.parse("2026-01-02T03:04:05Z");
const wait = (value: string, more: Record<string, string> = {}): number | undefined =>
  retryAfter(new Headers({ "retry-after": value, ...more }), now);

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["7", 7_000],
    [" 7 ", 7_000],
    ["61", 60_000],
    ["99999999999999999999", 60_000],
    ["Fri, 02 Jan 2026 03:04:15 GMT", 10_000],
    ["Fri, 02 Jan 2026 03:04:00 GMT", 0],
    ["Sat, 03 Jan 2026 03:04:05 GMT", 60_000],
    ["", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["soon", undefined],
    ["tomorrow 5", undefined],
    ["Xyz, 99 Foo GMT", undefined],
    ["Infinity", undefined],
  ])("%j", (value, wanted) => {
    expect(wait(value)).toBe(wanted);
  });

  test("a date is relative to the server's own clock", () => {
    expect(wait("Fri, 02 Jan 2026 05:00:10 GMT", { date: "Fri, 02 Jan 2026 05:00:00 GMT" })).toBe(10_000);
  });

  test("no header, no wait", () => {
    expect(retryAfter(new Headers(), now)).toBeUndefined();
  });

  test("whatever it says, the wait is between nothing and a minute", () => {
    const value = fc.oneof(
      fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)) }),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(value, value, (text, date) => {
        const found = wait(text, { date });
        if (found !== undefined) expect(found >= 0 && found <= 60_000).toBe(true);
      }),
    );
  });
});

test("the backoff stays below a bound that doubles up to 20 seconds", () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const found = Array.from({ length: 50 }, () => backoff(attempt));
    expect(Math.max(...found)).toBeLessThan(Math.min(20_000, 500 * 2 ** attempt));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
  }
});

test("a connection that was never made is told from one that broke", () => {
  const nested = new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) });
  const broken = new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) });
  const deno = new TypeError("fetch failed", { cause: new Error("client error (Connect): tcp connect error") });
  const values = [nested, { code: "ConnectionRefused" }, deno, broken, new Error("x"), null, "ECONNREFUSED"];
  expect(values.map((value) => neverSent(value))).toEqual([true, true, true, false, false, false, false]);
});

describe("the machine's clock", () => {
  test("runs a task once, and a cancelled one never", async () => {
    let runs = 0;
    const cancel = systemClock.setTimer(() => runs++, 1);
    cancel();
    await new Promise<void>((resolve) => systemClock.setTimer(resolve, 5));
    expect(runs).toBe(0);
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
  });

  test("a wait that is longer than timers can be does not end at once", async () => {
    let over = false;
    const cancel = systemClock.setTimer(() => (over = true), 2 ** 40);
    await new Promise((resolve) => setTimeout(resolve, 20));
    cancel();
    expect(over).toBe(false);
  });
});
