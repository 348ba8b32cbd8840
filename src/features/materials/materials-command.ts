import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from "discord-api-types/v10";
import { fold } from "../../kernel/fold.ts";
import type { Call, Command, OptionValues } from "../contract.ts";
import { inline } from "../phrases.ts";
import { described, slashCommand } from "../slash-command.ts";
import { LIMITS, shorten } from "../view-kit.ts";
import { showTotals } from "./handlers-totals.ts";
import type { MaterialsRoom } from "./room.ts";
import { materialsTexts } from "./texts.ts";

type OptionName = "profession" | "character";
interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Characters that are searched by name: those for whom most is missing. */
const SEARCHED = 500;
const TYPED_LIMIT = 60;

const optionOf = (name: OptionName) => ({ type: ApplicationCommandOptionType.String as const, name, ...described(materialsTexts, `option.${name}`), autocomplete: true, max_length: 100 });

/** `/materials`: what is missing over all requests, or over those of a profession or a character. */
export const materialsCommand = (room: MaterialsRoom): Command => ({
  data: slashCommand(materialsTexts, "materials", "command", optionOf("profession"), optionOf("character")),
  async run(call, options) {
    const [profession, character] = await Promise.all([chosen(room, call, options, "profession"), chosen(room, call, options, "character")]);
    const say = call.translator.in(materialsTexts);
    if (profession === null) return { kind: "refuse", sentence: say("refused.unknown-profession", { typed: typedIn(options, "profession") }) };
    if (character === null) return { kind: "refuse", sentence: say("refused.unknown-character", { typed: typedIn(options, "character") }) };
    return showTotals(room, call, profession, character);
  },
  async autocomplete(call, { name, value }): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const all = await choicesOf(room, call, name === "character" ? "character" : "profession");
    return all
      .filter((one) => fold(one.name).includes(fold(value)))
      .slice(0, LIMITS.options)
      .map((one) => ({ name: shorten(one.name, LIMITS.optionText), value: one.id }));
  },
});

const typedIn = (options: OptionValues, name: OptionName): string => inline(String(options[name] ?? ""), TYPED_LIMIT);

/** The id of what was chosen, or typed by name; empty when nothing was, null when it is not known. */
async function chosen(room: MaterialsRoom, call: Call, options: OptionValues, name: OptionName): Promise<string | null> {
  const typed = String(options[name] ?? "").trim();
  if (typed === "") return "";
  const all = await choicesOf(room, call, name);
  return (all.find(({ id }) => id === typed) ?? all.find((one) => fold(one.name) === fold(typed)))?.id ?? null;
}

async function choicesOf({ books, reads }: MaterialsRoom, call: Call, name: OptionName): Promise<readonly Choice[]> {
  return name === "profession" ? books(call.settings).professions() : reads.listNeedyCharacters(call.guildId, { professions: null }, SEARCHED);
}
