import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { type Feature, type InTransaction, subscribe, type Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { GuildSettingsReads, PanelPosting } from "../guild-settings/settings-port.ts";
import { onPress } from "../on-press.ts";
import { choice, described, slashCommand } from "../slash-command.ts";
import { panelButton } from "./custom-ids.ts";
import { type PanelDestinations, panelHandlers } from "./handlers.ts";
import { panelTopic } from "./panel-topic.ts";
import { panelService } from "./service.ts";
import { panelMigrations } from "./tables.ts";
import { panelTexts } from "./texts.ts";

export interface PanelDeps {
  readonly inTransaction: InTransaction;
  readonly posting: PanelPosting;
  /** Asked while a message is composed, over its connection. */
  readonly settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>;
  readonly destinations: PanelDestinations;
}

/** `/panel`, the panel itself, its move when an officer chooses another channel, and its new words when they choose another language. */
export function panelFeature(deps: PanelDeps): Feature {
  const on = panelHandlers({ service: panelService(deps), destinations: deps.destinations });
  return {
    name: "panel",
    texts: panelTexts,
    migrations: panelMigrations,
    topics: [panelTopic(deps.settings)],
    subscriptions: [
      subscribe("guild.settings-changed", async (tx, { guildId, before, after }) => {
        const channelId = after.panelChannelId;
        if (channelId !== null && (channelId !== before.panelChannelId || after.language !== before.language)) await deps.posting.postPanel(tx, guildId, channelId);
      }),
    ],
    commands: [
      {
        data: slashCommand(panelTexts, "panel", "commandDescription", {
          type: ApplicationCommandOptionType.String,
          name: "where",
          ...described(panelTexts, "whereDescription"),
          choices: [choice(panelTexts, "whereHere", "here"), choice(panelTexts, "whereConfigured", "configured")],
        }),
        run: (call, { where }) => on.post(call, where),
      },
    ],
    components: [onPress(panelButton, (call, { action }) => on.open(call, action))],
  };
}

/**
 * For start-up: a guild's panel channel has its panel, in today's look, also when it was set in
 * `guildsmith.yaml` or deleted while the bot was away. Panels elsewhere are left to who posted them.
 */
export async function ensurePanels(deps: { readonly inTransaction: InTransaction; readonly settings: GuildSettingsReads; readonly posting: PanelPosting }, guildId: string): Promise<void> {
  const { panelChannelId } = await deps.settings.get(guildId);
  if (panelChannelId !== null) await deps.inTransaction((tx) => deps.posting.postPanel(tx, guildId, panelChannelId));
}
