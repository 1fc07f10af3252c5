// Made by `npm run generate` from the specification. Do not edit.

import { rules } from "./codearts/runtime/rules.js";
import * as operations from "./operations.js";
import type { ClientData } from "./runtime/data.js";

/** A region of the service. Another text is possible: regions come and go. */
export type Region = 
    | "ap-southeast-3"
    | "cn-east-2"
    | "cn-east-3"
    | "cn-north-1"
    | "cn-north-4"
    | "cn-south-1"
    | "cn-south-2"
    | "cn-southwest-2"
    | "la-north-2"
    | "la-south-2"
    | "sa-brazil-1"
    | "tr-west-1"
    | (string & {});

/** What the specification tells the clients. */
export const data = {
  name: "codearts-build",
  version: "0.1.0",
  regions: [
    "ap-southeast-3",
    "cn-east-2",
    "cn-east-3",
    "cn-north-1",
    "cn-north-4",
    "cn-south-1",
    "cn-south-2",
    "cn-southwest-2",
    "la-north-2",
    "la-south-2",
    "sa-brazil-1",
    "tr-west-1",
  ],
  servers: {
    service: "https://cloudbuild-ext.{region}.myhuaweicloud.com",
    iam: "https://iam.{region}.myhuaweicloud.com",
  },
  paths: { iam: ["/v3/auth/tokens", "/v3/projects"] },
  failure: [
    { at: "/error_code" },
    { at: "/err_code" },
    { at: "/error" },
    { at: "/status", values: ["error", "fail", "failed"] },
    { at: "/success", values: [false] },
  ],
  authentication: { createToken: operations.keystoneCreateUserTokenByPassword, listProjects: operations.keystoneListProjects },
  ...rules,
} satisfies Omit<ClientData, "errorCatalogue">;
