import type { Json } from "../../../../generator/core/lib/json.js";
import type { Edit } from "../edit.js";
import type { Role, Spot } from "../spots.js";

/** A way to make a spot wrong: in words, and as edits of its file. */
export interface Mutation {
  readonly what: string;
  readonly edits: readonly Edit[];
}

/** One kind of mutant: all the mutations that it knows of a spot. */
export interface Operator {
  readonly kind: string;
  readonly on: Role;
  readonly mutate: (spot: Spot) => readonly Mutation[];
}

/** An edit that gives the spot's child another value. */
export function put(spot: Spot, keys: ReadonlyArray<string | number>, value: Json): Edit {
  return { put: [...spot.path, ...keys], value };
}

/** An edit that takes the spot's child away. */
export function drop(spot: Spot, ...keys: ReadonlyArray<string | number>): Edit {
  return { drop: [...spot.path, ...keys] };
}

/** An edit that gives the spot's child another key. */
export function rename(spot: Spot, keys: ReadonlyArray<string | number>, to: string): Edit {
  return { rename: [...spot.path, ...keys], to };
}

/** The operator that takes a key away wherever a spot has it. */
export function dropping(kind: string, on: Role, key: string): Operator {
  return {
    kind,
    on,
    mutate: (spot) => (key in spot.value ? [{ what: key, edits: [drop(spot, key)] }] : []),
  };
}
