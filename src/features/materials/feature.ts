import type { Call, Feature, Reply } from "../contract.ts";
import type { NewId } from "../../kernel/id.ts";
import { materialsCommand } from "./materials-command.ts";
import { pledgeModals, pledgeRoutes } from "./handlers-pledge.ts";
import { showTotals, totalsRoutes } from "./handlers-totals.ts";
import type { PledgedRequests } from "./materials-port.ts";
import type { MaterialsRoom } from "./room.ts";
import { materialsSubscriptions } from "./subscriptions.ts";
import { materialsMigrations } from "./tables.ts";
import { materialsTexts } from "./texts.ts";

export interface MaterialsDeps extends MaterialsRoom {
  readonly pledged: PledgedRequests;
  readonly newId: NewId;
}

export interface MaterialsFeature extends Feature {
  /** What is missing over many requests, as a new message that only the caller sees. */
  readonly showMissing: (call: Call) => Promise<Reply>;
}

/** What crafts take: what is brought, pledged by anybody, and missing; of one request, and of all added up. */
export function materialsFeature({ pledged, newId, ...room }: MaterialsDeps): MaterialsFeature {
  return {
    name: "materials",
    texts: materialsTexts,
    commands: [materialsCommand(room)],
    components: [...pledgeRoutes(room), ...totalsRoutes(room)],
    modals: pledgeModals(room),
    subscriptions: materialsSubscriptions({ requests: pledged, newId }),
    migrations: materialsMigrations,
    showMissing: (call) => showTotals(room, call),
  };
}
