import { type Asker, cached, each } from "../../runtime/cached.js";
import type { AuthContext, Credentials } from "../../runtime/credentials.js";
import type { Proof, Signable } from "../../runtime/proof.js";
import { ConfigurationError } from "../../runtime/errors.js";
import { pointTo } from "../../runtime/pointer.js";
import { hmac } from "./hash.js";
import { callIam } from "./iam.js";
import { LARGEST_SIGNED_BODY, type Signer, bodySize, sign, signingDate } from "./signing.js";

/** An access key pair, permanent or temporary. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Belongs to temporary keys. */
  readonly securityToken?: string | undefined;
  /** The IAM project, not the CodeArts one. `"auto"` looks it up once, by the region's name. */
  readonly projectId?: string | undefined;
}

/** The value, if it is one that a header can carry. The message does not repeat it. */
function checkText(name: string, value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  const given = typeof value === "string" ? "not a text that a header can carry" : kindOf(value);
  const problem = text || (value && typeof value !== "string") ? given : "missing or empty";
  throw new ConfigurationError(`${name} is ${problem}: check where it is read from.`);
}

/** Who asks for credentials, and until when. */
function askerOf(context: AuthContext): Asker {
  return { now: context.now(), signal: context.signal };
}

/** True for a request to IAM, which knows no projects. */
function isIam({ server }: AuthContext): boolean {
  return server === "iam";
}

/** The address of IAM. Tokens and projects are valid only where they came from. */
function iamOf({ transport }: AuthContext): string {
  return transport.settings.addressOf("iam");
}

/** The value as an object; undefined where it is none. */
function objectIn<T>(value: T): T | undefined {
  return typeof value === "object" && value ? value : undefined;
}

/** Calls the function that the caller gave. Its error says that it comes from that function. */
async function ask<T>(
  name: string,
  source: () => T | Promise<T>,
  wanted: string,
  accepts: (found: T) => unknown = objectIn,
): Promise<T> {
  let found: T;
  try {
    found = await source();
  } catch (cause) {
    throw new ConfigurationError(`The function given to ${name}() failed: its error is the cause.`, { cause });
  }
  if (accepts(found)) return found;
  throw new ConfigurationError(`The function given to ${name}() returned ${kindOf(found)}: it must return ${wanted}.`);
}

/** What an error calls a value that may be a secret. */
function kindOf(value: unknown): string {
  return value === null || value === undefined ? String(value) : `a value of type ${typeof value}`;
}

interface SigningKey extends Signer {
  readonly securityToken: string | undefined;
  readonly projectId: string | undefined;
  readonly secrets: readonly string[];
}

/** The parts of an access key, as errors name them. */
const KEY_PARTS = "{ accessKeyId, secretAccessKey }";

function signingKey(source: AccessKey): SigningKey {
  if (!objectIn(source)) {
    throw new ConfigurationError(`accessKey() was given ${kindOf(source)}: give ${KEY_PARTS}, or a function.`);
  }
  const { accessKeyId, secretAccessKey, securityToken, projectId } = source;
  const id = checkText("accessKeyId", accessKeyId);
  const secret = checkText("secretAccessKey", secretAccessKey);
  const token = securityToken === undefined ? undefined : checkText("securityToken", securityToken);
  return {
    accessKeyId: id,
    hmac: hmac(secret),
    securityToken: token,
    projectId: projectId && checkText("projectId", projectId),
    secrets: [id, secret, ...(token ? [token] : [])],
  };
}

/** A clock that is wrong by less is accepted by the service. */
const SMALLEST_SKEW = 60_000;

