import { styleText } from "node:util";

/** What the demo needs of stdout. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export type Style = "bold" | "dim" | "green" | "red" | "cyan";

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
    return this.#colour ? styleText(style, text) : text;
  }

  /** Writes a line above the progress. */
  line(text = ""): void {
    this.#output.write(`${this.#erase()}${text}\n${this.#drawn}`);
  }

  /** Redraws the progress; nothing takes it away. */
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

  #erase(): string {
    return this.#drawn === "" ? "" : "\r\u001B[2K";
  }
}
