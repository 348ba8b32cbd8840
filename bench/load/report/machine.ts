import { availableParallelism, cpus, totalmem } from "node:os";

/** What it ran on, which every figure depends on. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly system: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model ?? "unknown",
  processors: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  system: `${process.platform} ${process.arch}`,
});
