/** A command: its words, without the variables that are set before it. */
export type Command = readonly string[];

/** What separates commands. */
const END = /[\n;|&]/;

/** The commands of a shell text, as a shell would part them. What is seldom in documentation is an error. */
export function commandsOf(text: string, variables: (name: string) => string): Command[] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    while (/^\w+=/.test(words[0] ?? "")) words.shift();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (let i = 0; i < text.length;) {
    const rest = text.slice(i);
    const part = nextPart(rest, word === undefined, variables);
    i += part.length;
    if ("value" in part) word = (word ?? "") + part.value;
    else if (part.ends === "command") endCommand();
    else if (part.ends === "word") endWord();
  }
  endCommand();
  return commands;
}

type Part = { readonly length: number } & (
  { readonly value: string } | { readonly ends: "word" | "command" | "nothing" }
);

/** What stands at the beginning of `rest`: a piece of a word, or what ends it. */
function nextPart(rest: string, between: boolean, variables: (name: string) => string): Part {
  const [first = ""] = rest;
  if (rest.startsWith("\\\n")) return { length: 2, ends: "nothing" };
  if (END.test(first)) return { length: 1, ends: "command" };
  if (/\s/.test(first)) return { length: 1, ends: "word" };
  if (first === "#" && between) return { length: /^.*/.exec(rest)?.[0].length ?? 1, ends: "nothing" };
  if (first === "\\") return { length: 2, value: rest[1] ?? "" };
  if (first === "'") return singleQuoted(rest);
  if (first === '"') return doubleQuoted(rest, variables);
  if (first === "$") return variable(rest, variables);
  if (/[`<>(){}*?]/.test(first) && between) throw new Error(`Shell syntax that is not read here: ${rest.slice(0, 20)}`);
  return { length: 1, value: first };
}

function singleQuoted(rest: string): Part {
  const end = rest.indexOf("'", 1);
  if (end < 0) throw new Error(`A quote is not closed: ${rest.slice(0, 20)}`);
  return { length: end + 1, value: rest.slice(1, end) };
}

function doubleQuoted(rest: string, variables: (name: string) => string): Part {
  let value = "";
  for (let i = 1; i < rest.length;) {
    const [first = "", second = ""] = rest.slice(i);
    if (first === '"') return { length: i + 1, value };
    if (first === "$" && /[\w{(]/.test(second)) {
      const part = variable(rest.slice(i), variables);
      if ("value" in part) value += part.value;
      i += part.length;
    } else if (first === "\\" && /["\\$`\n]/.test(second)) {
      value += second === "\n" ? "" : second;
      i += 2;
    } else {
      value += first;
      i++;
    }
  }
  throw new Error(`A quote is not closed: ${rest.slice(0, 20)}`);
}

function variable(rest: string, variables: (name: string) => string): Part {
  const [all, plain, braced] = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest) ?? [];
  if (all === undefined) throw new Error(`Shell syntax that is not read here: ${rest.slice(0, 20)}`);
  return { length: all.length, value: variables(plain ?? braced ?? "") };
}

/** What a curl command sends. */
export interface CurlRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Options of curl that take a value and do not change the request. */
const WITH_VALUE = new Set(["-o", "--output", "-w", "--write-out", "--max-time", "--proxy", "-x", "--cacert"]);

/** Options of curl without a value, likewise. */
const PLAIN =
  /^(-[sSfiLNOv]+|--silent|--show-error|--fail|--fail-with-body|--include|--location|--no-buffer|--compressed)$/;

/** The request that a curl command sends. An option that is not known here is an error. */
export function curlRequest([program, ...words]: Command): CurlRequest {
  if (program !== "curl") throw new Error(`${program ?? ""} is not curl.`);
  const headers: Record<string, string> = {};
  const bodies: string[] = [];
  let method: string | undefined;
  let url: string | undefined;
  let inQuery = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const value = (): string => {
      const given = words[++i];
      if (given === undefined) throw new Error(`${word} lacks its value.`);
      return given;
    };
    if (word === "-X" || word === "--request") method = value();
    else if (word === "--url") url = value();
    else if (word === "-G" || word === "--get") inQuery = true;
    else if (word === "-H" || word === "--header") Object.assign(headers, header(value()));
    else if (word === "--data-urlencode") bodies.push(urlEncoded(value()));
    else if (/^(-d|--data|--data-raw|--data-binary|--json)$/.test(word)) {
      if (word === "--json") Object.assign(headers, { "content-type": "application/json", accept: "application/json" });
      bodies.push(value());
    } else if (WITH_VALUE.has(word)) value();
    else if (!word.startsWith("-") && url === undefined) url = word;
    else if (!PLAIN.test(word)) throw new Error(`An option of curl that is not read here: ${word}`);
  }
  if (url === undefined) throw new Error("The curl command has no address.");
  if (inQuery) url += `${url.includes("?") ? "&" : "?"}${bodies.splice(0).join("&")}`;
  const body = bodies.length === 0 ? undefined : bodies.join("&");
  if (body !== undefined) headers["content-type"] ??= "application/x-www-form-urlencoded";
  return { url, method: method ?? (body === undefined ? "GET" : "POST"), headers, body };
}

/** `name=value`, the value encoded. */
function urlEncoded(text: string): string {
  const [name = "", ...value] = text.split("=");
  return `${name}=${encodeURIComponent(value.join("="))}`;
}

function header(text: string): Record<string, string> {
  const [name = "", ...value] = text.split(":");
  return { [name.trim().toLowerCase()]: value.join(":").trim() };
}
