/** The part of stdout that the demo uses. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** How a terminal begins and ends each style; `util.styleText` of Node 20 asks its own stdout whether to. */
const CODES = { bold: [1, 22], dim: [2, 22], green: [32, 39], red: [31, 39], cyan: [36, 39] } as const;

export type Style = keyof typeof CODES;

/** Lines, with one that is redrawn below them; in a pipe plain lines, the moving one only where it changes. */
export class Screen {
  readonly #output: Output;
  readonly #colour: boolean;
  /** True for a terminal, where a line can be redrawn. */
  readonly live: boolean;
  #drawn = "";

  constructor(output: Output, env: Readonly<Record<string, string | undefined>>) {
    this.#output = output;
    this.live = output.isTTY === true && env.TERM !== "dumb";
    this.#colour = this.live && !env.NO_COLOR;
  }

  /** The text in a style, where there are colours. */
  style(style: Style, text: string): string {
    const [on, off] = CODES[style];
    return this.#colour ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  }

  /** Writes a line above the progress. */
  line(text = ""): void {
    this.#output.write(`${this.#erase()}${text}\n${this.#drawn}`);
  }

  /** Redraws the progress; an empty list removes it. */
  progress(words: ReadonlyArray<readonly [Style, string]>): void {
    if (!this.live) return;
    const erase = this.#erase();
    let room = (this.#output.columns ?? 80) - 1;
    this.#drawn = "";
    for (const [style, word] of words) {
      // A line that wraps cannot be redrawn.
      const shown = Array.from(word).slice(0, room).join("");
      room -= Array.from(shown).length;
      this.#drawn += this.style(style, shown);
    }
    this.#output.write(erase + this.#drawn);
  }

  /** Keeps the progress as it is. */
  endProgress(): void {
    if (this.#drawn !== "") this.#output.write("\n");
    this.#drawn = "";
  }

  #erase(): string {
    return this.#drawn === "" ? "" : "\r\u001B[2K";
  }
}
