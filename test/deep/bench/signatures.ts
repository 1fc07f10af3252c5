import { createRequire } from "node:module";
import { hmac } from "../../../generator/codearts/runtime/hash.js";
import {
  portableSha256 as portable,
  portableHmac as portableHmac,
} from "../../../generator/codearts/runtime/sha256.js";
import { sign, signingDate } from "../../../generator/codearts/runtime/signing.js";
import { median, ratioOf, type Ratio } from "./statistics.js";

/** Signatures a second. */
export interface Signatures {
  readonly what: string;
  readonly perSecond: number;
  /** To the vendor's. */
  readonly ratio: Ratio;
}

const accessKeyId = "BENCHACCESSKEY000000";
const secret = "bench-secret-access-key-000000000000000000";
const url = new URL("https://cloudbuild-ext.ap-southeast-3.myhuaweicloud.com/v3/jobs/build?page_index=0&page_size=100");
const body = JSON.stringify({ job_id: "48c66c6002964721be537cdc6ce0297b", parameter: [{ name: "a", value: "b" }] });
const headers = { "content-type": "application/json" };

interface VendorSigner {
  sign(request: object, credential: object): Record<string, string>;
}

function vendorSignature(): () => unknown {
  // Installed on demand: the compiler cannot see it, so what is used of it is written down here.
  const load = createRequire(new URL("package.json", import.meta.url));
  const { AKSKSigner } = load("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js") as { AKSKSigner: VendorSigner };
  const credential = { getAk: () => accessKeyId, getSk: () => secret };
  const request = {
    endpoint: url.origin + url.pathname,
    method: "POST",
    url: url.pathname,
    queryParams: { page_index: 0, page_size: 100 },
    data: JSON.parse(body) as unknown,
  };
  return () => AKSKSigner.sign({ ...request, headers: { ...headers } }, credential);
}

/** JavaScript alone, as in browsers and Workers. The text is the one that `sign` hashes. */
function portableSignature(): () => unknown {
  const hash = portableHmac(secret);
  return () => hash(portable(body) + portable(url.href));
}

const native = hmac(secret);

/** Each way to sign, once. */
const signers = (): Readonly<Record<string, () => unknown>> => ({
  "codearts-build on Node": () =>
    sign({ method: "POST", url, headers, body }, { accessKeyId, hmac: native }, signingDate(Date.now())),
  "only its hashes, in JavaScript": portableSignature(),
  "vendor's signer": vendorSignature(),
});

/** Signs in turns; a round is so many signatures of each. */
export function measureSignatures(rounds: number, each: number): Signatures[] {
  const signatures = signers();
  const rates = new Map(Object.keys(signatures).map((what): [string, number[]] => [what, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [what, signOnce] of Object.entries(signatures)) {
      const began = performance.now();
      for (let i = 0; i < each; i++) signOnce();
      const perSecond = (1000 * each) / (performance.now() - began);
      if (round >= 0) rates.get(what)?.push(perSecond);
    }
  }
  const theirs = rates.get("vendor's signer") ?? [];
  return [...rates].map(([what, own]) => ({ what, perSecond: median(own), ratio: ratioOf(own, theirs) }));
}
