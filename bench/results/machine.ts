import { loadavg, release } from "node:os";
import { machine } from "../load/report/machine.ts";

/** What figures depend on, as one line. */
export function machineText(): string {
  const [load = 0] = loadavg();
  const { node, system, processors, processor, memoryGb } = machine();
  return `node ${node}, ${system} ${release()}, ${processors} x ${processor.trim()}, ${memoryGb} GiB; load average before: ${load.toFixed(1)}`;
}
