import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { ownModel } from "../site/model.js";
import { wordsOfTheService } from "./serviceWords.js";

const words = wordsOfTheService();
const files = ["generator/core", "generator/runtime", "generator/shell"].flatMap((folder) =>
  listTree(join(projectFolder, folder)).map((path) => `${folder}/${path}`),
);

describe("what makes a client for any service knows none", () => {
  test("the words are those of the specification", () => {
    const kinds = ["runJob", "X-Auth-Token", "X-Subject-Token", "myhuaweicloud", "cloudbuild-ext", "CB.", "DEVCB."];
    expect(kinds.filter((word) => !words.has(word))).toEqual([]);
    expect(words.size).toBeGreaterThan(ownModel().operations.length + kinds.length);
  });

  test.each(files)("%s", (path) => {
    const text = readFileSync(join(projectFolder, path), "utf8");
    const found = [...words].filter(([, pattern]) => pattern.test(text) || pattern.test(path)).map(([word]) => word);
    expect(found).toEqual([]);
  });
});
