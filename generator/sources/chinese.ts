import type { Line } from "./elements.js";

/**
 * The vendor's Chinese pages have the shape of the English ones. Their structure (titles, columns, labels) is put into
 * the English terms line by line before anything is read; prose stays as it is and is read by the rules of `limits.ts`.
 */

const TERMS: Readonly<Record<string, string>> = {
  功能介绍: "Function",
  调用方法: "Calling Method",
  请求参数: "Request Parameters",
  响应参数: "Response Parameters",
  请求示例: "Example Requests",
  响应示例: "Example Responses",
  SDK代码示例: "SDK Sample Code",
  状态码: "Status Codes",
  错误码: "Error Codes",
  参数: "Parameter",
  是否必选: "Mandatory",
  参数类型: "Type",
  描述: "Description",
  是: "Yes",
  否: "No",
  参数解释: "Definition",
  约束限制: "Constraints",
  取值范围: "Range",
  默认取值: "Default Value",
  不涉及: "N/A.",
  无: "None",
};

const TABLES: Readonly<Record<string, string>> = {
  路径参数: "Path Parameters",
  Query参数: "Query Parameters",
  请求Header参数: "Request header parameters",
  请求Body参数: "Request body parameters",
  响应Body参数: "Response body parameters",
};

const UPDATED = /^更新时间\s*[:：]?\s*(\d{4}-\d{2}-\d{2})/;

/** Whether a line says that the page is a Chinese one. */
export function isChinese(lines: readonly string[]): boolean {
  return lines.some((line) => UPDATED.test(line.trim()));
}

/** A title, a column, a label or a mark in the English pages' words; any other text as it is. */
export function inEnglish(line: string): string {
  const text = line.trim();
  const term = text.replace(/[:：。]$/, "");
  const known = Object.hasOwn(TERMS, term) ? TERMS[term] : undefined;
  if (known !== undefined) return known;
  const updated = UPDATED.exec(text);
  if (updated) return `Updated on ${updated[1] ?? ""}`;
  const status = /^状态码\s*[:：]\s*(\d{3})$/.exec(text);
  if (status) return `Status code: ${status[1] ?? ""}`;
  const caption = /^表\s*(\d+)\s+(\S.*)$/.exec(text);
  if (caption) return `Table ${caption[1] ?? ""} ${tableName(caption[2] ?? "")}`;
  // "true：..." explains a value as "true: ..." does; both marks of a title mean that an operation goes away.
  const explained = /^([•●]?\s*[\w.-]+)\s*：\s*(\S.*)$/.exec(text);
  if (explained) return `${explained[1] ?? ""}: ${explained[2] ?? ""}`;
  const leaving = /^(.*\S)\s*[（(](?:即将下线|待下线)[）)]$/.exec(text);
  return leaving ? `${leaving[1] ?? ""} (Unavailable Soon)` : line;
}

function tableName(name: string): string {
  const term = name.replaceAll(/\s+/g, "");
  return (Object.hasOwn(TABLES, term) ? TABLES[term] : undefined) ?? name;
}

/** A text's lines in the English pages' words. */
export function linesInEnglish(lines: readonly Line[]): Line[] {
  let last = "";
  return lines.map((line) => {
    const term = inEnglish(line.text);
    // Right below the heading "Status Codes" stands the column of that name.
    const text = term === "Status Codes" && last === term ? "Status Code" : term;
    if (text.trim() !== "") last = text;
    return { number: line.number, text };
  });
}

/** The column of status codes is called like the part that it stands in; only its header row tells them apart. */
export function columnsInEnglish(columns: readonly string[]): string[] {
  const [first, ...others] = columns.map(inEnglish);
  return [first === "Status Codes" ? "Status Code" : (first ?? ""), ...others];
}