/** Signs each request with an access key. Give a function for temporary keys: it is asked again when they are refused. */
export function accessKey(source: AccessKey | (() => AccessKey | Promise<AccessKey>)): Credentials {
  const fixed = typeof source === "function" ? undefined : signingKey(source);
  const keys = cached(async () => ({
    value: fixed ?? signingKey(await ask("accessKey", source as () => AccessKey | Promise<AccessKey>, KEY_PARTS)),
  }));
  /** How far the service's clock is ahead. */
  let skew = 0;

  function prove(key: SigningKey, projectId: string | undefined, request: Signable, now: number): Proof {
    const extra = {
      ...(projectId && { "x-project-id": projectId }),
      ...(key.securityToken && { "x-security-token": key.securityToken }),
    };
    const signed = { ...request, headers: { ...request.headers, ...extra } };
    const used = skew;
    const { headers, signature } = sign(signed, key, signingDate(now + used));
    return {
      headers: { ...extra, ...headers },
      secrets: [...key.secrets, signature],
      renew(serverTime) {
        const found = serverTime === undefined ? used : serverTime - now;
        if (Math.abs(found - used) > SMALLEST_SKEW) {
          skew = found;
          return true;
        }
        if (!fixed) keys.drop(key);
        return !fixed;
      },
    };
  }

  async function findProject(key: SigningKey, context: AuthContext): Promise<{ value: string }> {
    const { region } = context;
    if (!region) throw new ConfigurationError('projectId "auto" needs the region: its name is what IAM is asked for.');
    const authenticate = (request: Signable): Proof => prove(key, undefined, request, context.now());
    const call = { name: "listProjects" as const, search: `?name=${region}`, authenticate };
    const { value } = await callIam(context.transport, call);
    const id = pointTo(value, "/projects/0/id");
    if (typeof id === "string") return { value: id };
    throw new ConfigurationError(`IAM knows no project "${region}" for this account: give projectId.`);
  }
  const projects = each(() => cached(findProject));

  return {
    async authenticate(request, context) {
      if (bodySize(request.body) > LARGEST_SIGNED_BODY) {
        throw new ConfigurationError(
          "A body over 12 MB cannot be signed: use token(...) or password(...) for this call.",
        );
      }
      const key = await keys.get(askerOf(context));
      const auto = key.projectId === "auto" && !isIam(context);
      const projectId = auto
        ? await projects(`${context.region} ${iamOf(context)}`).get(askerOf(context), key, context)
        : key.projectId;
      return prove(key, isIam(context) ? undefined : projectId, request, context.now());
    },
  };
}

/** A token, and until when it can be used, if that is known. */
export interface ExpiringToken {
  readonly token: string;
  /** As IAM writes it: `2026-01-02T03:04:05.000000Z`. */
  readonly expires_at?: string | undefined;
}

function tokenProof(token: string, renew?: () => boolean): Proof {
  return { headers: { "x-auth-token": token }, secrets: [token], ...(renew && { renew }) };
}

/** Tokens from `load`, kept until shortly before they expire or until the service refuses them: one for each place. */
function renewable(
  load: (context: AuthContext) => Promise<ExpiringToken>,
  placeOf: (context: AuthContext) => string,
): Credentials {
  const tokens = each(() =>
    cached(async (context: AuthContext) => {
      const { token, expires_at = "" } = await load(context);
      if (typeof expires_at !== "string") {
        throw new ConfigurationError(`expires_at is ${kindOf(expires_at)}: give text, such as 2026-01-02T03:04:05Z.`);
      }
      return { value: checkText("The token", token), expires: Date.parse(expires_at) };
    }),
  );
  return {
    async authenticate(_, context) {
      const own = tokens(placeOf(context));
      const token = await own.get(askerOf(context), context);
      return tokenProof(token, () => {
        own.drop(token);
        return true;
      });
    },
  };
}

/** Sends an IAM token. A function is called when a token is needed, and again when the service refuses it. */
export function token(source: string | (() => string | ExpiringToken | Promise<string | ExpiringToken>)): Credentials {
  if (typeof source === "function") {
    const find = async (): Promise<ExpiringToken> => {
      const wanted = "text or { token, expires_at }";
      const found = await ask("token", source, wanted, (value) => typeof value === "string" || objectIn(value));
      return typeof found === "string" ? { token: found } : found;
    };
    return renewable(find, () => "");
  }
  const proof = tokenProof(checkText("The token", source));
  return { authenticate: () => Promise.resolve(proof) };
}

/** An IAM user, and the project (usually the region's name) that its token is for. */
export interface Password {
  /** Name of the account that the user belongs to. */
  readonly domain: string;
  readonly user: string;
  readonly password: string;
  readonly project: string;
}

/** Gets tokens from IAM by name and password: one request, however many calls wait for it. */
export function password(login: Password): Credentials {
  if (!objectIn(login)) {
    throw new ConfigurationError(`password() was given ${kindOf(login)}: give { domain, user, password, project }.`);
  }
  const { domain, user, password: secret, project } = login;
  for (const [name, value] of Object.entries({ domain, user, password: secret, project })) {
    if (typeof value !== "string" || !value) throw new ConfigurationError(`${name} is missing or empty.`);
  }
  const identity = {
    methods: ["password"],
    password: { user: { name: user, password: secret, domain: { name: domain } } },
  };
  const body = JSON.stringify({ auth: { identity, scope: { project: { name: project } } } });
  const create = async (context: AuthContext): Promise<ExpiringToken> => {
    const { value, headers } = await callIam(context.transport, { name: "createToken", body, secrets: [secret] });
    const expires = pointTo(value, "/token/expires_at");
    return {
      token: checkText("IAM's X-Subject-Token", headers.get("x-subject-token")),
      expires_at: typeof expires === "string" ? expires : undefined,
    };
  };
  return renewable(create, iamOf);
}
