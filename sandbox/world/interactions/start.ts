import { InteractionContextType, type Locale } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import { guildIdOf } from "../channel.ts";
import { memberObject } from "../members.ts";
import { permissionsIn } from "../permissions.ts";
import type { World } from "../world.ts";
import type { Beginning } from "./beginning.ts";
import { metadataOf } from "./interaction-metadata.ts";
import { partialChannel } from "./partial-channel.ts";
import type { InteractionPayload, InteractionRecord } from "./record.ts";

/** What Discord lets people upload without a boost: 10 MiB. Source: reference.mdx in Discord's documentation. */
export const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Sends an interaction to its bot and begins to count the time for an answer. */
export function startInteraction(world: World, beginning: Beginning): InteractionRecord {
  forgetOld(world);
  const id = world.ids.next();
  const { kind, application, personId, channel } = beginning;
  const record: InteractionRecord = {
    id,
    token: randomBytes(48).toString("base64url"),
    kind,
    applicationId: application.id,
    personId,
    channelId: channel.id,
    guildId: guildIdOf(channel),
    source: beginning.source,
    isContextMenu: beginning.isContextMenu ?? false,
    messageId: beginning.message?.id ?? null,
    metadata: metadataOf(world, id, beginning),
    createdAt: world.clock.now(),
    state: "pending",
    responseType: null,
    originalMessageId: null,
    modal: null,
    onChoices: beginning.onChoices ?? null,
    choiceType: beginning.choiceType ?? null,
    callOffDeadline: null,
    sent: beginning.opener?.modal ? { opener: beginning.opener, modal: beginning.opener.modal } : null,
  };
  if (beginning.opener) beginning.opener.modal = null;
  world.interactions.set(id, record);
  world.interactionIds.set(record.token, id);
  world.events.emit({ type: "interaction-changed", interaction: record });
  if (!application.hasSession) failInteraction(world, record);
  else {
    record.callOffDeadline = world.clock.after(world.rules.answerWithinMs, () => failInteraction(world, record));
    world.events.emit({ type: "interaction-created", interaction: record, payload: payloadOf(world, record, beginning) });
  }
  return record;
}

/** No answer came, or none can come: the token is worth nothing from now on. */
export function failInteraction(world: World, record: InteractionRecord): void {
  if (record.state !== "pending") return;
  record.state = "failed";
  // As on Discord, a form that went nowhere stays open with what was typed.
  if (record.sent) record.sent.opener.modal = record.sent.modal;
  settle(record);
  record.onChoices?.(null);
  world.events.emit({ type: "interaction-changed", interaction: record });
}

/** Stops counting. */
export function settle(record: InteractionRecord): void {
  record.callOffDeadline?.();
  record.callOffDeadline = null;
}

function payloadOf(world: World, record: InteractionRecord, { kind, application, personId, channel, data, message }: Beginning): InteractionPayload {
  const person = world.people.find(({ id }) => id === personId);
  const guild = world.guilds.get(record.guildId ?? "");
  const member = guild?.members.get(personId);
  const user = world.user(personId);
  const owners = guild ? { 0: guild.id } : { 0: "0" };
  return {
    id: record.id,
    application_id: application.id,
    type: kind,
    token: record.token,
    version: 1,
    data,
    channel: partialChannel(world, channel, personId, application.botUserId) as NonNullable<InteractionPayload["channel"]>,
    channel_id: channel.id,
    ...(guild && member
      ? {
          guild: { id: guild.id, locale: "en-US" as Locale, features: [] },
          guild_id: guild.id,
          guild_locale: "en-US" as Locale,
          member: { ...memberObject(world, member), permissions: String(permissionsIn(world, personId, channel)), user },
        }
      : { user }),
    ...(message ? { message } : {}),
    locale: (person?.locale ?? "en-US") as Locale,
    app_permissions: String(permissionsIn(world, application.botUserId, channel)),
    entitlements: [],
    authorizing_integration_owners: owners,
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}

function forgetOld(world: World): void {
  for (const record of world.interactions.values()) {
    if (record.createdAt + world.rules.tokenLivesMs >= world.clock.now()) return;
    world.interactions.delete(record.id);
    world.interactionIds.delete(record.token);
  }
}
