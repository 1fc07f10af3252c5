import { contentsLine } from "./contents.js";
import { linesOf } from "./elements.js";
import { isHelpCenterPage, readHelpCenterHtml, readHelpCenterPage } from "./helpCenter.js";
import { isHtml } from "./html.js";
import type { FoundDocument } from "./operation.js";
import { readPdf } from "./pdf.js";
import { SourceError, type Collected } from "./problems.js";

/** Reads one text of the vendor, whichever kind it is. */
export function readVendorText(file: string, text: string): Collected<FoundDocument> {
  if (isHtml(text)) return readHelpCenterHtml(file, text);
  const lines = linesOf(text);
  if (contentsLine(lines) >= 0) return readPdf(file, text);
  if (isHelpCenterPage(lines)) return readHelpCenterPage(file, text);
  const problem = 'expected a help-center page ("Updated on" a date) or the PDF (with "Contents"), found neither';
  return { values: [], problems: [new SourceError({ file }, 1, problem)] };
}
