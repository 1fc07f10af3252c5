import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../generator/core/emit/file.js";
import { clientOf, typeErrors, type Methods, type Sent } from "./client.js";
import { filesOf, whole } from "./specification.js";

const scalar = { type: "string" };
const list = { type: "array", items: scalar };
const object = { type: "object", properties: { a: scalar, b: { type: "integer" } } };

/** A parameter's place, further keywords and schema. */
type Parameter = readonly [where: string, more: object, schema: object];

const parameters: Readonly<Record<string, Parameter>> = {
  pathList: ["path", {}, list],
  pathObject: ["path", { explode: true }, object],
  labelList: ["path", { style: "label", explode: true }, list],
  labelObject: ["path", { style: "label" }, object],
  matrixText: ["path", { style: "matrix" }, scalar],
  matrixList: ["path", { style: "matrix", explode: true }, list],
  matrixObject: ["path", { style: "matrix" }, object],
  queryList: ["query", {}, list],
  queryComma: ["query", { explode: false }, list],
  querySpace: ["query", { style: "spaceDelimited", explode: false }, list],
  queryPipe: ["query", { style: "pipeDelimited", explode: false }, list],
  queryObject: ["query", {}, object],
  queryComposed: ["query", { explode: false }, object],
  queryDeep: ["query", { style: "deepObject", explode: true }, object],
  queryReserved: ["query", { allowReserved: true }, scalar],
  queryNested: ["query", { explode: false }, { type: "array", items: object }],
  queryAny: ["query", {}, {}],
  // By `content` instead of `schema`: the value is JSON.
  queryJson: ["query", { schema: undefined, content: { "application/json": { schema: object } } }, {}],
  pathJson: ["path", { schema: undefined, content: { "application/json": { schema: list } } }, {}],
  headerJson: ["header", { schema: undefined, content: { "application/json": { schema: object } } }, {}],
  __proto__x: ["query", {}, scalar],
  headerList: ["header", {}, list],
  headerObject: ["header", { explode: true }, object],
  cookieText: ["cookie", {}, scalar],
  cookieList: ["cookie", { explode: false }, list],
};

const done = { responses: { "204": { description: "Done" } } };
const body = (content: object, required = true): object => ({ requestBody: { required, content }, ...done });
const answers = (content: object): object => ({ responses: { "200": { description: "OK", content } } });
const file = { type: "string", format: "binary" };

function paths(): Record<string, object> {
  const ofParameters = Object.entries(parameters).map(([name, [where, more, schema]]): [string, object] => {
    const parameter = { name, in: where, required: where === "path", schema, ...more };
    return [
      where === "path" ? `/${name}/{${name}}` : `/${name}`,
      { get: { operationId: name, parameters: [parameter], ...done } },
    ];
  });
  const fields = { text: scalar, tags: list, meta: object, file, files: { type: "array", items: file } };
  const encoding = { meta: { contentType: "application/vnd.meta+json" } };
  const operations: Record<string, object> = {
    sendForm: body({ "application/x-www-form-urlencoded": { schema: { type: "object", properties: fields } } }),
    sendDeepForm: body({
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: fields },
        encoding: { meta: { style: "deepObject", explode: true }, tags: { style: "form", explode: false } },
      },
    }),
    sendParts: body({ "multipart/form-data": { schema: { type: "object", properties: fields }, encoding } }),
    sendBytes: body({ "application/octet-stream": { schema: file } }),
    sendText: body({ "text/plain": { schema: scalar } }),
    sendPatch: body({ "application/merge-patch+json": { schema: object } }),
    sendEither: body({ "text/csv": { schema: scalar }, "application/json": { schema: object } }),
    sendMaybe: body({ "application/json": { schema: { ...object, required: ["a"] } } }, false),
    sendNothing: done,
    getText: answers({ "text/plain": { schema: scalar } }),
    getNumber: answers({ "application/json": { schema: { type: "number" } } }),
    getEither: answers({ "text/csv": { schema: scalar }, "application/vnd.x+json": { schema: object } }),
    getMaybe: {
      responses: {
        "200": { description: "OK", content: { "application/json": { schema: object } } },
        "204": { description: "None" },
      },
    },
    getFile: answers({ "application/octet-stream": { schema: file } }),
    getElsewhere: { servers: [{ url: "https://files.example.com/v2" }], ...done },
    getElsewhereToo: { servers: [{ url: "https://files.example.org" }], ...done },
    getSecond: { servers: [{ url: "https://second.example.com" }], ...done },
  };
  const ofOperations = Object.entries(operations).map(([operationId, operation]): [string, object] => {
    return [`/${operationId}`, { [operationId.startsWith("get") ? "get" : "post"]: { operationId, ...operation } }];
  });
  const fragment = { operationId: "getPart", parameters: [{ name: "q", in: "query", schema: scalar }], ...done };
  return { ...Object.fromEntries([...ofParameters, ...ofOperations]), "/whole#part": { get: fragment } };
}

