import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A page as it came, with what the server needs to say that it is still the same. */
export interface CachedPage {
  readonly url: string;
  readonly contentType: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The bytes, in base 64. */
  readonly body: string;
  /** Of the body: it tells a complete file from one that was cut off. */
  readonly sha256: string;
}

/** Pages of earlier runs, one file each. */
export class PageCache {
  constructor(private readonly folder: string) {}

  async get(url: string): Promise<CachedPage | undefined> {
    try {
      const page = JSON.parse(await readFile(this.#file(url), "utf8")) as CachedPage;
      return page.url === url && digest(Buffer.from(page.body, "base64")) === page.sha256 ? page : undefined;
    } catch (error) {
      // A page that is not there or cannot be understood is asked for again.
      if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return undefined;
      throw error;
    }
  }

  async put(page: Omit<CachedPage, "sha256" | "body">, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = this.#file(page.url);
    const whole: CachedPage = { ...page, body: Buffer.from(bytes).toString("base64"), sha256: digest(bytes) };
    await writeFile(`${file}.new`, JSON.stringify(whole));
    await rename(`${file}.new`, file);
  }

  #file(url: string): string {
    return join(this.folder, `${digest(Buffer.from(url)).slice(0, 32)}.json`);
  }
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
