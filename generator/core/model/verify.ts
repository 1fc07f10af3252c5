// Checks the extensions of an operation against its parameters and schemas.
import { childPointer } from "../lib/pointer.js";
import type { Finding } from "../problems.js";
import { finderOf, partsOf, resolvePointer, type FindSchema } from "./resolve.js";
import { proposal } from "../lib/suggest.js";
import { verifyWhole } from "./verifyWhole.js";
import type { Argument, FailureMark, JsonType, Model, Operation, Schema } from "./types.js";

const outcomes = ["success", "failure", "aborted", "never-scheduled"];
const timeFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"];

/** Checks what the extensions declare against the parameters and schemas that they name. */
export function verify(model: Model): Finding[] {
  const find = finderOf(model);
  const cycles = model.schemas.flatMap(({ name, component, schema }) => selfContaining(name, component, schema, find));
  const declared = model.operations.flatMap((operation) => new Verifier(operation, model, find).findings());
  return [...cycles, ...declared, ...verifyWhole(model)];
}

/** A schema that refers to itself in place, not below a property or an item, has no meaning. */
function selfContaining(name: string, component: string, schema: Schema, find: FindSchema): Finding[] {
  const direct = [schema, ...schema.allOf, ...schema.anyOf, ...schema.oneOf];
  const within = direct.some((part) => partsOf(part, find).some(({ ref }) => ref === name));
  if (!within) return [];
  const fix = "let it refer to itself below a property or an item only";
  return [{ pointer: schema.pointer, message: `the schema ${component} contains itself`, fix }];
}

class Verifier {
  readonly #findings: Finding[] = [];

  constructor(
    readonly operation: Operation,
    readonly model: Model,
    readonly find: FindSchema,
  ) {}

  findings(): Finding[] {
    const { behaviour } = this.operation;
    if (behaviour.pagination !== undefined) this.#pagination(behaviour.pagination);
    behaviour.failure?.forEach((mark, index) => this.#failure(mark, index));
    behaviour.time?.forEach((rule, index) => {
      const at = `/x-time/${index}`;
      this.#parameter(`${at}/start`, rule.start);
      this.#parameter(`${at}/end`, rule.end);
      this.#oneOf(`${at}/format`, rule.format, timeFormats);
      if (rule.maximumDays !== undefined && rule.maximumDays < 1) {
        this.#report(
          `${at}/maximumDays`,
          `a window of ${rule.maximumDays} days holds nothing`,
          "write a number from 1 on",
        );
      }
    });
    if (behaviour.wait !== undefined) this.#wait(behaviour.wait);
    if (behaviour.log !== undefined) this.#log(behaviour.log);
    if (behaviour.steps !== undefined) this.#steps(behaviour.steps.list);
    if (behaviour.empty === true && this.operation.answer.kind !== "json") {
      this.#report("/x-empty", "a success of this operation has no JSON body in any case", "take the extension away");
    }
    this.#successor();
    this.#instead();
    return this.#findings;
  }

