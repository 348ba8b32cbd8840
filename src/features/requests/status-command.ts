import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Call, Command, Reply } from "../contract.ts";
import { inline } from "../phrases.ts";
import { described, slashCommand } from "../slash-command.ts";
import { LIMITS, shorten } from "../view-kit.ts";
import { showStatus } from "./handlers-status.ts";
import { showDetails } from "./handlers-details.ts";
import type { CraftingRequest } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { choiceLabel } from "./status-view.ts";
import { requestsTexts } from "./texts.ts";
import { maySeeAll } from "./viewer.ts";

const OPTION = "request";
/** How many of one's own, newest change first, are searched by name. */
const SEARCHED = 200;
const NUMBERS_NAMED = 10;
const TYPED_LIMIT = 40;

/** `/status`: one's own requests; `/status request: #12` opens one, also somebody else's for its crafters and officers. */
export const statusCommand = (room: RequestsRoom): Command => ({
  data: slashCommand(requestsTexts, "status", "status.command", {
    type: ApplicationCommandOptionType.String,
    name: OPTION,
    ...described(requestsTexts, "status.option"),
    autocomplete: true,
    max_length: 100,
  }),
  async run(call, options) {
    const typed = String(options[OPTION] ?? "").trim();
    if (typed === "") return showStatus(room, call, "active", 0, "show");
    const number = numberIn(typed);
    return number === null ? openByName(room, call, typed) : openByNumber(room, call, number);
  },
  async autocomplete(call, { value }): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const { say } = viewerOf(room, call);
    const found = matching(await listOwn(room, call), value);
    return found.slice(0, LIMITS.options).map((request) => ({ name: shorten(choiceLabel(say, request), LIMITS.optionText), value: `#${request.number}` }));
  },
});

/** `#12` or `12`; null for anything else. */
export function numberIn(typed: string): number | null {
  const digits = /^#?\s*(\d{1,9})$/.exec(typed.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

async function listOwn({ lists }: RequestsRoom, { guildId, userId, settings }: Call): Promise<readonly CraftingRequest[]> {
  return (await lists(settings).listMine(guildId, userId, null, 0, SEARCHED)).items;
}

/** By the beginning of the number, or by a part of the item's or character's name. */
function matching(requests: readonly CraftingRequest[], typed: string): readonly CraftingRequest[] {
  const wanted = typed.trim().toLowerCase();
  const digits = /^#?(\d*)$/.exec(wanted)?.[1];
  return requests.filter(({ number, itemName, itemNames, characterName }) =>
    digits === undefined ? [itemName, ...Object.values(itemNames), characterName].join("\n").toLowerCase().includes(wanted) : String(number).startsWith(digits),
  );
}

async function openByNumber(room: RequestsRoom, call: Call, number: number): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.getByNumber(call.guildId, number);
  if (request === null) return { kind: "refuse", sentence: viewer.say("status.unknown-number", { number }) };
  if (!maySeeAll(request, viewer)) return { kind: "refuse", sentence: viewer.say("status.not-yours", { number }) };
  return showDetails(room, call, request.id, "show");
}

async function openByName(room: RequestsRoom, call: Call, typed: string): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const [only, ...more] = matching(await listOwn(room, call), typed);
  const shown = inline(typed, TYPED_LIMIT);
  if (!only) return { kind: "refuse", sentence: viewer.say("status.unknown-text", { typed: shown }) };
  if (more.length === 0) return showDetails(room, call, only.id, "show");
  const numbers = [only, ...more].slice(0, NUMBERS_NAMED).map((request) => `#${request.number}`);
  return { kind: "refuse", sentence: viewer.say("status.many", { typed: shown, numbers: numbers.join(", ") }) };
}
