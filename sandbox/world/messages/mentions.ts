import { type APIAllowedMentions, type APIMessageComponent, type APIUser, AllowedMentionsTypes, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { type Channel, guildIdOf } from "../channel.ts";
import { has, permissionsIn } from "../permissions.ts";
import type { World } from "../world.ts";
import { displayedText } from "./component-tree.ts";

export interface Mentions {
  readonly mentions: APIUser[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
}

/** What interactions' answers and webhooks mention when they do not say. Source: "Allowed Mentions Object", resources/message.mdx in Discord's documentation. */
export const IN_ANSWERS: APIAllowedMentions = { parse: [AllowedMentionsTypes.User] };

/** Whom a message really notifies: what its text names, its author may mention and `allowed_mentions` lets through. */
export function mentionsIn(
  world: World,
  channel: Channel,
  authorId: string,
  content: string,
  components: readonly APIMessageComponent[],
  allowed: APIAllowedMentions | undefined,
  repliedTo?: APIUser,
): Mentions {
  const text = [content, ...displayedText(components)].join("\n");
  const parses = (type: AllowedMentionsTypes) => !allowed || (allowed.parse ?? []).includes(type);
  const userIds = idsIn(text, /<@!?(\d{17,20})>/g).filter((id) => parses(AllowedMentionsTypes.User) || allowed?.users?.includes(id));
  if (repliedTo && (allowed ? allowed.replied_user === true : true)) userIds.push(repliedTo.id);
  const guild = world.guilds.get(guildIdOf(channel) ?? "");
  const mayMentionAll = has(permissionsIn(world, authorId, channel), Bit.MentionEveryone);
  const roleIds = idsIn(text, /<@&(\d{17,20})>/g).filter(
    (id) =>
      (parses(AllowedMentionsTypes.Role) || allowed?.roles?.includes(id)) && guild?.roles.has(id) && (mayMentionAll || guild.roles.get(id)?.mentionable),
  );
  return {
    mentions: [...new Set(userIds)].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: roleIds,
    mention_everyone: Boolean(guild) && mayMentionAll && parses(AllowedMentionsTypes.Everyone) && /@(everyone|here)\b/.test(text),
  };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
