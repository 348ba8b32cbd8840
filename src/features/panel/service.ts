import type { InTransaction } from "../contract.ts";
import type { PanelPosting } from "../guild-settings/settings-port.ts";
import type { Panel } from "./panel.ts";
import { getPanel } from "./store.ts";

export interface PanelService {
  /** Has a channel's panel posted, or brought up to date. Gives what was known of it before; null when there was none. */
  post(guildId: string, channelId: string): Promise<Panel | null>;
}

export function panelService({ inTransaction, posting }: { readonly inTransaction: InTransaction; readonly posting: PanelPosting }): PanelService {
  return {
    post: (guildId, channelId) =>
      inTransaction(async (tx) => {
        const known = await getPanel(tx.db, guildId, channelId);
        await posting.postPanel(tx, guildId, channelId);
        return known;
      }),
  };
}
