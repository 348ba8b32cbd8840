import type { Call, Reply } from "../contract.ts";
import type { PanelAction } from "./custom-ids.ts";
import type { PanelService } from "./service.ts";
import { panelTexts } from "./texts.ts";
import { postingView } from "./views.ts";

/** Where the four buttons lead; each room answers with a message of its own. */
export interface PanelDestinations {
  startGuided(call: Call): Promise<Reply>;
  showQueue(call: Call): Promise<Reply>;
  showMine(call: Call): Promise<Reply>;
  showCharacters(call: Call): Promise<Reply>;
}

export interface PanelHandlerDeps {
  readonly service: PanelService;
  readonly destinations: PanelDestinations;
}

/** Posts the panel for officers, and leads who presses it to the rooms. */
export function panelHandlers({ service, destinations }: PanelHandlerDeps) {
  const lead: Record<PanelAction, (call: Call) => Promise<Reply>> = {
    create: (call) => destinations.startGuided(call),
    manage: (call) => destinations.showQueue(call),
    mine: (call) => destinations.showMine(call),
    characters: (call) => destinations.showCharacters(call),
  };

  return {
    /** `where`: "here", "configured", or anything else for the configured channel where there is one, else here. */
    async post(call: Call, where: unknown): Promise<Reply> {
      const say = call.translator.in(panelTexts);
      if (!call.rights.isOfficer) return { kind: "refuse", sentence: say("notOfficer") };
      const configured = call.settings.panelChannelId;
      const channelId = where === "here" ? call.channelId : where === "configured" ? configured : (configured ?? call.channelId);
      if (channelId === null) return { kind: "refuse", sentence: say("noChannel") };
      const before = await service.post(call.guildId, channelId);
      return { kind: "show", view: postingView(say, channelId, before, channelId === configured) };
    },

    async open(call: Call, action: PanelAction): Promise<Reply> {
      const reply = await lead[action](call);
      // The panel is everybody's: no answer may take its place.
      return reply.kind === "update" ? { ...reply, kind: "show" } : reply;
    },
  };
}
