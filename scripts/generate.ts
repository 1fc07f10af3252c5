import { setFlagsFromString } from "node:v8";
import { main } from "../generator/project/generate.js";
import { start } from "../generator/shell/shell.js";

// The heap of a large document is collected when it has grown by this many percent; otherwise it may reach four times its size.
setFlagsFromString("--heap-growing-percent=80");
// The size of the young generation cannot be set any more once the program runs: package.json sets it.
// The V8 of Node 20 optimizes hot code with its slowest compiler only, and a run ends within seconds: it waits longer with it.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=300000");
await start(main);
