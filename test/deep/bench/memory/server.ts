import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves as much as the path asks for: a file, a log that grows poll by poll, or a list of tasks. Says its port. */
const MIB = 1024 * 1024;
const piece = Buffer.alloc(MIB, "x");
// About 10 kB of log a poll; the client asks again from the offset that it is given.
const lines =
  "2026-01-02 03:04:05 [INFO] compiling module number 0000 of the build: all is well so far, going on ... ....\n".repeat(
    96,
  );

function file(response: ServerResponse, bytes: number): void {
  let left = bytes / MIB;
  const next = (): void => {
    while (left-- > 0) if (!response.write(piece)) return void response.once("drain", next);
    response.end();
  };
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": bytes });
  next();
}

const json = (response: ServerResponse, value: unknown): void =>
  void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  // The size of everything is the first segment of the path.
  const [, size = "0", ...rest] = url.pathname.split("/");
  const path = rest.join("/");
  const number = (name: string): number => Number(url.searchParams.get(name));
  if (path.includes("download-log")) {
    file(response, Number(size));
    return;
  }
  if (path.includes("real-time-log")) {
    const current_offset = number("offset");
    // Whoever asks beyond the end gets nothing more: then the log is over.
    const content = current_offset < Number(size) ? lines : "";
    const offset = current_offset + content.length;
    json(response, {
      result: { content, offset, has_more_data: offset < Number(size), current_offset },
      error: null,
      status: "success",
    });
    return;
  }
  if (path.includes("record-info")) {
    json(response, { result: { status: "SUCCESS" } });
    return;
  }
  const first = number("page_index") * number("page_size");
  const count = Math.max(0, Math.min(number("page_size"), Number(size) - first));
  const jobs = Array.from({ length: count }, (_, i) => ({
    id: String(first + i).padStart(32, "0"),
    job_name: `service-${first + i}`,
  }));
  json(response, { jobs, total: Number(size) });
}).listen(0, "127.0.0.1", function (this: { address(): unknown }) {
  process.send?.((this.address() as AddressInfo).port);
});
