import { portableHmac } from "../runtime/sha256.js";
import { ServiceFailure, unauthorized } from "./failure.js";
import { Ids } from "./ids.js";
import type { Received } from "./received.js";
import { expectedRequest, parseAuthorization, stringToSign } from "./signature.js";
import { DAY, parseSigningDate } from "./times.js";

/** The largest difference between the date of a signature and the service's clock. */
const LARGEST_SKEW = 15 * 60_000;

/** Larger bodies cannot be signed. */
const LARGEST_SIGNED_BODY = 12 * 1024 * 1024;

/** How long a token is valid. */
const TOKEN_LIFE = DAY;

/** An IAM user. */
export interface SimulatorUser {
  readonly domain: string;
  readonly user: string;
  readonly password: string;
}

/** A token, and until when it is valid. */
export interface IssuedToken {
  readonly token: string;
  readonly expires: number;
}

/** Knows the users, tokens and access keys, and says who a request comes from. */
export class Access {
  readonly users: SimulatorUser[] = [];
  readonly #tokens = new Map<string, number>();
  readonly #keys = new Map<string, (text: string) => string>();
  readonly #ids = new Ids("token");

  addKey(accessKeyId: string, secretAccessKey: string): void {
    this.#keys.set(accessKeyId, portableHmac(secretAccessKey));
  }

  issueToken(now: number): IssuedToken {
    const token = this.#ids.token();
    const expires = now + TOKEN_LIFE;
    this.#tokens.set(token, expires);
    return { token, expires };
  }

  /**
   * Throws the error of the gateway unless the request is authentic. Gives the request with each plus sign in the query
   * written as what it means: a space, or a plus sign where that is what was signed.
   */
  check(request: Received, now: number): Received {
    const { "x-auth-token": token, authorization } = request.headers;
    if (token !== undefined) {
      this.#checkToken(token, now);
      return withPlus(request, "%20");
    }
    if (authorization === undefined) throw unauthorized("neither X-Auth-Token nor Authorization is given");
    return this.#checkSignature(request, authorization, now);
  }

  #checkToken(token: string, now: number): void {
    const expires = this.#tokens.get(token);
    if (expires === undefined) throw unauthorized("the token is not known");
    if (expires <= now) throw unauthorized("the token has expired");
  }

  #checkSignature(request: Received, header: string, now: number): Received {
    const given = parseAuthorization(header);
    if (!given) throw unauthorized("the Authorization header has no SDK-HMAC-SHA256 signature");
    const sign = this.#keys.get(given.accessKeyId);
    if (!sign) throw unauthorized("the access key is not known");
    const names = given.signedHeaders.split(";");
    for (const name of ["host", "x-sdk-date"]) if (!names.includes(name)) throw unauthorized(`${name} is not signed`);
    const date = request.headers["x-sdk-date"] ?? "";
    if (!(Math.abs(parseSigningDate(date) - now) <= LARGEST_SKEW)) {
      throw unauthorized(
        "X-Sdk-Date is more than 15 minutes from the service's time, or not of the form 20260131T235959Z",
      );
    }
    const { sent = request.body } = request;
    const size = typeof sent === "string" ? sent.length : sent.byteLength;
    if (size > LARGEST_SIGNED_BODY) throw new ServiceFailure("CB.00060200", "The body is too large to be signed.", 400);
    for (const one of [withPlus(request, "%20"), withPlus(request, "%2B")]) {
      const canonical = expectedRequest(one, given.signedHeaders);
      if (canonical === undefined) throw unauthorized("a signed header is missing, or is not the hash of the body");
      if (sign(stringToSign(canonical, date)) === given.signature) return one;
    }
    throw unauthorized("the signature does not match");
  }
}

function withPlus(request: Received, meaning: "%20" | "%2B"): Received {
  return { ...request, query: request.query.replaceAll("+", meaning) };
}
