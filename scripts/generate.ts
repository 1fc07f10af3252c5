import { setFlagsFromString } from "node:v8";
import { main } from "../generator/main.js";

// The heap of a large document is collected when it has grown by so many percent; left alone, it may reach four times its size.
setFlagsFromString("--heap-growing-percent=150");
process.exitCode = await main(process.argv.slice(2));
