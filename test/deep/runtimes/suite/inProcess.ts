// For runtimes with a command line: Node, Bun, Deno.
import { runSuite } from "./suite.js";

void runSuite(process.argv[2] ?? "");
