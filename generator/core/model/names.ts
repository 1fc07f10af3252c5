import { capitalized, identifier } from "../lib/text.js";

/** Global names that the generated code or its users need for themselves. */
const globalNames = (
  "AbortController AbortSignal Array ArrayBuffer AsyncIterable AsyncIterator Awaited BigInt Blob Boolean Buffer Date " +
  "Element Error Event Exclude Extract File FormData Function Headers Infinity Iterable Iterator Map Math Node " +
  "NonNullable Number Object Omit Parameters Partial Pick Promise Proxy Readonly ReadonlyArray ReadableStream Record " +
  "RegExp Request Required Response ReturnType Set String Symbol TypeError URL URLSearchParams Uint8Array WeakMap"
).split(" ");

/** Names that TypeScript refuses for a type. */
const typeKeywords = "any bigint boolean never number object string symbol undefined unknown void".split(" ");

/** Members that a class has whatever it declares, and the one type among the constants of the operations. */
const ownMembers =
  "Descriptor constructor hasOwnProperty isPrototypeOf toString toLocaleString valueOf prototype then".split(" ");

/** Gives out names, none of them twice. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The wanted name, or the same with the suffix, or that with a number. */
  claim(wanted: string, suffix = ""): string {
    let name = wanted;
    for (let count = 1; this.#taken.has(name); count++) {
      name = count === 1 && suffix !== "" ? wanted + suffix : `${wanted}${suffix}${count + (suffix === "" ? 1 : 0)}`;
    }
    this.#taken.add(name);
    return name;
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }
}

/** Names for types. `taken` are those that the package exports already. */
export function typeNameGiver(taken: readonly string[]): Names {
  return new Names([...globalNames, ...typeKeywords, ...taken]);
}

/** Names for methods. `taken` are the members that the client has already. */
export function methodNameGiver(taken: readonly string[]): Names {
  return new Names([...ownMembers, ...taken]);
}

/** Pages that are there already, and what Windows keeps for devices. */
const takenPages =
  "readme errors conflicts changes index runtimes aux con nul prn com1 com2 com3 com4 lpt1 lpt2 lpt3".split(" ");

/** How many bytes a page's name may take: file systems end at 255, an ending and a number included. */
const pageBytes = 200;

/** Names for pages: distinct also where a file system does not tell capitals, or two ways to write an accent, apart. */
export function pageNameGiver(): (wanted: string) => string {
  const lower = new Names(takenPages);
  return (wanted) => {
    const short = shortened(wanted.normalize("NFC"));
    const folded = short.toLowerCase();
    return short + lower.claim(folded).slice(folded.length);
  };
}

/** The text, cut where it would take too many bytes. */
function shortened(text: string): string {
  let left = pageBytes;
  const kept = Array.from(text).filter((character) => (left -= new TextEncoder().encode(character).length) >= 0);
  return kept.join("");
}

/** The TypeScript name that a component schema would like to have. */
export function wantedTypeName(component: string): string {
  const name = identifier(component);
  // A reserved word got an underscore, which a capital makes needless; of a name without letters it is all that there is.
  return capitalized(name.length < 2 || component.endsWith("_") ? name : name.replace(/_$/, ""));
}

/**
 * Names for component schemas. Those whose name is a type name already go first, so that `job` and `Job` become `Job2`
 * and `Job`, whatever their order.
 */
export function nameComponents(components: readonly string[], names: Names): Map<string, string> {
  const exact = components.filter((component) => wantedTypeName(component) === component);
  const rest = components.filter((component) => wantedTypeName(component) !== component);
  const given = new Map<string, string>();
  for (const component of [...exact, ...rest]) {
    const wanted = wantedTypeName(component);
    given.set(component, names.claim(wanted, exact.includes(component) ? "Schema" : ""));
  }
  return given;
}
