import type { Credentials } from "./credentials.js";
import { ConfigurationError } from "./errors.js";

/** A secret, or a function that is asked for it with each attempt. */
export type Secret = string | (() => string | Promise<string>);

/** Sends a bearer token in the header `Authorization`. A call with an empty one rejects with a `ConfigurationError`. */
export function bearer(token: Secret): Credentials {
  return inHeader("authorization", token, (text) => `Bearer ${text}`);
}

/** Sends an API key in the header of this name. A call with an empty one rejects with a `ConfigurationError`. */
export function apiKey(header: string, key: Secret): Credentials {
  return inHeader(header.toLowerCase(), key, (text) => text);
}

/** Sends a user's name and password in the header `Authorization`. */
export function basic(user: string, password: Secret): Credentials {
  return inHeader("authorization", password, (text) => {
    const bytes = Array.from(new TextEncoder().encode(`${user}:${text}`), (byte) => String.fromCharCode(byte));
    return `Basic ${btoa(bytes.join(""))}`;
  });
}

function inHeader(header: string, secret: Secret, write: (text: string) => string): Credentials {
  return {
    async authenticate() {
      const text: unknown = typeof secret === "function" ? await secret() : secret;
      const value = typeof text === "string" && text !== "" ? write(text) : "";
      // The message does not repeat it: it is a secret.
      if (!/^[\x20-\x7e]+$/.test(value)) {
        throw new ConfigurationError(
          `The secret for the header ${header} is empty or has characters that a header cannot carry: check where it is read from.`,
        );
      }
      return { headers: { [header]: value }, secrets: [String(text), value] };
    },
  };
}
