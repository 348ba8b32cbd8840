import { type Feature, subscribe } from "../contract.ts";
import type { NewRequestDeps } from "./deps.ts";
import { markSent } from "./drafts.ts";
import { createFlow } from "./flow.ts";
import type { NewRequest } from "./new-request-port.ts";
import { pressRoutes } from "./presses.ts";
import { requestCommand, startGuided, startItem } from "./quick.ts";
import { sendRoute } from "./sending.ts";
import { modalRoutes } from "./submissions.ts";
import { newRequestMigrations } from "./tables.ts";
import { newRequestTexts } from "./texts.ts";

/** How a member asks for a craft: `/request`, quick or guided, and the panel's way in. */
export function newRequestFeature(deps: NewRequestDeps): Feature & NewRequest {
  const flow = createFlow(deps);
  return {
    name: "new-request",
    flow: "request",
    texts: newRequestTexts,
    commands: [requestCommand(flow)],
    components: [...pressRoutes(flow), sendRoute(flow, deps)],
    modals: modalRoutes(flow, deps),
    subscriptions: [
      subscribe("request.changed", async (tx, { action, guildId, request }) => {
        if (action === "submit") await markSent(tx, guildId, request.basketId ?? request.draftId, request.id);
      }),
    ],
    migrations: newRequestMigrations,
    startGuided: (call) => startGuided(flow, call),
    startItem: (call, recipeId, quantity) => startItem(flow, call, recipeId, quantity),
  };
}
