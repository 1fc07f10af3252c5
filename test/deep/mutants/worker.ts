import { checks, complaintsOf } from "./checks.js";
import type { Mutant } from "./choose.js";
import { Workshop } from "./workshop.js";

/** What a worker is sent: the specification first, then one mutant after the other. */
export type Order = { readonly specification: string } | { readonly mutant: Mutant };

/** What it answers: what the checks say of the specification itself, or the check that caught the mutant. */
export type Answer = { readonly itself: readonly string[] } | { readonly catcher: string | undefined };

let workshop: Workshop | undefined;

async function carryOut(order: Order): Promise<Answer> {
  if ("mutant" in order) return { catcher: await workshop?.catcherOf(order.mutant) };
  const own = new Workshop(order.specification);
  workshop = own;
  process.on("exit", () => own.close());
  const root = own.copy("itself");
  const found = await Promise.all(checks.map((check) => complaintsOf(check, root)));
  return { itself: found.flat() };
}

process.on("message", (order: Order) => {
  void carryOut(order).then((answer) => process.send?.(answer));
});
