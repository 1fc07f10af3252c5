// Stands for the entry `node` where bundlers make code for browsers and Workers: there are no files.
import { type Download, checkDownload } from "./download.js";
import { ConfigurationError } from "./errors.js";

/** Rejects: there are no files here. */
export async function saveTo(download: Download): Promise<never> {
  checkDownload("saveTo", download);
  await download.body.cancel();
  throw new ConfigurationError("saveTo: there are no files here. Read the download's body, text() or bytes() instead.");
}
