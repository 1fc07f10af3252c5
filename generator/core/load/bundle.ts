import { realpathSync, statSync } from "node:fs";
import { referredValue } from "../lib/reference.js";
import { dirname, join, parse, relative, sep } from "node:path";
import { isObject, listOf, objectOf, setOwn, without, type Json, type JsonObject } from "../lib/json.js";
import { endsAtSchema, holdsData, holdsNames, restricts, sections } from "../lib/keywords.js";
import { byCodePoint } from "../lib/order.js";
import { formatPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Problem } from "../problems.js";
import { readFileReference } from "./fileReference.js";
import { extentProblem } from "./extent.js";
import { readSource, type Source } from "./source.js";

/** Where an object of the bundled document was written. */
export interface Origin {
  readonly source: Source;
  readonly tokens: readonly string[];
}

export interface Bundle {
  readonly document: JsonObject;
  /**
   * Where the objects and arrays were written that do not stand in their author's file as they do in the document: what
   * holds of one holds of all below it, up to the next.
   */
  readonly origins: WeakMap<object, Origin>;
  readonly sources: readonly Source[];
  /** What broke the syntax of a file. */
  readonly broken: readonly Problem[];
  /** References that cannot be followed. */
  readonly faults: readonly BundleFault[];
}

/** What a reference says: the file, the spot in it, and whether names stand there that the author chose. */
interface Referred {
  readonly reference: string;
  readonly source: Source;
  readonly fragment: string;
  readonly names: boolean;
}

/** Something wrong at a spot of an author's file. */
export interface BundleFault extends Origin {
  readonly message: string;
  readonly fix: string;
}

const componentFile = new RegExp(`(?:^|/)components/(${sections.join("|")})/([^/]+)\\.(?:ya?ml|json)$`);

/**
 * Makes one document of the files that `entry` refers to. A file `components/<section>/<Name>.yaml` becomes
 * `#/components/<section>/<Name>`; any other file stands where it is referred to.
 */
export function bundle(entry: string, shownFrom: string, allowed: readonly string[] = []): Bundle {
  return new Bundler(
    shownFrom,
    [dirname(entry), ...allowed].map((path) => realpathSync(path)),
  ).bundle(entry);
}

class Bundler {
  readonly #sources = new Map<string, Source>();
  readonly #broken = new Set<string>();
  readonly #origins = new WeakMap<object, Origin>();
  /** What was walked already: a YAML alias brings the same object again. */
  readonly #walked = new Set<object>();
  readonly #problems: Problem[] = [];
  readonly #faults: BundleFault[] = [];
  /** Component files by the pointer that they take in the document. */
  readonly #hoisted = new Map<string, { file: string; section: string; name: string; value: Json }>();
  /** Targets that stand in the place of the reference, once resolved; `undefined` while that is under way. */
  readonly #inlined = new Map<Json, Json | undefined>();
  /** The component that a target became because it leads back to itself: it cannot stand in its own place. */
  readonly #recurring = new Map<Json, string>();
  /** What is being walked at the moment, from the outside in: a reference to it from within would never end. */
  readonly #open: object[] = [];

  constructor(
    readonly shownFrom: string,
    /** The folders and files that may be read. */
    readonly places: readonly string[],
  ) {}

