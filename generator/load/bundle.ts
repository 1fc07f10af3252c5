import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { isArray, isObject, setOwn, without, type Json, type JsonObject } from "../lib/json.js";
import { byCodePoint } from "../lib/order.js";
import { formatPointer, parsePointer, pointerOfReference, valueAt } from "../lib/pointer.js";
import type { Problem } from "../problems.js";
import { readSource, type Source } from "./source.js";

/** Where an object of the bundled document was written. */
export interface Origin {
  readonly source: Source;
  readonly tokens: readonly string[];
}

/** A spot that knows only the way from the one above it: a large document has hundreds of thousands. */
class Spot implements Origin {
  constructor(
    readonly source: Source,
    private readonly above?: Spot,
    private readonly token = "",
  ) {}

  get tokens(): readonly string[] {
    return this.above === undefined ? [] : [...this.above.tokens, this.token];
  }

  below(...tokens: readonly string[]): Spot {
    return tokens.reduce((above: Spot, token) => new Spot(above.source, above, token), this);
  }
}

export interface Bundle {
  readonly document: JsonObject;
  /** For every object and array of the document, where it was written. */
  readonly origins: WeakMap<object, Origin>;
  readonly sources: readonly Source[];
  /** What broke the syntax of a file. */
  readonly broken: readonly Problem[];
  /** References that lead nowhere good. */
  readonly faults: readonly Fault[];
}

/** Something wrong at a spot of an author's file. */
export interface Fault extends Origin {
  readonly message: string;
  readonly fix: string;
}

const sections =
  "schemas|responses|parameters|examples|requestBodies|headers|securitySchemes|links|callbacks|pathItems";
const componentFile = new RegExp(`(?:^|/)components/(${sections})/([^/]+)\\.(?:ya?ml|json)$`);
/** Below these keys stands data, in which `$ref` is only a name. */
const dataKeys = new Set(["example", "default", "const", "enum", "value"]);
function isData(key: string, value: Json): boolean {
  // The examples of a schema are values; those of a media type have names, and may be references.
  return dataKeys.has(key) || (key === "examples" && isArray(value));
}

/** Below these keys stand names that the author chose, whatever they are called. */
const nameKeys = new Set(["properties", "patternProperties", "$defs", ...sections.split("|")]);

/**
 * Makes one document of the files that `entry` refers to. A file `components/<section>/<Name>.yaml` becomes
 * `#/components/<section>/<Name>`; any other file stands where it is referred to.
 */
export function bundle(entry: string, shownFrom: string): Bundle {
  return new Bundler(shownFrom).bundle(entry);
}

class Bundler {
  readonly #sources = new Map<string, Source>();
  readonly #broken = new Set<string>();
  readonly #origins = new WeakMap<object, Spot>();
  readonly #problems: Problem[] = [];
  readonly #faults: Fault[] = [];
  /** Component files by the pointer that they take in the document. */
  readonly #hoisted = new Map<string, { file: string; section: string; name: string; value: Json }>();
  /** Targets that stand in the place of the reference, once resolved; `undefined` while that is under way. */
  readonly #inlined = new Map<string, Json | undefined>();
  /** What is being walked just now: a reference to it from within would never end. */
  readonly #open = new Set<object>();

  constructor(readonly shownFrom: string) {}

  bundle(entry: string): Bundle {
    const root = this.#read(entry);
    const document = root === undefined ? {} : this.#walk(root.value, new Spot(root), false);
    if (root !== undefined && !isObject(document)) {
      this.#report(new Spot(root), "the document is not an object", "begin it with `openapi: 3.1.0`");
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
    if (Array.isArray(source)) {
      this.#problems.push(...source);
      this.#broken.add(file);
      return undefined;
    }
    this.#sources.set(file, source);
    return source;
  }

  /** Replaces every reference to another file below `value`, in place, and returns what stands for the value itself. */
  #walk(value: Json, spot: Spot, names: boolean): Json {
    if (!isObject(value) && !isArray(value)) return value;
    // A YAML alias brings the same object again.
    if (this.#origins.has(value)) return value;
    if (isObject(value) && !names && typeof value.$ref === "string") return this.#refer(value, value.$ref, spot);
    this.#origins.set(value, spot);
    this.#open.add(value);
    for (const [key, child] of Object.entries(value)) {
      if (!names && isObject(value) && isData(key, child)) continue;
      if (typeof child !== "object" || child === null) continue;
      const replaced = this.#walk(
        child,
        spot.below(key),
        !names && isObject(value) && nameKeys.has(key) && isObject(child),
      );
      if (replaced !== child) setOwn(value, key, replaced);
    }
    this.#open.delete(value);
    return value;
  }

