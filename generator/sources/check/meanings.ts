// Holds descriptions to what things stand for: spec/sources/meanings.yaml.
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../core/problems.js";
import { at, child, children, childrenAt, dataAt, listAt, placeOf, textAt, type Spot } from "../../core/load/spots.js";
import type { Conflicts } from "./conflicts.js";
import { describedIn } from "./described.js";

/** The file of meanings, below the root of the project. */
export const MEANINGS = "spec/sources/meanings.yaml";

/** A text of the specification, and the words that it has to have. */
export interface Meant {
  /** What it is about, in words: `JobConfig.arch`, `value MANUAL`, `meaning of CB.00060200`. */
  readonly where: string;
  readonly spot: Spot;
  readonly text: string;
  /** Undefined where nothing says what it stands for. */
  readonly words: string | undefined;
  /** Where the words stand: section and key. */
  readonly key: readonly [section: string, key: string];
}

/** Finds texts that do not say what their thing stands for, unknown figures, and entries for things that are not there. */
export function checkMeanings(root: Spot, files: readonly Spot[], meanings: Spot, conflicts: Conflicts): Problem[] {
  const meant = meantIn(root, files, meanings);
  const used = new Set(meant.map(({ key }) => key.join(" ")));
  return [
    ...meant.flatMap(faultsOf),
    ...unusedIn(meanings, used),
    ...strangeFigures(files, meanings),
    ...disputedMeanings(root, meanings, conflicts),
  ];
}

/** Finds entries about a meaning that no dispute stands behind, and disputes without their entry. */
function disputedMeanings(root: Spot, meanings: Spot, conflicts: Conflicts): Problem[] {
  const owners = new Map(describedIn(root).map(({ where, spot }) => [spot.node, where]));
  const entries = conflicts.entries.filter(({ about }) => about === "meaning");
  const found = new Map(entries.map((entry) => [owners.get(entry.beside.node) ?? "", entry]));
  const disputes = childrenAt(meanings, "disputed");
  const strange = [...found].filter(([where]) => !disputes.some(([key]) => key === where));
  return [
    ...strange.map(([where, entry]) => ({
      ...placeOf(entry.spot),
      message: `${where}: no dispute about its meaning is known`,
      fix: `record it under disputed in ${MEANINGS}, or delete the entry`,
    })),
    ...disputes
      .filter(([where, claims]) => !isDeepStrictEqual(found.get(where)?.claims, dataAt(claims)))
      .map(([where, claims]) => ({
        ...placeOf(claims),
        message: `${where}: its x-conflicts entry about the meaning does not claim ${JSON.stringify(dataAt(claims))}`,
        fix: "write the entry beside it, or correct the claims here",
      })),
  ];
}

/** All texts with the words that they have to have. */
export function meantIn(root: Spot, files: readonly Spot[], meanings: Spot): Meant[] {
  const words = (section: string, key: string): string | undefined => {
    const found = dataAt(at(meanings, section, key));
    return typeof found === "string" ? found : undefined;
  };
  const described = describedIn(root).map(({ where, name, spot, text }): Meant => {
    const key = keyOf(where, name, (section) => words(section, where) !== undefined);
    return { where, spot, text, key, words: words(...key) };
  });
  const listed = files.flatMap(valuesIn).map(([value, spot]): Meant => {
    const key = ["values", value] as const;
    return { where: `value ${value}`, spot, text: String(dataAt(spot)), key, words: words(...key) };
  });
  const entries = entriesOf(files, "errors.yaml").flatMap((entry): Entry[] => {
    const code = textAt(entry, "code") ?? "";
    return [
      { entry, part: "meaning", key: ["codes", code] },
      { entry, part: "advice", key: ["advice", code] },
    ];
  });
  const statuses = entriesOf(files, "statuses.yaml").map((entry): Entry => {
    return { entry, part: "meaning", key: ["statuses", String(dataAt(child(entry, "status")))] };
  });
  const catalogues = [...entries, ...statuses].map(({ entry, part, key }): Meant => {
    return { where: `${part} of ${key[1]}`, spot: entry, text: textAt(entry, part) ?? "", key, words: words(...key) };
  });
  return [...described, ...listed, ...catalogues];
}

/** Where the words for something described stand: those of its owner and name count before those of the name. */
function keyOf(where: string, name: string | undefined, has: (section: string) => boolean): Meant["key"] {
  if (has("fields")) return ["fields", where];
  if (name !== undefined) return ["names", snake(name)];
  return [["schemas", "servers", "instead"].find(has) ?? "operations", where];
}

/** The values of all open lists below a spot, with what is said of them. */
function valuesIn(spot: Spot): Array<[value: string, said: Spot]> {
  const own = childrenAt(child(spot, "x-states"), "known");
  const below = [...children(spot)].filter(([key]) => key !== "examples" && key !== "x-states");
  return [...own, ...below.flatMap(([, inner]) => valuesIn(inner))];
}

