import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accessKey } from "../../../generator/codearts/runtime/credentials.js";
import { encode } from "../../../generator/runtime/request.js";
import { portableHmac, portableSha256 } from "../../../generator/codearts/runtime/sha256.js";
import { bodySize, canonicalRequest, sign, signingDate } from "../../../generator/codearts/runtime/signing.js";
import { change, key, TestClient, rejection } from "../../runtime/support/client.js";
import { json, serve } from "../../runtime/support/server.js";

interface Vector {
  name: string;
  ak: string;
  sk: string;
  date: string;
  method: string;
  host: string;
  path: string;
  query: Record<string, string | number>;
  headersToSign: Record<string, string>;
  body: string;
  canonicalRequest: string;
  authorization: string;
}

const { vectors } = JSON.parse(readFileSync(new URL("signing-vectors.json", import.meta.url), "utf8")) as {
  vectors: Vector[];
};

describe("the worked cases of the vendor's signer", () => {
  test.each(vectors)("$name", (vector) => {
    const query = Object.entries(vector.query).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
    const request = {
      method: vector.method,
      url: new URL(`https://${vector.host}${vector.path}?${query.join("&")}`),
      headers: Object.fromEntries(
        Object.entries(vector.headersToSign).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: vector.body,
    };
    expect(canonicalRequest(request, vector.date).text).toBe(vector.canonicalRequest);
    const { headers } = sign(request, { accessKeyId: vector.ak, hmac: portableHmac(vector.sk) }, vector.date);
    expect(headers).toEqual({ "x-sdk-date": vector.date, authorization: vector.authorization });
  });
});

describe("canonical form", () => {
  const canonical = (url: string, headers = {}, method = "GET"): string[] =>
    canonicalRequest({ method, url: new URL(url), headers, body: "" }, "20260102T030405Z").text.split("\n");

  test("path segments are encoded anew and end in a slash", () => {
    expect(canonical("https://h/a%20b/c!d(e)/%E4%B8%AD/~x")[1]).toBe("/a%20b/c%21d%28e%29/%E4%B8%AD/~x/");
    expect(canonical("https://h/a/")[1]).toBe("/a/");
    expect(canonical("https://h/")[1]).toBe("/");
  });

  test("a percent sign that encodes nothing stands for itself", () => {
    expect(canonical("https://h/100%/x")[1]).toBe("/100%25/x/");
  });

  test("the query is sorted by raw name, then by raw value; a name without a value gets one", () => {
    expect(canonical("https://h/?b=2&a=%7E&b=1&a1=x&a=z&c&&e=1=2")[2]).toBe("a=z&a=~&a1=x&b=1&b=2&c=&e=1%3D2");
  });

  test("a plus sign is a plus sign, not a space", () => {
    expect(canonical("https://h/?a=1+2")[2]).toBe("a=1%2B2");
  });

  test("host with its port, and the headers of the service; no other header", () => {
    const headers = { "x-project-id": "p", "user-agent": "u", accept: "*/*", "content-type": "application/json" };
    expect(canonical("https://h:8443/x", headers).slice(3, 9)).toEqual([
      "content-type:application/json",
      "host:h:8443",
      "x-project-id:p",
      "x-sdk-date:20260102T030405Z",
      "",
      "content-type;host;x-project-id;x-sdk-date",
    ]);
  });

  test("a header value as it arrives: without the spaces around it", () => {
    expect(canonical("https://h/x", { "x-project-id": " p 1 " })[4]).toBe("x-project-id:p 1");
  });

  test("a multipart content type is not signed, and its body is not hashed", () => {
    const headers = { "content-type": "multipart/form-data; boundary=1" };
    const request = { method: "POST", url: new URL("https://h/x"), headers, body: new Uint8Array([1, 2]).buffer };
    const signed = sign(request, { accessKeyId: "AK", hmac: portableHmac("SK") }, "20260102T030405Z");
    expect(signed.headers).toEqual({
      "x-sdk-content-sha256": "UNSIGNED-PAYLOAD",
      "x-sdk-date": "20260102T030405Z",
      authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-content-sha256;x-sdk-date, Signature=${signed.signature}`,
    });
  });

  test("the date of a moment", () => {
    expect(signingDate(Date.parse("2026-01-02T03:04:05.678Z"))).toBe("20260102T030405Z");
  });
});

describe("hashes", () => {
  test("SHA-256 and HMAC are those of Node, for every length around the block size and for any text", () => {
    for (let length = 0; length < 200; length++) {
      const text = "é".repeat(length % 3) + "a".repeat(length);
      expect(portableSha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
      expect(portableHmac(text)("x".repeat(length))).toBe(
        createHmac("sha256", text).update("x".repeat(length)).digest("hex"),
      );
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: "binary" }), (bytes, text) => {
        expect(portableSha256(bytes.slice().buffer)).toBe(createHash("sha256").update(bytes).digest("hex"));
        expect(portableHmac(text)(text)).toBe(createHmac("sha256", text).update(text).digest("hex"));
      }),
    );
  }, 20_000);

  test("the signature does not depend on the order of query and headers", () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.string({ unit: "grapheme", minLength: 1 }), fc.string()), {
      selector: ([name]) => name,
    });
    const canonical = (list: Array<[string, string]>, headers: object): string => {
      const url = new URL(`https://h/x?${list.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&")}`);
      return canonicalRequest({ method: "GET", url, headers: { ...headers }, body: "" }, "d").text;
    };
    fc.assert(
      fc.property(pairs, (list) => {
        const one = canonical(list, { "x-project-id": "p", "content-type": "c" });
        const other = canonical(list.toReversed(), { "content-type": "c", "x-project-id": "p" });
        expect(other).toBe(one);
      }),
    );
  });
});

describe("what goes over the wire", () => {
  test("a server that signs what arrived gets the same signature", async () => {
    const { url, arrived } = await serve(json({}));
    const credentials = accessKey({ ...key, securityToken: "st-1", projectId: "project-1" });
    const client = new TestClient(`${url}/`, { credentials });
    const query = { ...change, query: ["name", "other"], method: "GET", body: undefined } as const;
    await client.send(change, { id: "a b/ü", text: "分支", list: [1] });
    await client.send({ ...query, body: undefined } as never, { id: "x", name: "中文 a+b%~!'()*", other: ["2", "1"] });
    for (const { method, url: path, headers, body } of arrived) {
      const seen = headers as Record<string, string>;
      const date = seen["x-sdk-date"] ?? "";
      const again = sign(
        { method, url: new URL(path, url), headers: seen, body },
        { accessKeyId: key.accessKeyId, hmac: portableHmac(key.secretAccessKey) },
        date,
      );
      expect(seen.authorization).toBe(again.headers.authorization);
      expect(seen.authorization).toContain(
        "SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token, ",
      );
    }
    expect(arrived.map(({ url }) => url)).toEqual([
      "/v1/things/a%20b%2F%C3%BC/start",
      "/v1/things/x/start?name=%E4%B8%AD%E6%96%87%20a%2Bb%25~%21%27%28%29%2A&other=2&other=1",
    ]);
  });

  test("each attempt is signed with the time at which it is sent", async () => {
    const { url, arrived } = await serve((response, _, turn) => {
      response.writeHead(turn ? 200 : 429, { "retry-after": "5", "content-type": "application/json" }).end("{}");
    });
    await new TestClient(url).send(change);
    expect(arrived.map(({ headers }) => headers["x-sdk-date"])).toEqual(["20260102T030405Z", "20260102T030410Z"]);
  });

  test("a body over 12 MB is refused before anything is sent", async () => {
    const { url, arrived } = await serve(json({}));
    const error = await rejection(new TestClient(url).send(change, { id: "7", text: "a".repeat(12 * 1024 * 1024) }));
    expect(error.message).toBe("A body over 12 MB cannot be signed: use token(...) or password(...) for this call.");
    expect(arrived).toHaveLength(0);
  });

  test("the size of a body is that of its bytes", () => {
    expect([undefined, "abc", new ArrayBuffer(5), "中".repeat(5_000_000)].map(bodySize)).toEqual([0, 3, 5, 15_000_000]);
  });
});
