import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareFolder, listFiles, writeFolder } from "../../../generator/core/output/write.js";
import { folderOf } from "../specification.js";

describe("writing a folder", () => {
  test("writes what differs, deletes what is stale and leaves the rest untouched", () => {
    const folder = folderOf({
      "same.txt": "same",
      "old.txt": "old",
      "gone/deep/stale.txt": "x",
      "gone/kept.txt": "kept",
    });
    const before = new Date("2020-01-01");
    utimesSync(join(folder, "same.txt"), before, before);
    const files = [
      { path: "same.txt", text: "same" },
      { path: "old.txt", text: "new" },
      { path: "a/b/fresh.txt", text: "fresh" },
      { path: "gone/kept.txt", text: "kept" },
    ];
    expect(writeFolder(folder, files)).toEqual({
      missing: ["a/b/fresh.txt"],
      changed: ["old.txt"],
      extra: ["gone/deep/stale.txt"],
    });
    expect(listFiles(folder)).toEqual(["a/b/fresh.txt", "gone/kept.txt", "old.txt", "same.txt"]);
    expect(readFileSync(join(folder, "old.txt"), "utf8")).toBe("new");
    expect(statSync(join(folder, "same.txt")).mtime).toEqual(before);
    expect(existsSync(join(folder, "gone", "deep"))).toBe(false);
    expect(compareFolder(folder, files)).toEqual({ missing: [], changed: [], extra: [] });
  });

  test("leaves alone what is built or installed", () => {
    const folder = folderOf({ "dist/index.js": "x", "site/index.html": "x", "node_modules/a/index.js": "x" });
    expect(writeFolder(folder, [])).toEqual({ missing: [], changed: [], extra: [] });
    expect(existsSync(join(folder, "dist", "index.js"))).toBe(true);
  });

  test.each(["../outside.txt", "a/../../outside.txt", "/outside.txt", "", ".", "dist/index.js", "node_modules/x.js"])(
    "refuses %j before anything is written",
    (path) => {
      const folder = join(folderOf({}), "package");
      mkdirSync(folder);
      writeFileSync(join(folder, "stale.txt"), "stale");
      const files = [
        { path: "good.txt", text: "good" },
        { path, text: "bad" },
      ];
      expect(() => writeFolder(folder, files)).toThrow("it is outside");
      expect(listFiles(join(folder, ".."))).toEqual(["package/stale.txt"]);
    },
  );
});
