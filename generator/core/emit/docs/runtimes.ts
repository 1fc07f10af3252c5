import { blocks, cell, cellCode, table } from "../../lib/markdown.js";
import { notice, type OutputFile } from "../file.js";

/** What a run of the tests found out about a runtime. `npx tsx scripts/runtimes.ts --write` writes it. */
export interface RuntimeFacts {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** How it loads the package: `import`, `require`, or bundled into a program. */
  readonly loads: readonly string[];
  /** What it cannot do, and the class of the error, or the value, that a user then sees. */
  readonly cannot: Readonly<Record<string, string>>;
}

/** What a runtime may be unable to do: what that means for a user, and why it is so. */
const lacks: Readonly<Record<string, { readonly what: string; readonly why: string }>> = {
  environment: {
    what: "`fromEnvironment()` finds nothing",
    why: "There are no environment variables; give it an object that has them.",
  },
  files: {
    what: "`saveTo()` cannot write",
    why: "There are no files; read the download's `body`, `text()` or `bytes()` instead.",
  },
  once: {
    what: "An operation that changes something can arrive twice",
    why:
      "When a connection that was in use before breaks without an answer, the runtime itself sends the request again, and " +
      "programs learn nothing of it. The client sends it once. In Deno the client's option `fetch` can prevent it: " +
      "`(url, init) => fetch(url, { ...init, client })` with `client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 })`.",
  },
  redirect: {
    what: "A redirect does not say its status and where it leads",
    why: "The runtime hides both from programs. It is not followed, here as elsewhere.",
  },
  refusal: {
    what: "A refused connection looks like a broken one",
    why: "The runtime does not tell them apart. So an operation that changes something is not sent again after it; one that reads is.",
  },
  userAgent: {
    what: "The `User-Agent` header is the runtime's",
    why: "The runtime does not let programs set it.",
  },
};

/** `docs/runtimes.md`: where the client runs, as seen by the tests that ran there. */
export function emitRuntimes(runtimes: readonly RuntimeFacts[]): OutputFile[] {
  if (runtimes.length === 0) return [];
  const rows = runtimes.map(({ name, version, loads, cannot }) => {
    const marks = Object.keys(cannot).map((id) => `[${id}](#what-a-runtime-cannot-do)`);
    return [cell(name), cell(version), loads.map(cellCode).join(", "), marks.join(", ") || "nothing"];
  });
  const text = blocks([
    `<!-- ${notice} -->`,
    "# Runtimes",
    "In each of these the built package passes the same tests: every operation on the wire with its result and its errors, " +
      "tokens and signatures that a server checks, retries, timeouts, aborts, downloads and logs as streams, connections that " +
      "break, redirects, secrets that must not show, the raw client, and the simulator in process.",
    table(["Runtime", "Tested version", "Loads the package by", "Cannot do"], rows),
    "## What a runtime cannot do",
    table(
      ["Short name", "What", "Where", "What you see", "Why"],
      Object.entries(lacks).flatMap(([id, lack]) => lackRow(runtimes, id, lack)),
    ),
    "[All operations](README.md)",
  ]);
  return [{ path: "docs/runtimes.md", text }];
}

function lackRow(
  runtimes: readonly RuntimeFacts[],
  id: string,
  { what, why }: { readonly what: string; readonly why: string },
): string[][] {
  const where = runtimes.filter(({ cannot }) => Object.hasOwn(cannot, id));
  if (where.length === 0) return [];
  const seen = [...new Set(where.map(({ cannot }) => cannot[id] ?? ""))];
  return [[id, cell(what), cell(where.map(({ name }) => name).join(", ")), seen.map(cellCode).join(", "), cell(why)]];
}
