import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Call, Command, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { described, slashCommand } from "../slash-command.ts";
import { type Section, sectionButton } from "./custom-ids.ts";
import { findTyped, TYPED_LIMIT } from "./handlers-find.ts";
import { showCrafters, showProfessions } from "./handlers-load.ts";
import { showChanges, showTrail, WHOLE_TRAIL } from "./handlers-trail.ts";
import { forOfficers, type OversightRoom, sayTo } from "./room.ts";
import { oversightTexts } from "./texts.ts";

const OPTION = "find";

/** `/officer` looks over the desk; `/officer find:` searches. Everybody is offered it, since Discord does not know who is an officer here; who is none gets a sentence. */
export const officerCommand = (room: OversightRoom): Command => ({
  data: slashCommand(oversightTexts, "officer", "command", { type: ApplicationCommandOptionType.String, name: OPTION, ...described(oversightTexts, "option.find"), max_length: TYPED_LIMIT }),
  async run(call, options) {
    if (!call.rights.isOfficer) return { kind: "refuse", sentence: sayTo(call)("refused.not-an-officer") };
    const typed = String(options[OPTION] ?? "").trim();
    if (typed !== "") return findTyped(room, call, typed);
    const reply = await showProfessions(room, call, 0);
    // People are chosen in it, whom Discord does not offer in direct messages.
    return reply.kind === "update" ? { kind: "show", view: reply.view, isForServer: true } : reply;
  },
});

const SHOW: Record<Section, (room: OversightRoom, call: Call, page: number) => Promise<Reply>> = {
  professions: showProfessions,
  crafters: showCrafters,
  trail: (room, call, page) => showTrail(room, call, WHOLE_TRAIL, page),
  settings: showChanges,
};

export const sectionRoutes = (room: OversightRoom): readonly ComponentRoute[] => [onPress(sectionButton, (call, { section, page }) => forOfficers(call, () => SHOW[section](room, call, page)))];
