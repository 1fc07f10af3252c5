import { Client } from "../../../generator/runtime/client.js";
import type { ClientData } from "../../../generator/runtime/data.js";
import type { Descriptor } from "../../../generator/runtime/descriptor.js";
import type { EngineOptions } from "../../../generator/runtime/options.js";

/** A client that can also look for the highest tide. */
export abstract class TideClient<Tide extends { readonly metres: number }> extends Client {
  readonly #list: Descriptor;

  constructor(options: EngineOptions, data: ClientData & { readonly tables: { readonly list: Descriptor } }) {
    super(options, data);
    this.#list = data.tables.list;
  }

  /** The highest tide of a port. */
  async highestTide(port: string): Promise<Tide | undefined> {
    let highest: Tide | undefined;
    for await (const tide of this.pages<unknown, Tide>(this.#list, { port })) {
      if (highest === undefined || tide.metres > highest.metres) highest = tide;
    }
    return highest;
  }
}
