// Replaces names of people, hosts and ids in examples by neutral ones.
import { createHash } from "node:crypto";
import type { ExampleFacts } from "./facts.js";

/**
 * The vendor's examples come from its own test accounts. Before anything is recorded, values that name a person, a
 * tenant or an internal host give way to neutral ones of the same shape; the same value always to the same one.
 */
export function neutralExample(example: ExampleFacts): ExampleFacts {
  const { url, body, broken } = example;
  return {
    ...example,
    ...(url === undefined ? {} : { url: neutralUrl(url) }),
    ...(body === undefined ? {} : { body: neutralValue("", body) }),
    ...(broken === undefined
      ? {}
      : { broken: { tokens: broken.tokens.map(([key, value]) => [key, neutralScalar(key, value)]) } }),
  };
}

function neutralUrl(url: string): string {
  const [address = "", query] = url.split("?", 2);
  if (query === undefined) return neutralAddress(address);
  const pairs = query.split("&").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? pair : `${pair.slice(0, at)}=${neutralText(pair.slice(0, at), pair.slice(at + 1))}`;
  });
  return `${neutralAddress(address)}?${pairs.join("&")}`;
}

function neutralValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => neutralValue(key, item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, neutralValue(name, inner)]));
  }
  return typeof value === "string" ? neutralText(key, value) : value;
}

function neutralScalar<Scalar>(key: string, value: Scalar | string): Scalar | string {
  return typeof value === "string" ? neutralText(key, value) : value;
}

const IDENTITY = /^(?:domain|user|last_?build_?user)_?id$|^job_?creator$/i;
const ACCOUNT = /^(?:user|domain)_?name$|^executor$|^nick_?name$|^last_?build_?user$/i;
/** Neutral account names. */
const HARMLESS = /^(?:test|demo|\d+)?$/;
const TITLED = /^(?:name|description|job_?name|repo_?name)$/i;
/** Names that a test run or a tester gives: "APITest-...", "<somebody>_test_...", letters and digits mixed. */
const PERSONAL = /^APITest-|^[a-z]+_test_|^[a-z]{4,}\d+[a-z]+\d+$/;

function neutralText(key: string, text: string): string {
  if (IDENTITY.test(key)) return neutralId(text);
  if (ACCOUNT.test(key)) return HARMLESS.test(text) ? text : /domain/i.test(key) ? "example_domain" : "example_user";
  if (TITLED.test(key) && PERSONAL.test(text)) return `example_${nounOf(key)}_${digest(text).slice(0, 4)}`;
  return neutralAddress(text);
}

/** Another hexadecimal id. One that the document cuts short stays the beginning of the whole one's. */
function neutralId(text: string): string {
  const match = /^([0-9a-f]{16})([0-9a-f]{0,16})(\.*)$/.exec(text);
  if (!match) return text;
  const [, start = "", rest = "", dots = ""] = match;
  return `${digest(start).slice(0, start.length + rest.length)}${dots}`;
}

function nounOf(key: string): string {
  if (/repo/i.test(key)) return "repository";
  return /job/i.test(key) ? "job" : "template";
}

/** Hosts inside the vendor's own network, the groups of its repositories, and its test region. */
function neutralAddress(text: string): string {
  return text
    .replaceAll(/\b([\w-]+)(?:\.[\w-]+)*\.huawei\.com\b/g, "$1.example.com")
    .replace(/^(git@[^:]+):[^/]+\/[^/]+\.git$/, "$1:example-group/example.git")
    .replaceAll(/\bcn-north-7\b/g, "cn-north-4");
}

function digest(text: string): string {
  return createHash("sha256").update(`neutral ${text}`).digest("hex").slice(0, 32);
}
