import { InteractionResponseType, InteractionType } from "discord-api-types/v10";
import type { GatewayFrame, RestCall, TrafficEntry } from "../../../protocol.ts";

/**
 * What made or changed a message: the calls that did, and everything of the interactions that they answered; for
 * a form also the interaction that opened it. Empty when nothing of it is remembered.
 */
export function whatMade(entries: readonly TrafficEntry[], messageId: string): readonly TrafficEntry[] {
  const chain = new Set<TrafficEntry>(entries.filter((each) => each.kind === "rest" && each.messageIds.includes(messageId)));
  const waiting = [...chain].flatMap(({ interactionId }) => interactionId ?? []);
  const seen = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const each of entries) {
      if (each.interactionId !== id) continue;
      chain.add(each);
      const opener = each.kind === "gateway" ? openerOf(entries, each) : null;
      if (opener !== null) waiting.push(opener);
    }
  }
  return entries.filter((each) => chain.has(each));
}

/** The interaction whose answer was the form that this one sends; null for everything else. */
function openerOf(entries: readonly TrafficEntry[], submit: GatewayFrame): string | null {
  const { d: interaction } = objectOf(submit.body);
  if (!isObject(interaction) || interaction["type"] !== InteractionType.ModalSubmit || !isObject(interaction["data"])) return null;
  const customId = interaction["data"]["custom_id"];
  const opened = entries.findLast(
    (each): each is RestCall =>
      each.kind === "rest" && each.id < submit.id && each.interactionId !== null && opensForm(each, customId) && personOf(entries, each.interactionId) === userOf(interaction),
  );
  return opened?.interactionId ?? null;
}

function opensForm(call: RestCall, customId: unknown): boolean {
  const { type, data } = objectOf(call.requestBody ?? "");
  return type === InteractionResponseType.Modal && isObject(data) && data["custom_id"] === customId;
}

function personOf(entries: readonly TrafficEntry[], interactionId: string): string | null {
  const frame = entries.find((each) => each.kind === "gateway" && each.interactionId === interactionId);
  const interaction = frame?.kind === "gateway" ? objectOf(frame.body)["d"] : null;
  return isObject(interaction) ? userOf(interaction) : null;
}

function userOf({ member, user: direct }: Record<string, unknown>): string | null {
  const user = isObject(member) ? member["user"] : direct;
  return isObject(user) && typeof user["id"] === "string" ? user["id"] : null;
}

/** Empty for what is no JSON, as a body that was cut. */
function objectOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
