import type { FaultAction, FaultActions, FaultSettings, FaultState } from "../../../protocol.ts";
import { type Answer, ask } from "../actions.ts";

/** Where the world can be fetched as a file. */
export const WORLD = "sandbox/world";

/** Lets other things go wrong; every page is told of it. */
export function setFaults(settings: FaultSettings): Promise<Answer<FaultState>> {
  return ask("sandbox/faults", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(settings) });
}

/** Ends everything that goes on going wrong. */
export function endFaults(): Promise<Answer<FaultState>> {
  return ask("sandbox/faults", { method: "DELETE" });
}

/** Lets something go wrong once. */
export function doFault<A extends FaultAction>(action: A, body: FaultActions[A]): Promise<Answer<FaultState>> {
  return ask(`sandbox/faults/${action}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Begins anew with another world; a refusal names each problem with its line. */
export function loadWorld(yaml: string): Promise<Answer<null>> {
  return ask(WORLD, { method: "PUT", headers: { "content-type": "text/yaml" }, body: yaml });
}
