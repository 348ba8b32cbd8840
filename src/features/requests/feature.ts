import type { AuditEntry } from "../audit/audit-port.ts";
import type { Call, Feature, Reply } from "../contract.ts";
import { actionModals, actionRoutes } from "./handlers-actions.ts";
import { detailsRoutes, showDetails } from "./handlers-details.ts";
import { showStatus, statusRoutes } from "./handlers-status.ts";
import { requestMigrations } from "./migrations.ts";
import { eventText } from "./history-view.ts";
import { summaryLine } from "./line-view.ts";
import type { CraftingRequest } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { choiceLabel } from "./status-view.ts";
import { editModals } from "./handlers-edit.ts";
import { meetingRoutes } from "./handlers-meeting.ts";
import { statusCommand } from "./status-command.ts";
import { requestSubscriptions } from "./subscriptions.ts";
import { requestTimers, type TimerDeps } from "./timers.ts";
import { requestsTexts } from "./texts.ts";

export interface RequestsFeature extends Feature {
  /** A person's own requests as a new message that only they see, for the panel. */
  readonly showMine: (call: Call) => Promise<Reply>;
  /** One request, as a new message. */
  readonly showDetails: (call: Call, requestId: string) => Promise<Reply>;
  /** How a request, and what happened to one, is said in lists of other rooms. */
  readonly words: {
    readonly summary: (call: Call, request: CraftingRequest) => string;
    readonly choice: (call: Call, request: CraftingRequest) => string;
    readonly event: (call: Call, entry: AuditEntry) => string;
  };
}

/** What people see of requests: `/status`, one request's details and what can be done there, its history. */
export function requestsFeature({ timers, ...room }: RequestsRoom & { readonly timers: TimerDeps }): RequestsFeature {
  return {
    name: "requests",
    flow: "status",
    texts: requestsTexts,
    commands: [statusCommand(room)],
    components: [...detailsRoutes(room), ...actionRoutes(room), ...meetingRoutes(room), ...statusRoutes(room)],
    modals: [...actionModals(room), ...editModals(room)],
    subscriptions: requestSubscriptions(timers),
    timers: requestTimers,
    migrations: requestMigrations,
    showMine: (call) => showStatus(room, call, "active", 0, "show"),
    showDetails: (call, requestId) => showDetails(room, call, requestId, "show"),
    words: {
      summary: (call, request) => summaryLine(viewerOf(room, call).say, request),
      choice: (call, request) => choiceLabel(viewerOf(room, call).say, request),
      event: (call, entry) => eventText(viewerOf(room, call).say, entry),
    },
  };
}