  bundle(entry: string): Bundle {
    const root = this.#read(entry);
    const document = root === undefined ? {} : this.#walkFrom(root.value, { source: root, tokens: [] });
    if (root !== undefined && !isObject(document)) {
      this.#report({ source: root, tokens: [] }, "the document is not an object", "begin it with `openapi: 3.1.0`");
    }
    const whole = isObject(document) ? this.#withComponents(document, root) : {};
    return {
      document: whole,
      origins: this.#origins,
      sources: [...this.#sources.values()],
      broken: this.#problems,
      faults: this.#faults,
    };
  }

  #read(file: string): Source | undefined {
    const known = this.#sources.get(file);
    if (known !== undefined || this.#broken.has(file)) return known;
    const shown = relative(this.shownFrom, file).split(sep).join("/");
    const source = readSource(file, shown);
    const large = Array.isArray(source) ? undefined : extentProblem(source);
    if (Array.isArray(source) || large !== undefined) {
      this.#problems.push(...(Array.isArray(source) ? source : []), ...(large === undefined ? [] : [large]));
      this.#broken.add(file);
      return undefined;
    }
    this.#sources.set(file, source);
    return source;
  }

  /** Walks what stands at a spot of its own file, whatever refers to it. */
  #walkFrom(value: Json, origin: Origin, names = false): Json {
    const walked = this.#walk(value, origin.source, [...origin.tokens], names);
    if (typeof walked === "object" && walked !== null && !this.#origins.has(walked)) this.#origins.set(walked, origin);
    return walked;
  }

  /**
   * Replaces every reference to another file below `value`, in place, and returns what stands for the value itself. `way`
   * leads to it in its file; it is one array for the whole walk, since a large document has hundreds of thousands of spots.
   */
  #walk(value: Json, source: Source, way: string[], names: boolean): Json {
    if (typeof value !== "object" || value === null || this.#walked.has(value)) return value;
    const object = isObject(value);
    // Among names chosen by the author, a `$ref` with a text is a reference all the same: no entry is a text.
    if (object && typeof value.$ref === "string") return this.#refer(value, value.$ref, source, way, names);
    this.#walked.add(value);
    this.#open.push(value);
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== "object" || child === null) continue;
      if (object && !names && holdsData(key, child)) continue;
      way.push(key);
      const replaced = this.#walk(child, source, way, object && !names && holdsNames(key) && isObject(child));
      way.pop();
      if (replaced !== child) setOwn(value, key, replaced);
    }
    this.#open.pop();
    return value;
  }

  #refer(holder: JsonObject, reference: string, source: Source, way: readonly string[], names: boolean): Json {
    const { inside, file, fragment } = readFileReference(reference, source.file);
    if (inside && this.#isRoot(source)) return holder;
    const at = { source, tokens: [...way] };
    if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) {
      const fix = "copy it into the specification";
      this.#reportReference(at, `\`$ref: ${reference}\` is not a file of the specification`, fix);
      return holder;
    }
    const [problem, fix] = this.#unreadable(file) ?? [];
    if (problem !== undefined) {
      this.#reportReference(at, `\`$ref: ${reference}\` leads ${problem}`, fix ?? "");
      return holder;
    }
    const other = this.#read(file);
    if (other === undefined) return holder;
    const component = fragment === "" ? componentFile.exec(file.split(sep).join("/")) : null;
    if (component !== null) return this.#hoist(holder, other, component[1] ?? "", component[2] ?? "", at);
    return this.#inline(holder, { reference, source: other, fragment, names }, at);
  }

  /** Why a file is not read, and what to do. A link within the folder may lead out of it, too. */
  #unreadable(file: string): [string, string] | undefined {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return ["to no file", "correct the path, or add the file"];
    if (!found.isFile()) return ["to what is no file", "name a file in it"];
    const real = realpathSync(file);
    if (this.places.some((place) => real === place || real.startsWith(join(place, sep)))) return undefined;
    const shown = relative(this.shownFrom, file).split(sep).join("/");
    return ["out of the specification's folder", `copy the file there, or allow it with --allow ${shown}`];
  }

  #isRoot(source: Source): boolean {
    return this.#sources.values().next().value === source;
  }

  /** Puts the file among the components, once, and refers to it there. */
  #hoist(holder: JsonObject, source: Source, section: string, name: string, at: Origin): Json {
    const pointer = formatPointer(["components", section, name]);
    const known = this.#hoisted.get(pointer);
    if (known === undefined) {
      const component = { file: source.file, section, name, value: source.value };
      this.#hoisted.set(pointer, component);
      component.value = this.#walkFrom(source.value, { source, tokens: [] });
    } else if (known.file !== source.file) {
      const message = `two files claim the name ${name} in components/${section}`;
      this.#reportReference(at, message, "rename one of the files");
    }
    const replaced = { ...holder, $ref: `#${pointer}` };
    this.#origins.set(replaced, at);
    return replaced;
  }

  #inline(holder: JsonObject, { reference, source, fragment, names }: Referred, at: Origin): Json {
    const tokens = parsePointer(pointerOfReference(fragment));
    const target = valueAt(source.value, tokens);
    if (target === undefined) {
      this.#reportReference(at, `\`$ref: ${reference}\` leads to nothing in that file`, "correct what follows the #");
      return holder;
    }
    // A value that is not an object can be repeated without harm, and has no identity.
    const key = typeof target === "object" ? target : `${source.file}#${fragment}`;
    const known = this.#inlined.get(key);
    if (known !== undefined) return this.#merge(holder, known, at);
    if (this.#inlined.has(key)) return this.#recur(holder, { reference, source, key, tokens }, at);
    if (typeof target === "object" && target !== null && this.#open.includes(target)) {
      this.#reportRecurrence(at, reference);
      return holder;
    }
    if (names && isObject(target)) this.#keepNames(target, at);
    this.#inlined.set(key, undefined);
    const value = this.#walkFrom(target, { source, tokens }, names);
    const component = this.#recurring.get(key);
    const hoisted = component === undefined ? undefined : this.#hoisted.get(component);
    if (hoisted !== undefined) hoisted.value = value;
    const standing = component === undefined ? value : { $ref: `#${component}` };
    this.#inlined.set(key, standing);
    return this.#merge(holder, standing, at);
  }

  /** A schema that leads back to itself becomes a component, which can be referred to from within. */
  #recur(
    holder: JsonObject,
    { reference, source, key, tokens }: { reference: string; source: Source; key: Json; tokens: readonly string[] },
    at: Origin,
  ): Json {
    if (!endsAtSchema(at.tokens)) {
      this.#reportRecurrence(at, reference);
      return holder;
    }
    const known = this.#recurring.get(key);
    const pointer = known ?? this.#newComponent(tokens.at(-1) ?? parse(source.file).name, source);
    this.#recurring.set(key, pointer);
    return this.#merge(holder, { $ref: `#${pointer}` }, at);
  }

  /** The pointer of a new component, under a name that is free. */
  #newComponent(wanted: string, { file }: Source): string {
    const own = this.#ownSchemas();
    const plain = wanted.replace(/[^\w.-]/g, "_");
    for (let number = 1; ; number++) {
      const name = number === 1 ? plain : `${plain}${number}`;
      const pointer = formatPointer(["components", "schemas", name]);
      if (Object.hasOwn(own, name) || this.#hoisted.has(pointer)) continue;
      this.#hoisted.set(pointer, { file, section: "schemas", name, value: {} });
      return pointer;
    }
  }

  /** The schemas of the root file, also where they stand in another file. */
  #ownSchemas(): JsonObject {
    const root = this.#sources.values().next().value;
    let found = { source: root, value: root?.value };
    for (const name of ["components", "schemas"]) {
      found = { ...found, value: objectOf(found.value)[name] };
      const { $ref } = objectOf(found.value);
      if (typeof $ref !== "string" || found.source === undefined) continue;
      const { file, fragment } = readFileReference($ref, found.source.file);
      const source = this.#unreadable(file) === undefined ? this.#read(file) : undefined;
      found = { source, value: source && referredValue(source.value, fragment) };
    }
    return objectOf(found.value);
  }

  /**
   * A section of the components that stands in a file of its own: what refers to an entry there, refers to the
   * component.
   */
  #keepNames(entries: JsonObject, { source, tokens }: Origin): void {
    if (!this.#isRoot(source) || tokens.length !== 2 || tokens[0] !== "components") return;
    for (const [name, entry] of Object.entries(entries)) {
      if (isObject(entry)) this.#inlined.set(entry, { $ref: `#${formatPointer([...tokens, name])}` });
    }
  }

  #reportRecurrence(at: Origin, reference: string): void {
    const fix = "move what recurs to components/schemas/";
    this.#reportReference(at, `\`$ref: ${reference}\` leads back to itself`, fix);
  }

  /** Keys beside a `$ref` add to what it leads to. Where they restrict a value, both hold. */
  #merge(holder: JsonObject, target: Json, at: Origin): Json {
    const siblings = without(holder, "$ref");
    if (Object.keys(siblings).length === 0 || !isObject(target)) return target;
    if (endsAtSchema(at.tokens) && restricts(siblings)) {
      return { ...siblings, allOf: [target, ...listOf(siblings.allOf)] };
    }
    const merged = { ...target, ...siblings };
    this.#origins.set(merged, this.#origins.get(target) ?? at);
    return merged;
  }

  /** Adds the component files to what the root file itself has under `components`, in the order of their names. */
  #withComponents(document: JsonObject, root: Source | undefined): JsonObject {
    const own = document.components ?? {};
    const components: Record<string, Record<string, Json>> = {};
    // What is misshapen is left as it is: the check of the document reports it.
    if (!isObject(own)) return document;
    const misshapen = Object.entries(own).filter(([, entries]) => !isObject(entries));
    for (const [section, entries] of Object.entries(own)) {
      if (isObject(entries)) setOwn(components, section, { ...entries });
    }
    for (const { section, name, value } of this.#hoisted.values()) {
      const entries = (components[section] ??= {});
      const present = Object.hasOwn(entries, name) ? entries[name] : undefined;
      const same = isObject(present) && present.$ref === `#${formatPointer(["components", section, name])}`;
      if (present !== undefined && !same && root !== undefined) {
        const spot = { source: root, tokens: ["components", section, name] };
        this.#report(spot, `the name ${name} is also that of a file in components/${section}`, "rename one of them");
      }
      setOwn(entries, name, value);
    }
    if (Object.keys(components).length === 0) return document;
    for (const [section, entries] of Object.entries(components)) components[section] = sorted(entries);
    const whole = { ...document, components: { ...components, ...Object.fromEntries(misshapen) } };
    this.#copyOrigin(document, whole);
    this.#copyOrigin(own, whole.components);
    return whole;
  }

  #copyOrigin(from: object, to: object): void {
    const origin = this.#origins.get(from);
    if (origin !== undefined) this.#origins.set(to, origin);
  }

  #reportReference({ source, tokens }: Origin, message: string, fix: string): void {
    this.#report({ source, tokens: [...tokens, "$ref"] }, message, fix);
  }

  #report({ source, tokens }: Origin, message: string, fix: string): void {
    this.#faults.push({ source, tokens, message, fix });
  }
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => byCodePoint(a, b)));
}