const servers = [{ url: "https://api.example.com" }, { url: "https://second.example.com" }];

describe("what a document describes is what goes over the wire", () => {
  let files: readonly OutputFile[];
  let client: Methods;
  let sent: Sent[];
  let remove: () => void;
  let answer = new Response(null, { status: 204 });

  beforeAll(async () => {
    files = await filesOf(whole(`servers: ${JSON.stringify(servers)}\npaths: ${JSON.stringify(paths())}\n`));
    ({ client, sent, remove } = await clientOf(files, () => answer));
  });
  afterAll(() => {
    remove();
  });

  async function call(name: string, request?: object): Promise<Sent> {
    answer = new Response(null, { status: 204 });
    await client[name]?.(request);
    const last = sent.at(-1);
    if (last === undefined) throw new Error("nothing was sent");
    return last;
  }

  test("and it compiles under strict settings, libraries included", { timeout: 120_000 }, async () => {
    expect(await typeErrors(files)).toEqual([]);
  });

  test.each([
    ["pathList", ["a", "b/c"], "/pathList/a,b%2Fc"],
    ["pathObject", { a: "x", b: 1 }, "/pathObject/a=x,b=1"],
    ["labelList", ["a", "b"], "/labelList/.a.b"],
    ["labelObject", { a: "x", b: 1 }, "/labelObject/.a,x,b,1"],
    ["matrixText", "x y", "/matrixText/;matrixText=x%20y"],
    ["matrixText", "", "/matrixText/;matrixText"],
    ["matrixList", ["a", "b"], "/matrixList/;matrixList=a;matrixList=b"],
    ["matrixObject", { a: "x", b: 1 }, "/matrixObject/;matrixObject=a,x,b,1"],
    ["queryList", ["a", "b c"], "/queryList?queryList=a&queryList=b%20c"],
    ["queryComma", ["a", "b,c"], "/queryComma?queryComma=a,b%2Cc"],
    ["querySpace", ["a", "b"], "/querySpace?querySpace=a%20b"],
    ["queryPipe", ["a", "b"], "/queryPipe?queryPipe=a%7Cb"],
    ["queryObject", { a: "x", b: 1 }, "/queryObject?a=x&b=1"],
    ["queryComposed", { a: "x", b: 1 }, "/queryComposed?queryComposed=a,x,b,1"],
    ["queryDeep", { a: "x&y", b: 1 }, "/queryDeep?queryDeep%5Ba%5D=x%26y&queryDeep%5Bb%5D=1"],
    ["queryReserved", "a/b?c=d&e#f", "/queryReserved?queryReserved=a/b?c=d%26e%23f"],
    ["queryNested", [{ a: "x" }], `/queryNested?queryNested=${encodeURIComponent('[{"a":"x"}]')}`],
    ["queryAny", 7, "/queryAny?queryAny=7"],
    ["queryJson", { a: "x&y", b: 1 }, `/queryJson?queryJson=${encodeURIComponent('{"a":"x&y","b":1}')}`],
    ["pathJson", ["a/b"], `/pathJson/${encodeURIComponent('["a/b"]')}`],
    ["queryAny", [7, 8], "/queryAny?queryAny=7&queryAny=8"],
    ["queryComma", [], "/queryComma"],
    ["__proto__x", "v", "/__proto__x?__proto__x=v"],
  ])("%s %j is sent as %s", async (name, value, wanted) => {
    expect((await call(name, { [name]: value })).line).toBe(`GET ${wanted}`);
  });

  test("the fragment of a path is not sent, the query behind it is", async () => {
    expect((await call("getPart", { q: "x" })).line).toBe("GET /whole?q=x");
  });

  test("headers and cookies", async () => {
    expect((await call("headerList", { headerList: ["a", "b"] })).headers.headerlist).toBe("a,b");
    expect((await call("headerJson", { headerJson: { a: "x", b: 1 } })).headers.headerjson).toBe('{"a":"x","b":1}');
    expect((await call("headerObject", { headerObject: { a: "x", b: 1 } })).headers.headerobject).toBe("a=x,b=1");
    expect((await call("cookieText", { cookieText: "a b" })).headers.cookie).toBe("cookieText=a%20b");
    expect((await call("cookieList", { cookieList: ["a", "b"] })).headers.cookie).toBe("cookieList=a,b");
    expect((await call("cookieText")).headers.cookie).toBeUndefined();
  });

  test.each([
    ["pathList", ["..", ""], "accepted"],
    ["pathList", [".."], 'pathList: pathList is "..": a path cannot carry that.'],
    ["labelList", [""], 'labelList: labelList is ".": a path cannot carry that.'],
    ["pathObject", undefined, "pathObject: pathObject is missing: the path needs it."],
    ["queryAny", [["a"]], "queryAny: queryAny is of type object: give text, a finite number or a boolean."],
    ["queryAny", new Date(0), "queryAny: queryAny is of type object: give text, a finite number or a boolean."],
    ["sendText", 7, "accepted"],
    ["sendBytes", "text", "sendBytes: body is not bytes: give a Blob, an ArrayBuffer or a Uint8Array."],
  ])("%s %j is refused where it has no form: %s", async (name, value, wanted) => {
    const request = { [name.startsWith("send") ? "body" : name]: value };
    const said = await call(name, request).then(
      () => "accepted",
      (error: unknown) => (error as Error).message,
    );
    expect(said).toBe(wanted);
  });

  test("forms", async () => {
    const fields = { text: "a b&c", tags: ["x", "y"], meta: { a: "z" } };
    const form = await call("sendForm", fields);
    expect(form.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(form.body).toBe(`text=a%20b%26c&tags=x&tags=y&meta=${encodeURIComponent('{"a":"z"}')}`);
    expect((await call("sendDeepForm", fields)).body).toBe("text=a%20b%26c&tags=x,y&meta%5Ba%5D=z");
  });

  test("multipart: text, JSON and files, as a server reads them", async () => {
    const file = new File(["bytes"], 'a"b.bin', { type: "image/png" });
    const files = [new Uint8Array([1, 2]), new Blob(["two"])];
    const { headers, body: text } = await call("sendParts", {
      text: "t",
      tags: ["x", "y"],
      meta: { a: "z" },
      file,
      files,
    });
    const read = await new Response(text, { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=\S+$/);
    expect([read.get("text"), read.getAll("tags"), read.get("meta")]).toEqual(["t", ["x", "y"], '{"a":"z"}']);
    const got = read.get("file") as File;
    expect([got.name, got.type, await got.text()]).toEqual(['a"b.bin', "image/png", "bytes"]);
    expect(read.getAll("files")).toHaveLength(2);
    expect(text).toContain('name="meta"\r\nContent-Type: application/vnd.meta+json\r\n\r\n{"a":"z"}\r\n');
  });

  test("bytes, text, other JSON, several media types, and no body at all", async () => {
    const bytes = await call("sendBytes", { body: new Uint8Array([104, 105]) });
    expect([bytes.headers["content-type"], bytes.body]).toEqual(["application/octet-stream", "hi"]);
    const text = await call("sendText", { body: '{"not": json' });
    expect([text.headers["content-type"], text.body]).toEqual(["text/plain", '{"not": json']);
    const patch = await call("sendPatch", { a: "x" });
    expect([patch.headers["content-type"], patch.body]).toEqual(["application/merge-patch+json", '{"a":"x"}']);
    const either = await call("sendEither", { a: "x" });
    expect([either.headers["content-type"], either.body]).toEqual(["application/json", '{"a":"x"}']);
    expect((await call("sendMaybe")).body).toBe("");
    expect((await call("sendMaybe", { body: { a: "x" } })).body).toBe('{"a":"x"}');
    expect((await call("sendNothing")).body).toBe("");
  });

  test("answers of every kind", async () => {
    const get = async (name: string, response: Response): Promise<unknown> => {
      answer = response;
      return client[name]?.();
    };
    expect(await get("getText", new Response('"as it is"'))).toBe('"as it is"');
    expect(await get("getNumber", new Response("7"))).toBe(7);
    expect(await get("getMaybe", new Response('{"a":"x"}'))).toEqual({ a: "x" });
    expect(await get("getMaybe", new Response(null, { status: 204 }))).toBeUndefined();
    expect(await get("getEither", new Response('{"a":"x"}'))).toEqual({ a: "x" });
    expect(sent.at(-1)?.headers.accept).toBe("application/vnd.x+json");
    const download = (await get("getFile", new Response("bytes"))) as { text: () => Promise<string> };
    expect(await download.text()).toBe("bytes");
  });

  test("servers of operations, also where their hosts begin alike", async () => {
    expect((await call("getElsewhere")).line).toBe("GET https://files.example.com/v2/getElsewhere");
    expect((await call("getElsewhereToo")).line).toBe("GET https://files.example.org/getElsewhereToo");
    expect((await call("getSecond")).line).toBe("GET https://second.example.com/getSecond");
  });
});