  #refer(holder: JsonObject, reference: string, at: Spot): Json {
    const spot = at.below("$ref");
    if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) {
      this.#report(spot, `\`$ref: ${reference}\` is not a file of the specification`, "copy it into the specification");
      return holder;
    }
    const [path = "", fragment = ""] = reference.split("#", 2);
    if (path === "" && this.#isRoot(spot.source)) {
      this.#origins.set(holder, at);
      return holder;
    }
    const file = path === "" ? spot.source.file : resolve(dirname(spot.source.file), decodeURI(path));
    if (!existsSync(file)) {
      this.#report(spot, `\`$ref: ${reference}\` leads to no file`, "correct the path, or add the file");
      return holder;
    }
    const source = this.#read(file);
    if (source === undefined) return holder;
    const component = fragment === "" ? componentFile.exec(file.split(sep).join("/")) : null;
    if (component !== null) return this.#hoist(holder, source, component[1] ?? "", component[2] ?? "", at);
    return this.#inline(holder, reference, source, fragment, at);
  }

  #isRoot(source: Source): boolean {
    return this.#sources.values().next().value === source;
  }

  /** Puts the file among the components, once, and refers to it there. */
  #hoist(holder: JsonObject, source: Source, section: string, name: string, spot: Spot): Json {
    const pointer = formatPointer(["components", section, name]);
    const at = spot.below("$ref");
    const known = this.#hoisted.get(pointer);
    if (known === undefined) {
      const component = { file: source.file, section, name, value: source.value };
      this.#hoisted.set(pointer, component);
      component.value = this.#walk(source.value, new Spot(source), false);
    } else if (known.file !== source.file) {
      this.#report(at, `two files claim the name ${name} in components/${section}`, "rename one of the files");
    }
    const replaced = { ...holder, $ref: `#${pointer}` };
    this.#origins.set(replaced, spot);
    return replaced;
  }

  #inline(holder: JsonObject, reference: string, source: Source, fragment: string, spot: Spot): Json {
    const key = `${source.file}#${fragment}`;
    const at = spot.below("$ref");
    const known = this.#inlined.get(key);
    if (known !== undefined) return this.#merge(holder, known, spot);
    const tokens = parsePointer(pointerOfReference(fragment));
    const target = valueAt(source.value, tokens);
    if (target === undefined) {
      this.#report(at, `\`$ref: ${reference}\` leads to nothing in that file`, "correct what follows the #");
      return holder;
    }
    if (this.#inlined.has(key) || (typeof target === "object" && target !== null && this.#open.has(target))) {
      this.#report(at, `\`$ref: ${reference}\` leads back to itself`, "move what recurs to components/schemas/");
      return holder;
    }
    this.#inlined.set(key, undefined);
    const value = this.#walk(target, new Spot(source).below(...tokens), false);
    this.#inlined.set(key, value);
    return this.#merge(holder, value, spot);
  }

  /** Keys beside a `$ref` add to what it leads to. */
  #merge(holder: JsonObject, target: Json, spot: Spot): Json {
    const siblings = without(holder, "$ref");
    if (Object.keys(siblings).length === 0 || !isObject(target)) return target;
    const merged = { ...target, ...siblings };
    this.#origins.set(merged, this.#origins.get(target) ?? spot);
    return merged;
  }

  /** Adds the component files to what the root file itself has under `components`, in the order of their names. */
  #withComponents(document: JsonObject, root: Source | undefined): JsonObject {
    const own = isObject(document.components) ? document.components : {};
    const components: Record<string, Record<string, Json>> = {};
    for (const [section, entries] of Object.entries(own))
      components[section] = { ...(isObject(entries) ? entries : {}) };
    for (const { section, name, value } of this.#hoisted.values()) {
      const entries = (components[section] ??= {});
      const present = Object.hasOwn(entries, name) ? entries[name] : undefined;
      const same = isObject(present) && present.$ref === `#${formatPointer(["components", section, name])}`;
      if (present !== undefined && !same && root !== undefined) {
        const spot = new Spot(root).below("components", section, name);
        this.#report(spot, `the name ${name} is also that of a file in components/${section}`, "rename one of them");
      }
      setOwn(entries, name, value);
    }
    if (Object.keys(components).length === 0) return document;
    for (const [section, entries] of Object.entries(components)) components[section] = sorted(entries);
    const whole = { ...document, components };
    this.#copyOrigin(document, whole);
    this.#copyOrigin(own, whole.components);
    return whole;
  }

  #copyOrigin(from: object, to: object): void {
    const origin = this.#origins.get(from);
    if (origin !== undefined) this.#origins.set(to, origin);
  }

  #report({ source, tokens }: Origin, message: string, fix: string): void {
    this.#faults.push({ source, tokens, message, fix });
  }
}

function sorted<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => byCodePoint(a, b)));
}
