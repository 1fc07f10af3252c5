import { ConfigurationError } from "../../runtime/errors.js";
import { buildHandlers } from "./builds.js";
import type { Handler } from "./call.js";
import { historyHandlers } from "./history.js";
import { iamHandlers } from "./iam.js";
import { keystoreHandlers } from "./keystores.js";
import { logHandlers } from "./logs.js";
import { notificationHandlers } from "./notifications.js";
import { taskHandlers } from "./tasks.js";
import { templateHandlers } from "./templates.js";

/** An operationId, such as `runJob`. */
export type OperationName = keyof (typeof taskHandlers &
  typeof buildHandlers &
  typeof historyHandlers &
  typeof logHandlers &
  typeof templateHandlers &
  typeof notificationHandlers &
  typeof keystoreHandlers &
  typeof iamHandlers);

/** What each operation does, by its name. */
export const handlers: Readonly<Record<OperationName, Handler<never>>> = {
  ...taskHandlers,
  ...buildHandlers,
  ...historyHandlers,
  ...logHandlers,
  ...templateHandlers,
  ...notificationHandlers,
  ...keystoreHandlers,
  ...iamHandlers,
};

/** True for the name of an operation that the simulator knows. */
export function isOperation(id: string): id is OperationName {
  return Object.hasOwn(handlers, id);
}

/** Throws unless there is such an operation. */
export function checkOperation(name: string): void {
  if (isOperation(name)) return;
  const near = Object.keys(handlers).find((one) => one.toLowerCase() === name.toLowerCase());
  const advice = near === undefined ? "give an operationId, such as runJob" : `write ${near}`;
  throw new ConfigurationError(`There is no operation "${name}": ${advice}.`);
}
