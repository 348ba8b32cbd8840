import type { PanelPosting } from "../guild-settings/settings-port.ts";
import type { Outbox, Topic, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { askForPanel, getPanel, recordFailure, recordPosted } from "./store.ts";
import { panelTexts } from "./texts.ts";
import { panelView } from "./views.ts";

const TOPIC = "panel";

/** Posts panels through the outbox, one per channel: rows of one channel are sent in order, each edits what the last one sent. */
export function panelPosting(outbox: Outbox): PanelPosting {
  return {
    async postPanel(tx, guildId, channelId) {
      await askForPanel(tx.db, guildId, channelId, tx.now);
      await outbox.add(tx, { guildId, topic: TOPIC, key: channelId, coalesce: true });
    },
  };
}

/** The panel's message, which everybody reads in the guild's language; its key is the channel. */
export const panelTopic = (settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>): Topic => ({
  name: TOPIC,
  atOncePerGuild: 1,
  async compose({ db, translators }, { id, guildId, key: channelId }) {
    const panel = await getPanel(db, guildId, channelId);
    if (!panel) return null;
    const view = panelView(translators((await settings(db, guildId)).language).in(panelTexts), id);
    return { to: { kind: "channel", channelId }, view, isAskedFor: true, ...(panel.messageId === null ? {} : { messageId: panel.messageId }) };
  },
  delivered: (tx, { guildId, key: channelId }, { messageId }) => recordPosted(tx.db, guildId, channelId, messageId),
  failed: (tx, { guildId, key: channelId }, failure) => recordFailure(tx.db, guildId, channelId, failure),
});
