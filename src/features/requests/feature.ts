import type { Call, Feature, Reply } from "../contract.ts";
import { actionModals, actionRoutes } from "./handlers-actions.ts";
import { detailsRoutes } from "./handlers-details.ts";
import { showStatus, statusRoutes } from "./handlers-status.ts";
import { requestMigrations } from "./migrations.ts";
import type { RequestsRoom } from "./room.ts";
import { statusCommand } from "./status-command.ts";
import { requestSubscriptions } from "./subscriptions.ts";
import { requestsTexts } from "./texts.ts";

export interface RequestsFeature extends Feature {
  /** A person's own requests as a new message that only they see, for the panel. */
  readonly showMine: (call: Call) => Promise<Reply>;
}

/** What people see of requests: `/status`, one request's details and what can be done there, its history. */
export function requestsFeature(room: RequestsRoom): RequestsFeature {
  return {
    name: "requests",
    texts: requestsTexts,
    commands: [statusCommand(room)],
    components: [...detailsRoutes(room), ...actionRoutes(room), ...statusRoutes(room)],
    modals: actionModals(room),
    subscriptions: requestSubscriptions,
    migrations: requestMigrations,
    showMine: (call) => showStatus(room, call, "active", 0, "show"),
  };
}
