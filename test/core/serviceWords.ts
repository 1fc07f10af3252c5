import { objectOf, textOf } from "../../generator/core/lib/json.js";
import { ownSpecification } from "../site/model.js";

/** What only CodeArts Build has: its names, and by the specification operations, headers, hosts and prefixes of error codes. */
export function wordsOfTheService(): Map<string, RegExp> {
  const { model, document } = ownSpecification();
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = (text: string): RegExp => new RegExp(`(?<![\\w-])${escaped(text)}(?![\\w-])`);
  const headers = JSON.stringify(document).match(/\bX-[A-Z][A-Za-z-]*[a-z]/g) ?? [];
  const schemes = Object.values(objectOf(objectOf(document.components).securitySchemes)).map(
    (scheme) => textOf(objectOf(scheme).name) ?? "",
  );
  const own = schemes.filter((name) => name !== "Authorization");
  const hosts = model.servers.flatMap(({ url }) => new URL(url.replaceAll(/\{\w+\}/g, "x")).host.split("."));
  const labels = hosts.filter((label) => label !== "x" && label !== "com" && label.length > 3);
  const prefixes = model.errors.flatMap(({ code }) => /^[A-Z]+\./.exec(code)?.[0] ?? []);
  return new Map([
    ["CodeArts", /codearts/i],
    ["Huawei", /huawei/i],
    ...model.operations.map(({ id }): [string, RegExp] => [id, word(id)]),
    ...[...headers, ...own].map((name): [string, RegExp] => [name, new RegExp(`\\b${escaped(name)}\\b`, "i")]),
    ...labels.map((label): [string, RegExp] => [label, new RegExp(escaped(label), "i")]),
    ...prefixes.map((prefix): [string, RegExp] => [prefix, new RegExp(`(?<![\\w-])${escaped(prefix)}(?=[\\dA-Z])`)]),
  ]);
}
