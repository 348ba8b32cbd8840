import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from "discord-api-types/v10";
import { fold } from "../../kernel/fold.ts";
import type { Command } from "../contract.ts";
import { inline } from "../phrases.ts";
import { choice, described, slashCommand } from "../slash-command.ts";
import { LIMITS, shorten } from "../view-kit.ts";
import { EXPORT_STATES } from "./custom-ids.ts";
import { exportRequests, type ExportRoom, filterOf, MOST_DAYS } from "./handlers.ts";
import { exportTexts } from "./texts.ts";

const TYPED_LIMIT = 60;

const CHOICES = EXPORT_STATES.filter((state) => state !== "every").map((state) => choice(exportTexts, state === "active" ? "choice.active" : `state.${state}`, state));

/** `/export`: requests as a table, for officers. */
export const exportCommand = (room: ExportRoom): Command => ({
  data: slashCommand(
    exportTexts,
    "export",
    "command",
    { type: ApplicationCommandOptionType.String, name: "state", ...described(exportTexts, "option.state"), choices: CHOICES },
    { type: ApplicationCommandOptionType.String, name: "profession", ...described(exportTexts, "option.profession"), autocomplete: true, max_length: 100 },
    { type: ApplicationCommandOptionType.Integer, name: "days", ...described(exportTexts, "option.days"), min_value: 1, max_value: MOST_DAYS },
  ),
  async run(call, options) {
    const state = EXPORT_STATES.find((known) => known === options["state"]) ?? "every";
    const typed = String(options["profession"] ?? "").trim();
    const known = room.books(call.settings).professions();
    const profession = known.find(({ id }) => id === typed) ?? known.find(({ name }) => fold(name) === fold(typed));
    if (typed !== "" && !profession) return { kind: "refuse", sentence: call.translator.in(exportTexts)("refused.unknown-profession", { typed: inline(typed, TYPED_LIMIT) }) };
    return exportRequests(room, call, filterOf(call, state, profession?.id ?? "", Number(options["days"] ?? 0)));
  },
  autocomplete(call, { value }): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const found = room.books(call.settings).professions().filter(({ name }) => fold(name).includes(fold(value)));
    return Promise.resolve(found.slice(0, LIMITS.options).map(({ id, name }) => ({ name: shorten(name, LIMITS.optionText), value: id })));
  },
});