/** One text of a catalogue. */
interface Entry {
  readonly entry: Spot;
  readonly part: "meaning" | "advice";
  readonly key: Meant["key"];
}

function entriesOf(files: readonly Spot[], name: string): Spot[] {
  const file = files.find((one) => one.source.file === `spec/${name}`);
  return file ? [...children(file).values()] : [];
}

function faultsOf({ where, spot, text, words }: Meant): Problem[] {
  if (words === undefined) {
    const message = `nothing says what ${where} stands for`;
    return [{ ...placeOf(spot), message, fix: `say it in ${MEANINGS}` }];
  }
  const missing = missingWords(text, words);
  if (missing.length === 0) return [];
  const message = `${where}: "${text}" does not say ${missing.join(", ")}`;
  return [{ ...placeOf(spot), message, fix: `say what it stands for, or correct ${MEANINGS}` }];
}

/** The words that a text lacks. */
export function missingWords(text: string, words: string): string[] {
  const pattern = (word: string): string => word.replaceAll(/[.()+]/g, String.raw`\$&`).replaceAll("_", "[_ ]");
  return words
    .split(" ")
    .filter((word) => word !== "" && !new RegExp(`(?<![a-z])(?:${pattern(word)})`, "i").test(text));
}

function unusedIn(meanings: Spot, used: ReadonlySet<string>): Problem[] {
  return [...children(meanings)]
    .filter(([section]) => section !== "figures" && section !== "disputed")
    .flatMap(([section, entries]) => [...children(entries)].map(([key, spot]) => ({ section, key, spot })))
    .filter(({ section, key }) => !used.has(`${section} ${key}`))
    .map(({ section, key, spot }) => ({
      ...placeOf(spot),
      message: `${section}: nothing is called ${key}`,
      fix: "drop it",
    }));
}

/** Texts that readers see. */
const TEXTS = new Set(["summary", "description", "meaning", "advice"]);
/** What holds digits and is no figure: code, and names of versions and formats. */
const NO_FIGURE = /`[^`]*`|\bISO 8601\b|\bv\d\b|\bSDK-HMAC-SHA256\b/g;

/** A number, or a unit. */
const FIGURE =
  /\S*\d\S*|\b(?:milliseconds|seconds|minutes|hours|days|weeks|months|bytes|kB|MB|GB|megabytes|characters|UTC|local time)\b/;

/** Finds numbers and units in texts that no figure of the file accounts for, and figures that stand nowhere. */
function strangeFigures(files: readonly Spot[], meanings: Spot): Problem[] {
  const everywhere = listAt(child(meanings, "figures"), "*").map(String);
  const missing = new Set(everywhere);
  const problems = files.flatMap((file) => {
    const name = file.source.file.replace(/^spec\//, "");
    const own = listAt(child(meanings, "figures"), name).map(String);
    const texts = file.source.file === MEANINGS ? [] : textsIn(file);
    const whole = texts.map(({ text }) => text).join("\n");
    for (const figure of everywhere) if (whole.includes(figure)) missing.delete(figure);
    const strange = texts.flatMap(({ spot, text }) => {
      const left = [...own, ...everywhere].reduce((now, figure) => now.replaceAll(figure, ""), text);
      const figure = FIGURE.exec(left.replaceAll(NO_FIGURE, ""))?.[0];
      if (figure === undefined) return [];
      const message = `no source is recorded for the figure ${figure} in "${text}"`;
      return [{ ...placeOf(spot), message, fix: `correct it, or record it under figures in ${MEANINGS}` }];
    });
    return [
      ...strange,
      ...own.filter((figure) => !whole.includes(figure)).map((figure) => lost(meanings, name, figure)),
    ];
  });
  return [...problems, ...[...missing].map((figure) => lost(meanings, "*", figure))];
}

function lost(meanings: Spot, name: string, figure: string): Problem {
  const place = placeOf(at(meanings, "figures", name) ?? meanings);
  return { ...place, message: `${name}: no text says "${figure}"`, fix: "say it there, or drop it here" };
}

/** All texts that readers see below a spot; examples and the reasons of decisions are none. */
function textsIn(spot: Spot): Array<{ spot: Spot; text: string }> {
  return [...children(spot)].flatMap(([key, inner]) => {
    if (key === "examples" || key === "x-conflicts") return [];
    const value = TEXTS.has(key) ? dataAt(inner) : undefined;
    return typeof value === "string" ? [{ spot: inner, text: value.replaceAll(/\s+/g, " ") }] : textsIn(inner);
  });
}

/** A name in snake_case. */
function snake(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
