import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";

/** What figures depend on, as one line. */
export function machineText(): string {
  const [load = 0] = loadavg();
  return `node ${process.version}, ${platform()} ${release()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB; load average before: ${load.toFixed(1)}`;
}
