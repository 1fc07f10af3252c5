import { buildHandlers } from "./builds.js";
import type { Handlers } from "./call.js";
import { historyHandlers } from "./history.js";
import { iamHandlers } from "./iam.js";
import { keystoreHandlers } from "./keystores.js";
import { logHandlers } from "./logs.js";
import { notificationHandlers } from "./notifications.js";
import { taskHandlers } from "./tasks.js";
import { templateHandlers } from "./templates.js";

/** What each operation does, by its name. */
export const handlers: Handlers = {
  ...taskHandlers,
  ...buildHandlers,
  ...historyHandlers,
  ...logHandlers,
  ...templateHandlers,
  ...notificationHandlers,
  ...keystoreHandlers,
  ...iamHandlers,
};
