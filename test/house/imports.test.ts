import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { listTree } from "../../generator/core/lib/tree.js";
import { projectFolder } from "../../generator/project/folder.js";
import { type Room, rooms, singleImporters } from "./rooms.js";

function sources(folder: string): string[] {
  return listTree(join(projectFolder, folder))
    .filter((path) => /\.(ts|js)$/.test(path) && !/(^|\/)(dist|site\/assets|assets|node_modules|fixtures)\//.test(path))
    .map((path) => `${folder}/${path}`);
}

const files = ["generator", "scripts", "generated/src", "test"].flatMap(sources);
const known = new Set(files);

/** What a file imports: packages by name, files by their path in the project. Types count. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(projectFolder, path), "utf8");
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return specifiers.map((specifier) => {
    if (!specifier.startsWith(".")) return specifier;
    const target = posix.join(dirname(path), specifier);
    return known.has(target) ? target : target.replace(/\.js$/, ".ts");
  });
}

const imports = new Map(files.map((path) => [path, importsOf(path)]));

/** The room of a file: the nearest one above it. A folder as such has no room: its files have. */
function roomOf(path: string): Room | undefined {
  return rooms.filter((room) => path.startsWith(room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** The circles of imports: each with the files in it. */
function circles(): string[][] {
  const found: string[][] = [];
  const state = new Map<string, "open" | "done">();
  const way: string[] = [];
  const visit = (path: string): void => {
    if (state.get(path) === "done" || !imports.has(path)) return;
    if (state.get(path) === "open") return void found.push(way.slice(way.indexOf(path)));
    state.set(path, "open");
    way.push(path);
    imports.get(path)?.forEach(visit);
    way.pop();
    state.set(path, "done");
  };
  files.forEach(visit);
  return found;
}

describe("every file of the generator is in a room, and imports what the room may", () => {
  test("no file is in a folder without a rule, and no rule is without files", () => {
    const housed = files.filter((path) => /^(generator|scripts)\//.test(path));
    const bare = housed.filter((path) => {
      const room = roomOf(path);
      // A room with folders that are rooms holds its own files only: a new folder beside them needs a rule.
      const holder = rooms.some(
        (other) => other !== room && other.path.endsWith("/") && other.path.startsWith(room?.path ?? "-"),
      );
      return room === undefined || (holder && path.slice(room.path.length).includes("/"));
    });
    expect(bare).toEqual([]);
    expect(rooms.filter((room) => !housed.some((path) => roomOf(path) === room)).map(({ path }) => path)).toEqual([]);
  });

  test.each(rooms)("$path", (room) => {
    const own = room.path.endsWith("/") ? [room.path] : [];
    const wrong = files
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        (imports.get(path) ?? [])
          .filter((name) => ![...own, ...room.mayImport].some((allowed) => name.startsWith(allowed)))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test("what is generated imports itself, and its one library", () => {
    const wrong = files
      .filter((path) => path.startsWith("generated/src/"))
      .flatMap((path) => (imports.get(path) ?? []).map((name) => [path, name] as const))
      .filter(([path, name]) => {
        const copied = /^generated\/src\/(runtime|codearts)\//.test(path);
        return !name.startsWith("generated/src/") && !(copied && /^(openapi-fetch|node:)/.test(name));
      });
    expect(wrong).toEqual([]);
  });

  test("no file leads back to itself, types included", () => {
    expect(circles()).toEqual([]);
  });

  test("nothing imports a test or a script", () => {
    const wrong = files
      .filter((path) => !path.startsWith("test/") && !path.startsWith("scripts/"))
      .flatMap((path) => (imports.get(path) ?? []).filter((name) => /^(test|scripts)\//.test(name)));
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(singleImporters))("%s is imported by %s alone", (name, allowed) => {
    const importers = files.filter(
      (path) =>
        path.startsWith("generator/") &&
        imports.get(path)?.some((used) => used === name || used.startsWith(`${name}/`)),
    );
    expect(importers.sort()).toEqual([...allowed].sort());
  });
});
