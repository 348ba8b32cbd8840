import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { formatAmounts } from "../../kernel/typed-amounts.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { firstOf, labelled, LIMITS, modal, textInput } from "../view-kit.ts";
import { type Pledge, roomFor } from "./pledge.ts";
import type { Say } from "./texts.ts";
import { AMOUNTS, pledgeModal } from "./view-ids.ts";

/** Asks what somebody pledges: all that is missing is filled in, or what they have pledged before. Null when there is nothing to ask. */
export function pledgeForm(say: Say, request: CraftingRequest, pledges: readonly Pledge[], userId: string, from: "card" | "page"): APIModalInteractionResponseCallbackData | null {
  const own = new Map(pledges.filter((pledge) => pledge.userId === userId).map(({ material, amount }) => [material, amount]));
  const lines = Array.from(roomFor(request, pledges, userId), ([name, room]) => ({ name, room, amount: own.size === 0 ? room : (own.get(name) ?? 0) })).filter(({ room, amount }) => room > 0 || amount > 0);
  if (lines.length === 0) return null;
  return modal(
    pledgeModal.encode({ guildId: request.guildId, requestId: request.id, from }),
    say("form.title", { number: request.number }),
    labelled(say("form.label"), textInput(AMOUNTS, { paragraph: true, required: false, max: LIMITS.textInput, value: firstOf(formatAmounts(lines), LIMITS.textInput) }), say("form.description")),
  );
}