  #pagination(declared: NonNullable<Operation["behaviour"]["pagination"]>): void {
    const page = this.#parameter("/x-pagination/page", declared.page, "query");
    const least = page?.schema.limits.minimum;
    if (least !== undefined && declared.first < least) {
      const message = `the first page ${declared.first} is less than the ${least} that \`${declared.page}\` allows`;
      this.#report("/x-pagination/first", message, `write ${least}`);
    }
    if (declared.maximum !== undefined && declared.size === undefined) {
      this.#report(
        "/x-pagination/maximum",
        "there is no `size` that could be so large",
        "name the parameter as `size`",
      );
    }
    const size =
      declared.size === undefined ? undefined : this.#parameter("/x-pagination/size", declared.size, "query");
    const limit = size?.schema.limits.maximum;
    if (declared.maximum !== undefined && limit !== undefined && declared.maximum > limit) {
      const message = `the maximum ${declared.maximum} is more than the ${limit} that \`${declared.size ?? ""}\` allows`;
      this.#report("/x-pagination/maximum", message, `write ${limit}`);
    }
    this.#list("/x-pagination/items", declared.items, "point at the list of the page's items");
    if (declared.total !== undefined)
      this.#typed("/x-pagination/total", declared.total, ["integer", "number", "string"]);
  }

  #log({ offset, next, text, more }: NonNullable<Operation["behaviour"]["log"]>): void {
    this.#parameter("/x-log/offset", offset, "query");
    this.#typed("/x-log/next", next, ["integer", "number", "string"]);
    this.#typed("/x-log/text", text, ["string"]);
    this.#typed("/x-log/more", more, ["boolean", "string"]);
  }

  /** Progress is told by the name and the status of a step. */
  #steps(list: string): void {
    if (this.#list("/x-steps/list", list, "point at the list of actions") === undefined) return;
    for (const field of ["name", "status"]) this.#pointer("/x-steps/list", `${list}/0/${field}`);
  }

  #list(at: string, pointer: string, fix: string): Schema | undefined {
    const found = this.#pointer(at, pointer);
    if (found === undefined || partsOf(found, this.find).some((part) => part.types.includes("array"))) return found;
    this.#report(at, `${pointer} is not an array`, fix);
    return undefined;
  }

  /** The pointer leads to a value of one of the types; a schema that names none has any. */
  #typed(at: string, pointer: string, wanted: readonly JsonType[]): void {
    const found = this.#pointer(at, pointer);
    const types = found === undefined ? [] : partsOf(found, this.find).flatMap((part) => part.types);
    if (types.length === 0 || types.some((type) => wanted.includes(type))) return;
    const kinds = [...new Set(types)].join(" or ");
    this.#report(at, `${pointer} is of type ${kinds}`, `point at a value of type ${wanted.join(" or ")}`);
  }

  #failure(mark: FailureMark, index: number): void {
    const at = `/x-failure/${index}`;
    const schema = this.#pointer(`${at}/at`, mark.at);
    if (schema !== undefined)
      mark.values?.forEach((value, place) => this.#value(`${at}/values/${place}`, schema, value));
    if (mark.message !== undefined) this.#pointer(`${at}/message`, mark.message);
    if (mark.code !== undefined) this.#pointer(`${at}/code`, mark.code);
  }

  #wait(declared: NonNullable<Operation["behaviour"]["wait"]>): void {
    const schema = this.#pointer("/x-wait/state", declared.state);
    if (Object.keys(declared.outcomes).length === 0)
      this.#report("/x-wait/outcomes", "no state is final: a wait would never end", "name the states that are");
    for (const [state, outcome] of Object.entries(declared.outcomes)) {
      const at = childPointer("/x-wait/outcomes", state);
      if (schema !== undefined) this.#value(at, schema, state);
      this.#oneOf(at, outcome, outcomes);
    }
  }

  #successor(): void {
    const { successor, deprecated, nearest } = this.operation;
    if (nearest !== undefined && successor === undefined)
      this.#report("/x-nearest", "there is no successor that it could be about", "name it in x-successor");
    if (successor === undefined) return;
    if (!deprecated)
      this.#report("/x-successor", "only a deprecated operation has a successor", "add `deprecated: true`");
    if ("operation" in successor) {
      if (successor.operation === this.operation.name)
        this.#report("/x-successor", "an operation is no successor of itself", "name another one");
      return;
    }
    const { operations } = this.model;
    const here = operations.find(({ method, path }) => `${method} ${path}` === successor.text);
    if (here !== undefined) {
      this.#report("/x-successor", `${successor.text} is an operation of this specification`, `write \`${here.id}\``);
    } else if (!/^[A-Z]+ \//.test(successor.text)) {
      const ids = operations.map(({ id }) => id);
      this.#report("/x-successor", `there is no operation ${successor.text}`, proposal(successor.text, ids));
    }
  }

  #instead(): void {
    if (this.operation.instead.length === 0) return;
    const ids = this.model.operations.map(({ id }) => id).filter((id) => id !== this.operation.id);
    this.operation.instead.forEach(({ use }, index) => {
      const at = `/x-instead/${index}/use`;
      if ("text" in use) this.#report(at, `there is no operation ${use.text}`, proposal(use.text, ids));
      else if (use.operation === this.operation.name)
        this.#report(at, "an operation is no alternative to itself", "name another one");
    });
  }

  #parameter(at: string, name: string, place?: "query"): Argument | undefined {
    const candidates = this.operation.arguments.filter((argument) => place === undefined || argument.in === place);
    const found = candidates.find((argument) => argument.name === name);
    if (found === undefined) {
      const names = candidates.map((argument) => argument.name);
      this.#report(at, `there is no ${place ?? ""} parameter \`${name}\``.replace("  ", " "), proposal(name, names));
    }
    return found;
  }

  /** What the pointer leads to in the answer; in each answer, where there are several. */
  #pointer(at: string, pointer: string): Schema | undefined {
    const { answer } = this.operation;
    if (!pointer.startsWith("/")) {
      this.#report(at, `\`${pointer}\` is not a JSON pointer`, `write \`/${pointer}\``);
      return undefined;
    }
    if (answer.kind !== "json" || answer.schemas[0] === undefined) {
      this.#report(at, "the operation does not answer with JSON", "take the extension away, or describe the answer");
      return undefined;
    }
    const resolution = resolvePointer(answer.schemas[0], pointer, this.find);
    if ("found" in resolution) return resolution.found;
    const message = `${pointer} leads nowhere: the response has no \`${resolution.missing}\` there`;
    this.#report(at, message, proposal(resolution.missing, resolution.known));
    return undefined;
  }

  /** A value that the schema can have. */
  #value(at: string, schema: Schema, value: string | boolean): void {
    const parts = partsOf(schema, this.find);
    const listed = parts.flatMap((part) => part.values ?? part.known?.map((known) => known.value) ?? []);
    if (listed.length > 0 && !listed.includes(value)) {
      const message = `\`${String(value)}\` is not among the values that the schema lists`;
      this.#report(at, message, proposal(String(value), listed.map(String)));
      return;
    }
    const types = parts.flatMap((part) => part.types);
    if (types.length === 0 || types.includes(typeof value as "string" | "boolean")) return;
    this.#report(at, `the schema has no ${typeof value}`, `write a value of type ${types.join(" or ")}`);
  }

  #oneOf(at: string, value: string, allowed: readonly string[]): void {
    if (allowed.includes(value)) return;
    this.#report(at, `\`${value}\` means nothing here`, proposal(value, allowed));
  }

  #report(at: string, message: string, fix: string): void {
    const extension = at.split("/")[1] ?? "";
    this.#findings.push({ pointer: this.operation.pointer + at, message: `${extension}: ${message}`, fix });
  }
}
