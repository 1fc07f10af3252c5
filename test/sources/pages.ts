/**
 * One help-center page about a service that does not exist, in every form that the vendor publishes: as HTML and as the
 * text of it, in English and in Chinese. It says what `PAGE` says.
 */

export type Language = "en" | "zh";

type Cell = string | string[];

export type Block =
  | { kind: "title"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "code"; text: string }
  | { kind: "table"; caption?: string; columns: string[]; rows: Cell[][] };

export interface Page {
  title: string;
  date: string;
  blocks: Block[];
}

const COLUMNS = {
  en: ["Parameter", "Mandatory", "Type", "Description"],
  zh: ["参数", "是否必选", "参数类型", "描述"],
};
const NOTHING = { en: "N/A.", zh: "不涉及" };
const YES = { en: "Yes", zh: "是" };
const NO = { en: "No", zh: "否" };
const LABELS = {
  en: ["Definition", "Constraints", "Range", "Default Value"],
  zh: ["参数解释：", "约束限制：", "取值范围：", "默认取值："],
};

/** The page in one language, block by block. */
export function cranePage(language: Language): Page {
  const say = (en: string, zh: string): string => (language === "en" ? en : zh);
  const columns = COLUMNS[language];
  const [definition = "", constraints = "", range = "", standard = ""] = LABELS[language];
  const nothing = NOTHING[language];
  const asked = (text: string, limits: string[] = [nothing], value = nothing): string[] => [
    ...[definition, text, constraints, nothing],
    ...[range, ...limits, standard, value],
  ];
  const answered = (text: string, limits: string[] = [nothing]): string[] => [definition, text, range, ...limits];
  const table = (name: string, titles: string[], rows: Cell[][]): Block => {
    return { kind: "table", caption: name, columns: titles, rows };
  };
  const title = (en: string, zh: string): Block => ({ kind: "title", text: say(en, zh) });
  const paragraph = (en: string, zh: string): Block => ({ kind: "paragraph", text: say(en, zh) });
  const code = (text: string): Block => ({ kind: "code", text });
  const answerColumns = columns.filter((_, index) => index !== 1);
  const answer = say("Response body parameters", "响应Body参数");
  const errors = [400, 500].flatMap((status): Block[] => [
    paragraph(`Status code: ${status}`, `状态码：${status}`),
    table(answer, answerColumns, [
      ["error_code", "String", say("Code.", "代码。")],
      ["error_msg", "String", say("Message.", "消息。")],
    ]),
  ]);
  const page: Page = {
    title: say("Folding a Crane", "折纸鹤"),
    date: say("Updated on 2025-07-08 GMT+08:00", "更新时间：2025-07-08 GMT+08:00"),
    blocks: [
      ...[title("Function", "功能介绍"), paragraph("Folds a crane.", "折一只纸鹤。")],
      ...[title("Calling Method", "调用方法"), paragraph("See elsewhere.", "见别处。")],
      ...[title("URI", "URI"), paragraph("POST /v1/papers/{paper_id}/fold", "POST /v1/papers/{paper_id}/fold")],
      table(say("Path Parameters", "路径参数"), columns, [
        [
          "paper_id",
          YES[language],
          "String",
          asked(say("Paper.", "纸。"), [
            say("A 32-character string of digits and letters.", "32位数字和大小写字母组成的字符串。"),
          ]),
        ],
      ]),
      table(say("Query Parameters", "Query参数"), columns, [
        ["limit", NO[language], "Integer", asked(say("How many.", "个数。"), [say("100 or less.", "小于等于100")])],
      ]),
      title("Request Parameters", "请求参数"),
      table(say("Request header parameters", "请求Header参数"), columns, [
        ["X-Auth-Token", YES[language], "String", asked(say("Token.", "令牌。"))],
      ]),
      table(say("Request body parameters", "请求Body参数"), columns, [
        ["folds", NO[language], "Array of Fold objects", asked(say("Folds.", "折痕。"))],
      ]),
      table("Fold", columns, [
        ["angle", YES[language], "Integer", asked(say("Angle.", "角度。"), [say("0–360", "0-360")], "90")],
      ]),
      ...[title("Response Parameters", "响应参数"), paragraph("Status code: 200", "状态码：200")],
      table(answer, answerColumns, [
        [
          "state",
          "String",
          answered(say("State.", "状态。"), [say("WET: Not dry.", "WET：未干。"), say("DRY: Not wet.", "DRY：已干。")]),
        ],
        [
          "done",
          "Boolean",
          answered(say("Done.", "是否完成。"), [
            say("true: Done.", "true：完成。"),
            say("false: Not done.", "false：未完成。"),
          ]),
        ],
      ]),
      ...errors,
      title("Example Requests", "请求示例"),
      code('POST https://{endpoint}/v1/papers/p1/fold?limit=2\n\n{\n  "folds" : [ {\n    "angle" : 45\n  } ]\n}'),
      ...[title("Example Responses", "响应示例"), paragraph("Status code: 200", "状态码：200"), paragraph("OK", "OK")],
      code('{\n  "state" : "DRY",\n  "done" : true\n}'),
      ...[title("SDK Sample Code", "SDK代码示例"), paragraph("Samples.", "示例。")],
      ...[title("Java", "Java"), code("public class FoldCraneSolution {\n}")],
      title("Status Codes", "状态码"),
      {
        kind: "table",
        columns: [say("Status Code", "状态码"), say("Description", "描述")],
        rows: [
          ["200", "OK"],
          ["400", "Bad Request"],
          ["500", "Internal Server Error"],
        ],
      },
      ...[title("Error Codes", "错误码"), paragraph("See Error Codes.", "请参见错误码。")],
    ],
  };
  let number = 0;
  for (const block of page.blocks) {
    if (block.kind !== "table" || block.caption === undefined) continue;
    number += 1;
    block.caption = `${say("Table ", "表")}${number} ${block.caption}`;
  }
  return page;
}

