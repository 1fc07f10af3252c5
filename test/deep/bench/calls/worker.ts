import { contenders } from "./contenders.js";

/** A round of calls: how many, of what size, and how many at a time. */
export interface Round {
  readonly calls: number;
  readonly jobs: number;
  readonly together: number;
}

/** Milliseconds per call. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

// One contender a process: none profits from what another has warmed up, and its processor time is its own.
const [name = "", base = ""] = process.argv.slice(2);
const call = contenders[name]?.(base);
if (call === undefined) throw new Error(`There is no contender "${name}".`);

process.on("message", (round: Round) => {
  void run(round).then((cost) => process.send?.(cost));
});

async function run({ calls, jobs, together }: Round): Promise<Cost> {
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const came = await call?.(jobs);
      if (came !== jobs) throw new Error(`${name} got ${String(came)} tasks instead of ${jobs}.`);
    }
  };
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: together }, lane));
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000 / calls, wall: wall / calls };
}
