/** What is asked before something is done: for certainty, a person, a number or a reason. */
import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { person, role } from "../phrases.ts";
import { button, card, COLOURS, labelled, modal, row, text, textInput, userSelect } from "../view-kit.ts";
import { openButton } from "./custom-ids.ts";
import { itemWithQuantity } from "./line-view.ts";
import { REASON_LIMIT } from "./reason.ts";
import { type CraftingRequest, leftOf } from "./request.ts";
import type { Say } from "./texts.ts";
import { actButton, assignSelect, countModal, denyModal, reopenModal, type Target } from "./view-ids.ts";
import { keptByReopening } from "./transition.ts";
import type { Viewer } from "./viewer.ts";

/** The custom ids of the modals' parts. */
export const FIELDS = { count: "count", reason: "reason" } as const;

const targetOf = ({ guildId, id, version }: CraftingRequest): Target => ({ guildId, requestId: id, version });
const headingValues = (say: Say, request: CraftingRequest) => ({ number: request.number, item: itemWithQuantity(say, request) });

/** Asked before a request is cancelled: says whom it concerns. */
export function cancelView({ say }: Viewer, request: CraftingRequest): View {
  const { completed, quantity, crafterId } = request;
  const key = request.state === "in_progress" ? "cancel.in_progress" : request.state === "claimed" ? "cancel.claimed" : "cancel.open";
  const crafter = crafterId === null ? "" : person(crafterId);
  return card(
    COLOURS.bad,
    text(`${say("cancel.heading", headingValues(say, request))}\n${say(key, { crafter, completed, quantity })}`),
    row(
      button("danger", say("cancel.yes"), actButton.encode({ ...targetOf(request), action: "cancel" })),
      button("secondary", say("cancel.no"), openButton.encode({ guildId: request.guildId, requestId: request.id })),
    ),
  );
}

/** An officer chooses a crafter. Discord's select lists everybody; a role that is mentioned shows, when pressed, who has it. */
export function assignView({ say, professionName }: Viewer, request: CraftingRequest, { roles }: Pick<GuildSettings, "roles">, warning?: string): View {
  const crafters = (roles.professions[request.profession] ?? []).map(role);
  const lines = [
    ...(warning === undefined ? [] : [warning]),
    say("assign.heading", headingValues(say, request)),
    ...(request.crafterId === null ? [] : [say("assign.now", { crafter: person(request.crafterId) })]),
    say(crafters.length > 0 ? "assign.hint" : "assign.hint-officers", { profession: professionName(request.profession), roles: crafters.join(" ") }),
  ];
  return card(
    COLOURS.neutral,
    text(lines.join("\n")),
    row(userSelect(assignSelect.encode(targetOf(request)), { hint: say("assign.choose") })),
    row(button("secondary", say("back"), openButton.encode({ guildId: request.guildId, requestId: request.id }))),
  );
}

export function completeModal({ say }: Viewer, request: CraftingRequest): APIModalInteractionResponseCallbackData {
  const left = leftOf(request);
  return modal(
    countModal.encode(targetOf(request)),
    say("complete.title", { number: request.number }),
    labelled(say("complete.label"), textInput(FIELDS.count, { hint: `1-${left}`, max: 10 }), say("complete.description", { left, quantity: request.quantity })),
  );
}

export function reasonModal({ say }: Viewer, request: CraftingRequest): APIModalInteractionResponseCallbackData {
  return modal(
    denyModal.encode(targetOf(request)),
    say("deny.title", { number: request.number }),
    labelled(say("deny.label"), textInput(FIELDS.reason, { paragraph: true, min: 1, max: REASON_LIMIT }), say("deny.description")),
  );
}

/** Asked before an officer opens what was over: says how many count as made then, and who is told. */
export function reopeningModal({ say, userId }: Viewer, request: CraftingRequest): APIModalInteractionResponseCallbackData {
  const { completed, quantity, crafterId, requesterId } = request;
  const kept = keptByReopening(request);
  const counts = say(kept > 0 ? "reopen.partly" : completed > 0 ? "reopen.whole" : "reopen.none", { completed: kept, left: quantity - kept, quantity });
  // Nobody is told of what they do themselves.
  const crafter = crafterId === requesterId || crafterId === userId ? null : crafterId;
  const toldKey = requesterId === userId ? (crafter === null ? null : "reopen.told-crafter") : crafter === null ? "reopen.told" : "reopen.told-both";
  const told = toldKey === null ? "" : `\n${say(toldKey, { requester: person(requesterId), crafter: person(crafter ?? requesterId) })}`;
  return modal(
    reopenModal.encode(targetOf(request)),
    say("reopen.title", { number: request.number }),
    text(`${counts}${told}`),
    labelled(say("reopen.label"), textInput(FIELDS.reason, { paragraph: true, required: false, max: REASON_LIMIT }), say("reopen.description")),
  );
}