const paragraphsOf = (cell: Cell): string[] => (typeof cell === "string" ? [cell] : cell);

/** The page as text: one paragraph a line, the cells of a table below each other. */
export function asText({ title, date, blocks }: Page): string {
  const texts = blocks.flatMap((block) =>
    block.kind === "table"
      ? [block.caption ?? [], block.columns, block.rows.flat().flatMap(paragraphsOf)].flat()
      : [block.text],
  );
  return `${[date, title, ...texts].join("\n\n")}\n`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function htmlCell(cell: Cell, labels: readonly string[]): string {
  if (typeof cell === "string") return `<p>${escape(cell)}</p>`;
  const list = cell.filter((text) => /^(?:[A-Z]{3}|true|false)[:：]/.test(text));
  const items = list.map((text) => `<li>${escape(text)}</li>`).join("");
  const rest = cell.filter((text) => !list.includes(text));
  const texts = rest.map((text) =>
    labels.includes(text) ? `<p><strong>${text}</strong></p>` : `<p>${escape(text)}</p>`,
  );
  return `${texts.join("")}${items === "" ? "" : `<ul>${items}</ul>`}`;
}

/** The page as HTML of a DITA topic, inside a help center's frame. */
export function asHtml({ title, date, blocks }: Page): string {
  const labels = Object.values(LABELS).flat();
  const body = blocks.map((block) => {
    if (block.kind === "title") return `<h4 class="t1">${block.text}</h4>`;
    if (block.kind === "paragraph") return `<p id="p1">${escape(block.text)}</p>`;
    if (block.kind === "code") return `<pre class="screen">${escape(block.text)}</pre>`;
    const header = block.columns.map((column) => `<th><p>${column}</p></th>`).join("\n");
    const rows = block.rows.map(
      (cells) => `<tr>\n${cells.map((cell) => `<td>${htmlCell(cell, labels)}</td>`).join("\n")}\n</tr>`,
    );
    const caption = block.caption === undefined ? "" : `<caption><b>${block.caption.replace(" ", " </b>")}</caption>\n`;
    return `<div class="tablenoborder"><table>\n${caption}<thead><tr>${header}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table></div>`;
  });
  return `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>${title}</title><script>var table = "<table>";</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li>URI</li></ul></nav>
<h1>${title}</h1>
<div><span>${date}</span></div>
${body.join("\n")}
<footer><h4>Feedback</h4><table><tr><td>Was this page helpful?</td></tr></table></footer>
</body>
</html>
`;
}

/** Every form of the page, by name. */
export const FORMS: ReadonlyArray<readonly [name: string, text: string]> = [
  ["English text", asText(cranePage("en"))],
  ["English HTML", asHtml(cranePage("en"))],
  ["Chinese text", asText(cranePage("zh"))],
  ["Chinese HTML", asHtml(cranePage("zh"))],
];
