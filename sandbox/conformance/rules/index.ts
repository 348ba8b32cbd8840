import type { Rule } from "../rule.ts";
import { attachmentRules } from "./attachments.ts";
import { applicationRules } from "./applications.ts";
import { commandShapeRules } from "./command-shape.ts";
import { commandRules } from "./commands.ts";
import { entryPointRules } from "./entry-points.ts";
import { messageChangeRules } from "./message-changes.ts";
import { messageLimitRules } from "./message-limits.ts";
import { messageRules } from "./messages.ts";
import { announcementRules } from "./announcements.ts";
import { channelRules } from "./channels.ts";
import { guildRules } from "./guilds.ts";
import { memberRules } from "./members.ts";
import { roleRules } from "./roles.ts";
import { webhookRules } from "./webhooks.ts";
import { threadMemberRules } from "./thread-members.ts";
import { threadMessageRules } from "./thread-messages.ts";
import { threadRules } from "./threads.ts";
import { permissionRules } from "./permissions.ts";
import { pinRules } from "./pins.ts";
import { clientRefusalRules } from "./client-refusals.ts";
import { interactionPayloadRules } from "./interaction-payloads.ts";
import { interactionRules } from "./interactions.ts";
import { modalRules } from "./modals.ts";
import { modalSubmitRules } from "./modal-submits.ts";
import { rateLimitRules } from "./rate-limits.ts";
import { reactionRules } from "./reactions.ts";
import { gatewayRules } from "./gateway.ts";
import { gatewayCompressionRules } from "./gateway-compression.ts";
import { gatewayStartRules } from "./gateway-starts.ts";
import { gatewaySessionRules } from "./gateway-sessions.ts";
import { gatewayIntentRules } from "./gateway-intents.ts";
import { gatewayMemberRules } from "./gateway-members.ts";

/** Every rule that the sandbox is held to, by what it is about. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  Applications: applicationRules,
  Commands: commandRules,
  "What a command may be": commandShapeRules,
  "Entry points": entryPointRules,
  Interactions: interactionRules,
  "What interactions tell": interactionPayloadRules,
  "What Discord's client lets people send": clientRefusalRules,
  Modals: modalRules,
  "Sent modals": modalSubmitRules,
  "Rate limits": rateLimitRules,
  Permissions: permissionRules,
  Messages: messageRules,
  "Messages' limits": messageLimitRules,
  "Edits and deletions": messageChangeRules,
  Threads: threadRules,
  "What happens in threads": threadMessageRules,
  "Threads' members": threadMemberRules,
  Webhooks: webhookRules,
  Roles: roleRules,
  Members: memberRules,
  "Guilds and people": guildRules,
  Channels: channelRules,
  Announcements: announcementRules,
  Attachments: attachmentRules,
  Pins: pinRules,
  Reactions: reactionRules,
  Gateway: gatewayRules,
  "Gateway compression": gatewayCompressionRules,
  "Gateway session starts": gatewayStartRules,
  "Gateway sessions": gatewaySessionRules,
  "Gateway intents": gatewayIntentRules,
  "Gateway members": gatewayMemberRules,
};
