// What the client must know of the service that the specification does not say.
import type { ServiceRules } from "../../runtime/data.js";

export const rules: ServiceRules = {
  credentials: "accessKey(...), token(...) or password(...)",
  zoneOf: (region) => (region.startsWith("cn-") ? "+08:00" : undefined),
  // The service reports an id that does not exist as 422, and a task without a build as 403. The gateway's 404 is about the path.
  isMissing: (status, code) => /\.00031(006|059)$/.test(code) || (status === 404 && !code.startsWith("APIGW.")),
};
