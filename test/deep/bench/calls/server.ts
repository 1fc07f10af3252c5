import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A server that answers at once and keeps its connections: a list of as many tasks as `page_size` asks for. A process of
 * its own, so that only the client's work is measured. Says its port to its parent.
 */
const job = (i: number): object => ({
  id: i.toString(16).padStart(32, "0"),
  job_name: `service-${i}`,
  job_creator: "developer",
  user_name: "developer",
  last_build_time: 1_700_000_000_000 + i,
  health_score: 80,
  source_code: "Repo",
  last_build_status: "SUCCESS",
  is_finished: true,
  disabled: false,
  favorite: false,
  is_modify: true,
  is_delete: true,
  is_execute: true,
  is_copy: true,
  is_forbidden: true,
  is_view: true,
});

const bodies = new Map(
  [10, 100].map((size) => {
    const jobs = Array.from({ length: size }, (_, i) => job(i));
    return [String(size), Buffer.from(JSON.stringify({ jobs, total: size }))];
  }),
);

const server = createServer((request, response) => {
  const signed = request.headers.authorization ?? request.headers["x-auth-token"];
  const body = bodies.get(/page_size=(\d+)/.exec(request.url ?? "")?.[1] ?? "");
  if (signed === undefined || body === undefined) {
    response.writeHead(signed === undefined ? 401 : 400).end();
    return;
  }
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
});
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
