import { describe, expect, test } from "vitest";
import { MANUAL_START, ManualClock, realClock } from "../../../generator/codearts/simulator/clock.js";

describe("a manual clock", () => {
  test("stands still until it is advanced", async () => {
    const clock = new ManualClock();
    expect(clock.now()).toBe(MANUAL_START);
    await clock.advance(1500);
    expect(clock.now()).toBe(MANUAL_START + 1500);
  });

  test("runs what waits for it in the order of time, at its time", async () => {
    const clock = new ManualClock();
    const ran: Array<[string, number]> = [];
    const note = (name: string) => (): void => void ran.push([name, clock.now() - MANUAL_START]);
    clock.setTimer(note("late"), 300);
    clock.setTimer(note("early"), 100);
    clock.setTimer(note("early too"), 100);
    const cancel = clock.setTimer(note("cancelled"), 200);
    clock.setTimer(note("never"), 301);
    cancel();
    await clock.advance(300);
    expect(ran).toEqual([
      ["early", 100],
      ["early too", 100],
      ["late", 300],
    ]);
  });

  test("lets a chain of waits go on within one advance", async () => {
    const clock = new ManualClock();
    const times: number[] = [];
    const sleep = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => clock.setTimer(resolve, milliseconds));
    async function poll(): Promise<void> {
      for (;;) {
        await Promise.resolve();
        times.push(clock.now() - MANUAL_START);
        await sleep(1000);
      }
    }
    void poll();
    await clock.advance(3500);
    expect(times).toEqual([0, 1000, 2000, 3000]);
    expect(clock.now()).toBe(MANUAL_START + 3500);
  });

  test("goes back to its beginning; who waits goes on waiting for what is left", async () => {
    const clock = new ManualClock();
    await clock.advance(1000);
    let rang = 0;
    const cancel = clock.setTimer(() => rang++, 500);
    clock.setTimer(() => rang++, 500);
    clock.reset();
    expect(clock.now()).toBe(MANUAL_START);
    cancel();
    await clock.advance(499);
    expect(rang).toBe(0);
    await clock.advance(1);
    expect(rang).toBe(1);
  });

  test("goes on until a promise settles, and no further", async () => {
    const clock = new ManualClock();
    const sleep = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => clock.setTimer(resolve, milliseconds));
    async function work(): Promise<string> {
      await sleep(5_000);
      // What takes time of another clock does not wake the deadline below.
      await new Promise((resolve) => setTimeout(resolve, 20));
      await sleep(10_000);
      return "done";
    }
    let late = 0;
    clock.setTimer(() => late++, 60_000);
    expect(await clock.until(work())).toBe("done");
    expect([clock.now(), late]).toEqual([MANUAL_START + 15_000, 0]);
    await expect(clock.until(Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await clock.until(Promise.resolve(7))).toBe(7);
    expect(clock.now()).toBe(MANUAL_START + 15_000);
    // Nothing but the deadline is left: it is what happens next.
    await clock.until(sleep(100_000));
    expect([clock.now(), late]).toEqual([MANUAL_START + 115_000, 1]);
  });

  test("says so when it cannot bring a promise to its end", async () => {
    const never = new Promise<void>(() => undefined);
    await expect(new ManualClock().until(never)).rejects.toThrow("was the client made with clock: service.clock?");
  });

  test.each([-1, NaN, Infinity])("cannot be moved by %d", async (milliseconds) => {
    await expect(new ManualClock().advance(milliseconds)).rejects.toThrow("give 0 or more milliseconds");
  });
});

test("the clock of the machine goes by itself and cannot be moved", async () => {
  const clock = realClock();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
  await expect(clock.advance(1)).rejects.toThrow('createSimulator({ clock: "manual" })');
  expect(await clock.until(new Promise((resolve) => clock.setTimer(() => resolve("rang"), 5)))).toBe("rang");
});
