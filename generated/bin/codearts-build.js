#!/usr/bin/env node
// Made by `npm run generate` from the specification. Do not edit.

import "../dist/cli.js";
