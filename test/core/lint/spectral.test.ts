import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { spectralProblems } from "../../../generator/core/lint/spectral.js";
import { bundle } from "../../../generator/core/load/bundle.js";
import { fixture, root } from "./redocly.js";

/** The bundled fixture after a change of its text as JSON. */
function changed(from: string, to: string): object {
  const text = JSON.stringify(bundle(join(fixture, "openapi.yaml"), root).document);
  if (!text.includes(from)) throw new Error(`The bundled fixture holds no ${from}`);
  return JSON.parse(text.replace(from, () => to)) as object;
}

describe("Spectral", () => {
  test("finds nothing in a specification that keeps the rules", async () => {
    expect(await spectralProblems(changed("", ""))).toEqual([]);
  });

  test.each([
    {
      title: "a tag that is not declared",
      from: '"tags":["Things"]',
      to: '"tags":["Thingz"]',
      wanted: ["operation-tag-defined /paths/~1v3~1{project_id}~1things/get/tags/0"],
    },
    {
      title: "an example that breaks its schema",
      from: '{"one":{"value":10}}',
      to: '{"one":{"value":"ten"}}',
      wanted: ["oas3-valid-media-example /paths/~1v3~1{project_id}~1things/get/parameters/2/examples/one/value"],
    },
    {
      title: "a document without an address to write to",
      from: ',"contact":{"name":"Nobody","url":"https://nobody.invalid/"}',
      to: "",
      wanted: ["info-contact /info"],
    },
  ])("rejects $title", async ({ from, to, wanted }) => {
    const problems = await spectralProblems(changed(from, to));
    expect(problems.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(wanted);
  });

  test("finds nothing in the specification", { timeout: 30_000 }, async () => {
    expect(await spectralProblems(bundle(join(root, "spec/openapi.yaml"), root).document)).toEqual([]);
  });
});
