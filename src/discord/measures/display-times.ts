import type { Stay } from "../../features/contract.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";

/** How long flows' messages stand before they are swept. In memory: what stood when the process ended is not measured. */
export interface DisplayTimes {
  /** A message was shown or changed just now. */
  shown(messageId: string, stay: Stay): void;
  swept(guildId: string, messageIds: readonly string[], way: "single" | "bulk" | "channel"): void;
}

const KEPT = 20_000;

export function createDisplayTimes(telemetry: Telemetry): DisplayTimes {
  const since = new Map<string, { readonly stay: Stay; readonly at: number }>();
  return {
    shown(messageId, stay) {
      since.delete(messageId);
      since.set(messageId, { stay, at: performance.now() });
      const [oldest] = since.keys();
      if (since.size > KEPT && oldest !== undefined) since.delete(oldest);
    },
    swept(guildId, messageIds, way) {
      telemetry.count("swept", { way }, messageIds.length, guildId);
      for (const messageId of messageIds) {
        const known = since.get(messageId);
        if (known) telemetry.observe("confirmationShown", { stay: known.stay }, (performance.now() - known.at) / 1_000, guildId);
        since.delete(messageId);
      }
    },
  };
}
