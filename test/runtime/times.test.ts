import { describe, expect, test } from "vitest";
import type { Descriptor, TimeRule } from "../../generator/runtime/descriptor.js";
import { toRequest } from "../../generator/runtime/request.js";
import { rejection, TestClient } from "./support/client.js";
import { json, serve } from "./support/server.js";

const rule: TimeRule = { start: "start_time", end: "end_time", format: "yyyy-MM-dd HH:mm:ss", maximumDays: 31 };
const records: Descriptor = {
  id: "listRecords",
  method: "GET",
  path: "/r",
  query: ["start_time", "end_time"],
  time: [rule],
};
const days: Descriptor = { ...records, time: [{ ...rule, format: "yyyy-MM-dd", maximumDays: 30 }] };

/** The query that the times become. */
function written(request: object, zone?: string, operation = records): string {
  return decodeURIComponent(toRequest(operation, request, undefined, { timeZone: zone }).query);
}
const at = (text: string): Date => new Date(text);

describe("a Date is written as the service's clock shows it", () => {
  test.each([
    ["+08:00", "2025-12-31T16:00:00Z", "2026-01-01 00:00:00"],
    ["GMT+08:00", "2026-01-01T01:02:03Z", "2026-01-01 09:02:03"],
    ["UTC-0330", "2026-01-01T01:02:03Z", "2025-12-31 21:32:03"],
    ["Asia/Shanghai", "2025-12-31T16:00:00Z", "2026-01-01 00:00:00"],
    ["America/Sao_Paulo", "2026-01-01T02:59:59Z", "2025-12-31 23:59:59"],
    ["Asia/Kolkata", "2025-12-31T18:30:00Z", "2026-01-01 00:00:00"],
    ["Europe/London", "2026-01-01T00:00:00Z", "2026-01-01 00:00:00"],
    ["Europe/Istanbul", "2026-07-01T00:00:00Z", "2026-07-01 03:00:00"],
    ["America/Mexico_City", "2026-07-01T06:00:00Z", "2026-07-01 00:00:00"],
  ])("%s: %s", (zone, moment, wanted) => {
    expect(written({ start_time: at(moment) }, zone)).toBe(`start_time=${wanted}`);
  });

  test("as a day where the operation asks for days", () => {
    expect(written({ start_time: at("2025-12-31T16:00:00Z") }, "+08:00", days)).toBe("start_time=2026-01-01");
  });

  test("text goes as it is", () => {
    const request = { start_time: "2026-01-01 00:00:00", end_time: "whenever" };
    expect(written(request)).toBe("start_time=2026-01-01 00:00:00&end_time=whenever");
    expect(written({})).toBe("");
  });

  test("in grouped arguments too", () => {
    const request = { query: { start_time: at("2026-01-01T00:00:00Z") } };
    expect(written(request, "+00:00", { ...records, grouped: true })).toBe("start_time=2026-01-01 00:00:00");
  });
});

describe("the zone", () => {
  const send = async (options: object): Promise<string> => {
    const { url, arrived } = await serve(json({}));
    const client = new TestClient(url, options);
    await client.send(records, { start_time: at("2026-01-01T00:00:00Z") });
    return decodeURIComponent(arrived[0]?.url ?? "");
  };

  test("is GMT+08:00 in Chinese regions, and the option's everywhere", async () => {
    expect(await send({ region: "cn-north-4" })).toBe("/r?start_time=2026-01-01 08:00:00");
    expect(await send({ region: "cn-north-4", timeZone: "+01:00" })).toBe("/r?start_time=2026-01-01 01:00:00");
    expect(await send({ region: "ap-southeast-3", timeZone: "Asia/Singapore" })).toBe(
      "/r?start_time=2026-01-01 08:00:00",
    );
  });

  test("is asked for elsewhere", async () => {
    expect((await rejection(send({ region: "ap-southeast-3" }))).message).toBe(
      "listRecords: start_time is a Date, and the service reads times in its own zone: give the client's timeZone option, or start_time as text (yyyy-MM-dd HH:mm:ss).",
    );
  });

  test("must exist, and the Date must be one", () => {
    const refuse = (value: Date, zone: string) => () => written({ start_time: value }, zone);
    expect(refuse(at("2026-01-01"), "Mars/Base")).toThrow(
      'listRecords: timeZone "Mars/Base" is not known: give a name or an offset like +08:00.',
    );
    expect(refuse(at("nonsense"), "+08:00")).toThrow("listRecords: start_time is an invalid Date.");
  });
});

describe("a window that is too long is refused", () => {
  const from = "2026-01-01 00:00:00";
  test.each([
    ["2026-02-01 00:00:00", "accepted"],
    ["2026-02-01 00:00:01", "listRecords: start_time to end_time is more than 31 days: ask for shorter windows."],
    ["2027-01-01 00:00:00", "listRecords: start_time to end_time is more than 31 days: ask for shorter windows."],
  ])("%s", (end_time, wanted) => {
    const outcome = (): string => {
      try {
        written({ start_time: from, end_time });
        return "accepted";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(outcome()).toBe(wanted);
  });

  test("in days, and from Dates", () => {
    expect(written({ start_time: "2026-01-01", end_time: "2026-01-31" }, undefined, days)).toContain(
      "end_time=2026-01-31",
    );
    const long = { start_time: at("2026-01-01T00:00:00Z"), end_time: at("2026-02-01T00:00:00Z") };
    expect(() => written(long, "+08:00", days)).toThrow("more than 30 days");
    const unbounded = { ...days, time: [{ start: "start_time", end: "end_time", format: "yyyy-MM-dd" } as const] };
    expect(written(long, "+08:00", unbounded)).toBe("start_time=2026-01-01&end_time=2026-02-01");
  });
});
