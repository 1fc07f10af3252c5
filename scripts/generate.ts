import { setFlagsFromString } from "node:v8";
import { endWithReader } from "../generator/core/lib/pipe.js";
import { main } from "../generator/project/generate.js";

endWithReader();

// The heap of a large document is collected when it has grown by so many percent; left alone, it may reach four times its size.
setFlagsFromString("--heap-growing-percent=80");
// What cannot be set any more once it runs stands in package.json: later versions give young objects twice as much room.
// The V8 of Node 20 has only its dearest compiler for what runs often, and a run is over in seconds: it waits longer with it.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=300000");
process.exitCode = await main(process.argv.slice(2));
