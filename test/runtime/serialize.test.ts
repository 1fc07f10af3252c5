import { describe, expect, test } from "vitest";
import type { Descriptor, WireBody, Writing } from "../../generator/runtime/descriptor.js";
import { ConfigurationError } from "../../generator/runtime/errors.js";
import { writeWire } from "../../generator/runtime/serialize.js";

type Place = "path" | "query" | "header" | "cookie";

const none = { path: {}, query: {}, header: {}, cookie: {}, body: undefined };

/** What is sent for a value named `color` in one place. */
function written(place: Place, writing: Writing | undefined, value: unknown): ReturnType<typeof writeWire> {
  const path = place === "path" ? "/{color}" : "/";
  const wire = writing === undefined ? {} : { [place]: { color: writing } };
  const operation: Descriptor = { id: "showColor", method: "GET", path, wire };
  return writeWire(operation, { ...none, [place]: { color: value } }, []);
}

const text = "blue";
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// The table of styles in the OpenAPI specification.
describe("every style as OpenAPI writes it", () => {
  test.each<[style: Writing["style"], explode: boolean, value: unknown, wanted: string]>([
    ["simple", false, text, "/blue"],
    ["simple", false, list, "/blue,black,brown"],
    ["simple", false, object, "/R,100,G,200,B,150"],
    ["simple", true, list, "/blue,black,brown"],
    ["simple", true, object, "/R=100,G=200,B=150"],
    ["label", false, text, "/.blue"],
    ["label", false, list, "/.blue,black,brown"],
    ["label", false, object, "/.R,100,G,200,B,150"],
    ["label", true, list, "/.blue.black.brown"],
    ["label", true, object, "/.R=100.G=200.B=150"],
    ["matrix", false, "", "/;color"],
    ["matrix", false, text, "/;color=blue"],
    ["matrix", false, list, "/;color=blue,black,brown"],
    ["matrix", false, object, "/;color=R,100,G,200,B,150"],
    ["matrix", true, list, "/;color=blue;color=black;color=brown"],
    ["matrix", true, object, "/;R=100;G=200;B=150"],
  ])("in the path: %s, explode %s, %j", (style, explode, value, wanted) => {
    expect(written("path", { style, explode }, value).path).toBe(wanted);
  });

  test.each<[style: Writing["style"], explode: boolean, value: unknown, wanted: string]>([
    ["form", true, "", "color="],
    ["form", true, text, "color=blue"],
    ["form", true, list, "color=blue&color=black&color=brown"],
    ["form", true, object, "R=100&G=200&B=150"],
    ["form", false, list, "color=blue,black,brown"],
    ["form", false, object, "color=R,100,G,200,B,150"],
    ["form", false, [], ""],
    ["form", true, undefined, ""],
    ["spaceDelimited", false, list, "color=blue%20black%20brown"],
    ["spaceDelimited", false, object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, list, "color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited", false, object, "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    ["deepObject", true, list, "color=blue&color=black&color=brown"],
  ])("in the query: %s, explode %s, %j", (style, explode, value, wanted) => {
    expect(written("query", { style, explode }, value).query).toBe(wanted);
  });

  test.each<[explode: boolean, value: unknown, wanted: string | undefined]>([
    [false, text, "blue"],
    [false, list, "blue,black,brown"],
    [false, object, "R,100,G,200,B,150"],
    [true, object, "R=100,G=200,B=150"],
    [false, undefined, undefined],
  ])("in a header: explode %s, %j", (explode, value, wanted) => {
    expect(written("header", { style: "simple", explode }, value).header).toEqual(wanted ? { color: wanted } : {});
  });

  test.each<[explode: boolean, value: unknown, wanted: string | undefined]>([
    [true, text, "color=blue"],
    [true, list, "color=blue; color=black; color=brown"],
    [false, list, "color=blue,black,brown"],
    [false, undefined, undefined],
  ])("in a cookie: explode %s, %j", (explode, value, wanted) => {
    expect(written("cookie", { style: "form", explode }, value).header).toEqual(wanted ? { cookie: wanted } : {});
  });

  test("an empty value that would leave the path a segment short is refused before anything is sent", () => {
    expect(() => written("path", { style: "simple", explode: false }, "")).toThrow(ConfigurationError);
  });

  test("without a style of its own, as is usual in the place", () => {
    expect(written("path", undefined, list).path).toBe("/blue,black,brown");
    expect(written("query", undefined, list).query).toBe("color=blue&color=black&color=brown");
    expect(written("header", undefined, text).header).toEqual({ color: "blue" });
    expect(written("cookie", undefined, list).header).toEqual({ cookie: "color=blue; color=black; color=brown" });
  });

  test("as JSON, where the parameter has a media type", () => {
    const json = { style: "form", explode: true, json: true } as const;
    expect(written("path", json, { a: [1] }).path).toBe("/%7B%22a%22%3A%5B1%5D%7D");
    expect(written("query", json, { a: [1] }).query).toBe("color=%7B%22a%22%3A%5B1%5D%7D");
    expect(written("header", json, { a: [1] }).header).toEqual({ color: '{"a":[1]}' });
  });

  test("reserved characters stay only where that is allowed, and never those that part or end the query", () => {
    const value = "a/b?c=d&e#f+g";
    const usual = { style: "form", explode: true } as const;
    expect(written("query", usual, value).query).toBe("color=a%2Fb%3Fc%3Dd%26e%23f%2Bg");
    expect(written("query", { ...usual, reserved: true }, value).query).toBe("color=a/b?c=d%26e%23f%2Bg");
  });

  test("what is undefined in a list or an object is left out", () => {
    const holes = { style: "form", explode: true } as const;
    expect(written("query", holes, ["a", undefined, "b"]).query).toBe("color=a&color=b");
    expect(written("query", holes, { a: undefined, b: 1 }).query).toBe("b=1");
  });
});

describe("bodies", () => {
  /** What is sent of a body, as text. */
  async function sent(body: unknown, wire: WireBody): Promise<{ type: string | undefined; text: string }> {
    const operation: Descriptor = { id: "send", method: "POST", path: "/", body: "value", wire: { body: wire } };
    const { header, body: content } = writeWire(operation, { ...none, body }, []);
    return { type: header["content-type"], text: await new Response(content).text() };
  }

  test("a form", async () => {
    const wire: WireBody = {
      kind: "form",
      mediaType: "application/x-www-form-urlencoded",
      parts: { tags: { writing: { style: "form", explode: false } }, meta: { contentType: "application/json" } },
    };
    const body = { name: "a b", list: ["x", "y"], tags: ["p", "q"], meta: [1, 2], object: { a: 1 }, none: undefined };
    expect(await sent(body, wire)).toEqual({
      type: "application/x-www-form-urlencoded",
      text: "name=a%20b&list=x&list=y&tags=p,q&meta=%5B1%2C2%5D&object=%7B%22a%22%3A1%7D",
    });
  });

  test("the parts of a multipart body can be read by the standard reader", async () => {
    const wire: WireBody = {
      kind: "multipart",
      mediaType: "multipart/form-data",
      parts: { meta: { contentType: "application/vnd.meta+json" } },
    };
    const file = new File(["bytes"], 'a "b".txt', { type: "text/plain" });
    const body = { name: "é", list: ["x", "y"], meta: { a: 1 }, file, raw: new Uint8Array([104, 105]) };
    const { type = "", text: content } = await sent(body, wire);
    expect(content).toContain("Content-Type: application/vnd.meta+json\r\n");
    const read = await new Response(content, { headers: { "content-type": type } }).formData();
    expect([read.get("name"), read.getAll("list"), read.get("raw")]).toMatchObject(["é", ["x", "y"], { name: "raw" }]);
    expect(await (read.get("file") as File).text()).toBe("bytes");
    expect((read.get("file") as File).type).toBe("text/plain");
  });

  test("text, JSON and bytes", async () => {
    expect(await sent("héllo", { kind: "text", mediaType: "text/plain" })).toEqual({
      type: "text/plain",
      text: "héllo",
    });
    expect(await sent({ a: 1 }, { kind: "json", mediaType: "application/merge-patch+json" })).toEqual({
      type: "application/merge-patch+json",
      text: '{"a":1}',
    });
    const bytes = { kind: "binary", mediaType: "application/octet-stream" } as const;
    expect(await sent(new TextEncoder().encode("raw"), bytes)).toEqual({ type: bytes.mediaType, text: "raw" });
    expect(await sent(new Blob(["png"], { type: "image/png" }), bytes)).toEqual({ type: "image/png", text: "png" });
  });

  test("none, and one that is written in the usual way beside a parameter that is not", () => {
    const operation: Descriptor = { id: "send", method: "POST", path: "/", body: "json", wire: { query: {} } };
    expect(writeWire(operation, none, []).body).toBeUndefined();
    expect(writeWire(operation, { ...none, body: { a: 1 } }, []).body).toBe('{"a":1}');
  });

  test.each<[WireBody["kind"], unknown, string]>([
    ["form", "text", "body is not an object: a form is made of its fields."],
    ["multipart", [1], "body is not an object: a form is made of its fields."],
    ["binary", "text", "body is not bytes: give a Blob, an ArrayBuffer or a Uint8Array."],
  ])("%s from %j is refused, with what to do", async (kind, body, words) => {
    const refused = await sent(body, { kind, mediaType: "application/x" }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect((refused as Error).message).toBe(words);
  });

  test("what is secret in JSON is so in a form", () => {
    const secrets: string[] = [];
    const wire: WireBody = { kind: "form", mediaType: "application/x-www-form-urlencoded" };
    const operation: Descriptor = { id: "send", method: "POST", path: "/", body: "value", wire: { body: wire } };
    writeWire(operation, { ...none, body: { name: "n", password: "p4ssw0rd!" } }, secrets);
    expect(secrets).toContain("p4ssw0rd!");
  });
});
