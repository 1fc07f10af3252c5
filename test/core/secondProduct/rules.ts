import type { ServiceRules } from "../../../generator/runtime/data.js";

export const rules: ServiceRules = { credentials: "passport(...)", isMissing: (status) => status === 410 };
