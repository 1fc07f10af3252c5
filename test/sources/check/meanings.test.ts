import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SpecFiles, type Spot } from "../../../generator/core/load/spots.js";
import { formatProblem } from "../../../generator/core/problems.js";
import { projectFolder } from "../../../generator/project/folder.js";
import { checkSources } from "../../../generator/sources/check/index.js";
import { meantIn, MEANINGS, missingWords } from "../../../generator/sources/check/meanings.js";

const BUILD = "components/schemas/BuildRecord.yaml";
const TYPES = "components/schemas/TriggerType.yaml";

describe("--check notices", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "meanings-"));
    cpSync(join(projectFolder, "spec"), join(root, "spec"), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const edit = (file: string, from: string, to: string): void => {
    const path = join(root, "spec", file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  test.each<[title: string, file: string, from: string, to: string, wanted: RegExp]>([
    [
      "another meaning",
      BUILD,
      "When the build ended,",
      "When the build started,",
      /BuildRecord\.finish_time: .* does not say ended/,
    ],
    [
      "a description that got lost",
      BUILD,
      "description: Id of the tenant.",
      "description: To be written.",
      /domain_id: .* does not say id, tenant\|account/,
    ],
    ["another unit", BUILD, "in milliseconds", "in seconds", /duration: .* does not say millisecond/],
    [
      "another figure",
      "components/securitySchemes/token.yaml",
      "24 hours",
      "12 hours",
      /no source is recorded for the figure 12 in/,
    ],
    [
      "a figure that got lost",
      "components/securitySchemes/token.yaml",
      "and is valid for 24 hours",
      "",
      /token\.yaml: no text says "valid for 24 hours"/,
    ],
    [
      "another meaning of a value",
      TYPES,
      "PIPELINE_TRIGGER: Started by a pipeline.",
      "PIPELINE_TRIGGER: Started by hand.",
      /value PIPELINE_TRIGGER: .* does not say pipeline/,
    ],
    [
      "another meaning of an error code",
      "errors.yaml",
      "meaning: The file is empty.",
      "meaning: The file is large.",
      /meaning of CB\.00060212: .* does not say empty/,
    ],
    [
      "a field of which nothing is known",
      BUILD,
      "  finish_time:",
      "  finish_moment:",
      /nothing says what BuildRecord\.finish_moment stands for; say it in/,
    ],
    [
      "words for something that is not there",
      "sources/meanings.yaml",
      "names:\n",
      "names:\n  nothing: at all\n",
      /names: nothing is called nothing; drop it/,
    ],
    [
      "a dispute without its entry",
      BUILD,
      "pdf: a duration",
      "pdf: a moment",
      /BuildRecord\.queued_time: its x-conflicts entry about the meaning does not claim/,
    ],
    [
      "an entry without its dispute",
      "sources/meanings.yaml",
      "  BuildRecord.queued_time: { pdf",
      "  BuildRecord.start_time: { pdf",
      /BuildRecord\.queued_time: no dispute about its meaning is known/,
    ],
    [
      "a format of numbers that no document states",
      "components/schemas/ShowJobSuccessRatioResponse.yaml",
      "type: integer\n    description: Builds that succeeded.",
      "type: integer\n    format: int64\n    description: Builds that succeeded.",
      /has format int64, which no document states/,
    ],
  ])("%s", (_, file, from, to, wanted) => {
    edit(file, from, to);
    expect(checkSources(root).map(formatProblem).join("\n")).toMatch(wanted);
  });
});

test("words stand as they are or with an ending, one or the other, or two in a row", () => {
  const text = "Ids of the build's records, as `build_record_id`.";
  expect(missingWords(text, "id record|task build of_the build_record_id")).toEqual([]);
  expect(missingWords(text, "task cord of_build")).toEqual(["task", "cord", "of_build"]);
});

test("no two texts of different meanings could change places unnoticed", () => {
  const files = new SpecFiles(projectFolder);
  const spot = (file: string): Spot => files.read(file) ?? expect.fail(`${file} is missing`);
  const [root, errors, meanings] = [spot("spec/openapi.yaml"), spot("spec/errors.yaml"), spot(MEANINGS)];
  const statuses = spot("spec/statuses.yaml");
  // Values are compared within the section of values, codes within that of codes: texts change places among their like.
  const meant = meantIn(root, [errors, statuses], meanings);
  const fits = new Map<string, boolean>();
  const holds = (text: string, words: string): boolean => {
    const key = `${words}\n${text}`;
    const known = fits.get(key) ?? missingWords(text, words).length === 0;
    fits.set(key, known);
    return known;
  };
  const kind = ({ key: [section] }: (typeof meant)[number]): string => (section === "names" ? "fields" : section);
  const swappable = meant.flatMap((one, index) =>
    meant
      .slice(index + 1)
      .filter((other) => kind(one) === kind(other) && one.text !== other.text && one.words !== other.words)
      .filter((other) => holds(other.text, one.words ?? "") && holds(one.text, other.words ?? ""))
      .map((other) => `${one.where} and ${other.where}`),
  );
  expect(meant.length).toBeGreaterThan(600);
  expect(swappable).toEqual([]);
});
