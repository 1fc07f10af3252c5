import type { Simulator } from "../../../generator/codearts/simulator/index.js";

export type Send = (line: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;

/** Sends `POST /v3/jobs/build` and the like to a simulator, with its token. */
export function sender(service: Simulator): Send {
  return (line, body, headers = { "x-auth-token": service.token }) => {
    const [method = "", path = ""] = line.split(" ", 2);
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    return service.fetch(service.url + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...json,
    });
  };
}

/** Sends, and gives the body of a JSON answer. */
export async function read<T = unknown>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}

/** Status and error code of an answer: `422 CB.00031006`; only the status where there is no code. */
export async function outcome(response: Promise<Response>): Promise<string> {
  const { status, headers, ...rest } = await response.then(async (one) => ({
    status: one.status,
    headers: one.headers,
    text: await one.text(),
  }));
  if (!headers.get("content-type")?.includes("json")) return String(status);
  const value = JSON.parse(rest.text) as { error_code?: string; error?: { code?: string | number } | string | null };
  const code = value.error_code ?? (typeof value.error === "object" ? value.error?.code : undefined);
  return [status, code].filter((part) => part !== undefined).join(" ");
}
