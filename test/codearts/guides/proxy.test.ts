import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { promisify } from "node:util";
import { CodeArtsBuild, token } from "codearts-build";
import { ProxyAgent } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listener, listen } from "../../../generator/codearts/simulator/server.js";
import { newSimulator } from "../simulator/specification.js";

/** The hosts that the proxy was asked for. */
const asked: string[] = [];

// Sends every tunnel to the simulator, so that a host that is not there shows that the proxy was used.
const proxy = createServer((request, response) => {
  // What comes without a tunnel.
  asked.push(new URL(request.url ?? "").host);
  response.writeHead(200, { "content-type": "application/json" }).end('{"result":false}');
}).on("connect", (request, client) => {
  asked.push(request.url ?? "");
  const service = connect(Number(new URL(listener.url).port), "127.0.0.1", () => {
    client.write("HTTP/1.1 200 OK\r\n\r\n");
    service.pipe(client).pipe(service);
  });
  client.on("error", () => service.destroy());
  service.on("error", () => client.destroy());
});

const service = newSimulator({ clock: "real" });
const { job_id } = service.addJob();
let listener: Listener;
let address: string;

beforeAll(async () => {
  listener = await listen(service, 0);
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await listener.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

describe("the client behind a proxy", () => {
  test("goes through it with a fetch of its own, as the guide shows", async () => {
    const dispatcher = new ProxyAgent(address);
    const build = new CodeArtsBuild({
      baseUrl: "http://build.example.com",
      credentials: token(service.token),
      fetch: (url, init) => fetch(url, Object.assign(init, { dispatcher })),
    });
    asked.length = 0;
    expect(await build.showJobStatus({ job_id })).toEqual({ result: false });
    expect(asked).toEqual([expect.stringMatching(/^build\.example\.com(:80)?$/)]);
    await dispatcher.close();
  });

  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const heeds = major >= 24 || (major === 22 && minor >= 21);

  test(`and by the environment alone, where Node ${heeds ? "heeds" : "does not heed"} it`, async () => {
    const program =
      'fetch("http://build.example.com/").then((r) => r.text()).then(console.log, () => console.log("none"))';
    const env = {
      ...process.env,
      NODE_USE_ENV_PROXY: "1",
      HTTP_PROXY: address,
      http_proxy: address,
      NO_PROXY: "",
      no_proxy: "",
    };
    asked.length = 0;
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], { env });
    expect(asked.length > 0).toBe(heeds);
    expect(stdout.trim() === "none").toBe(!heeds);
  });
});
