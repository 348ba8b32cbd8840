/** One side, with or without measuring, in a process of its own: `[file, api, "on" | "off"]`. Does a round for each message. */
import { withCallers } from "../measuring/times.ts";
import { openMeasuredDesk } from "./desk.ts";

/** A round asked for: so many submissions of people from `first` on. */
export interface Asked {
  readonly flows: number;
  readonly first: number;
}

/** What a round took, in milliseconds: of the processor, all threads together, and of time. */
export interface Took {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** So many people submit at once, and share the disk's writes: what is left is the processor's work. */
const CALLERS = 64;

const [, , file = "", api = "", side = ""] = process.argv;
const desk = await openMeasuredDesk(file, api, side === "on");
process.on("message", ({ flows, first }: Asked) => {
  void round(flows, first).then((took) => process.send?.(took));
});
process.on("disconnect", () => {
  void desk.close().then(() => process.exit());
});
process.send?.("ready");

async function round(flows: number, first: number): Promise<Took> {
  const [cpu, from] = [process.cpuUsage(), performance.now()];
  await withCallers(CALLERS, flows, (flow) => desk.submit(first + flow));
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - from };
}
