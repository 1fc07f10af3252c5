import { createRequire } from "node:module";

/** A request as the vendor's generated methods hand it to the vendor's client. */
export interface VendorRequest {
  readonly method: string;
  readonly url: string;
  readonly contentType: string;
  readonly headers: Record<string, string>;
  readonly queryParams: Record<string, unknown>;
  readonly pathParams: Record<string, string>;
  readonly data?: unknown;
}

/** Whose request it is. */
export interface VendorLogin {
  readonly ak: string;
  readonly sk: string;
  readonly securityToken?: string | undefined;
  readonly projectId?: string | undefined;
  readonly domainId?: string | undefined;
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
}

interface VendorClient {
  withEndpoints(endpoints: string[]): VendorClient;
  withCredential(credential: object): VendorClient;
  sendRequest(request: VendorRequest): Promise<unknown>;
}

type Credentials = new (login: VendorLogin) => object;

// The package is installed on demand: the compiler cannot see it, so what is used of it is written down here.
const load = createRequire(new URL("vendor/package.json", import.meta.url));
const { HcClient } = load("@huaweicloud/huaweicloud-sdk-core/HcClient.js") as {
  HcClient: new (transport: { sendRequest(request: Sent): Promise<object> }) => VendorClient;
};
const { DefaultHttpClient } = load("@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js") as {
  DefaultHttpClient: new (
    options: object,
    endpoints: readonly string[],
  ) => { sendRequest(request: Sent): Promise<object> };
};
const { BasicCredentials, GlobalCredentials } = load("@huaweicloud/huaweicloud-sdk-core") as {
  BasicCredentials: Credentials;
  GlobalCredentials: Credentials;
};

/** The `Authorization` that the vendor's client sends, from the vendor's own way to it; nothing leaves the process. */
export async function vendorAuthorization(
  endpoint: string,
  login: VendorLogin,
  request: VendorRequest,
): Promise<string | undefined> {
  let sent: Sent | undefined;
  const sendRequest = (signed: Sent): Promise<object> => {
    sent = signed;
    return Promise.resolve({ headers: {}, data: {}, statusCode: 200 });
  };
  const Login = login.domainId === undefined ? BasicCredentials : GlobalCredentials;
  const client = new HcClient({ sendRequest });
  await client.withEndpoints([endpoint]).withCredential(new Login(login)).sendRequest(request);
  return sent?.headers.Authorization;
}

/** What the vendor's client makes of an answer; a file is `body`. */
export interface VendorAnswer {
  readonly httpStatusCode: number;
  readonly body?: string;
  readonly [field: string]: unknown;
}

/** A client of the vendor's, with its own transport: it really calls the address. */
export function vendorClientOf(
  endpoint: string,
  login: VendorLogin,
): (request: VendorRequest) => Promise<VendorAnswer> {
  const client = new HcClient(new DefaultHttpClient({}, [endpoint]));
  client.withEndpoints([endpoint]).withCredential(new BasicCredentials(login));
  return async (request) => (await client.sendRequest(request)) as VendorAnswer;
}
