import type { Topic } from "../contract.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { MayMention } from "./board-port.ts";
import { MENTION_TOPIC, professionsOf } from "./mentions.ts";
import { mentionView } from "./mention-view.ts";
import { boardTexts } from "./texts.ts";
import type { TopicDeps } from "./topics.ts";

/** Names a role that has something to craft. Nothing is sent where Discord would not ping it, or everything is claimed by now. */
export function mentionTopic({ requests, settings, books, mayMention }: TopicDeps & { readonly mayMention: MayMention }): Topic {
  return {
    name: MENTION_TOPIC,
    atOncePerGuild: 1,
    async compose({ db, translators }, { id, guildId, key: roleId, payload }) {
      const guild = await settings(db, guildId);
      const { boardChannelId: channelId } = guild;
      if (channelId === null || !guild.mentionCrafters || !mayMention(guildId, channelId, roleId)) return null;
      const professions = professionsOf(guild, roleId);
      const count = await requests(db).countOpenSince(guildId, professions, Number(payload["since"]));
      if (count === 0) return null;
      const book = books(guild);
      const names = professions.flatMap((profession) => (book.profession(profession) ? [professionTitle(book.professions(), profession)] : []));
      return { to: { kind: "channel", channelId }, view: mentionView(translators(guild.language).in(boardTexts), id, { roleId, count, professions: names }) };
    },
  };
}
