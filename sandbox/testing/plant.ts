import { watchSandboxes } from "../traffic/watchers.ts";
import { aFrame } from "./entries.ts";

/**
 * Preloaded with `--import`: lets the sandbox of a process say what Discord never says. `PLANT` names when: `exit` in
 * the last turn of the process, `start` as soon as there is a sandbox.
 */
watchSandboxes((traffic) => {
  const plant = (): void => {
    const { kind: _kind, id: _id, at: _at, applicationId: _application, sessionId: _session, ...frame } = aFrame({ op: 0, s: 1, t: "TYPING_STOP", d: {} });
    traffic.recordFrame(frame, null);
  };
  if (process.env["PLANT"] === "exit") process.prependOnceListener("exit", plant);
  else setImmediate(plant);
});
