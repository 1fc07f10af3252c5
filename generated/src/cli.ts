// Made by `npm run generate` from the specification. Do not edit.

import { createSimulator } from "./simulator.js";
import { main } from "./codearts/simulator/cli.js";

process.exitCode = await main(process.argv.slice(2), createSimulator);
