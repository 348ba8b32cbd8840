/** A channel's webhook: whoever has its token may write there in its name. */
export interface Webhook {
  readonly id: string;
  readonly token: string;
  readonly guildId: string;
  channelId: string;
  name: string;
  avatar: string | null;
  /** Who made it. */
  readonly userId: string;
  /** Of the bot that made it. */
  readonly applicationId: string | null;
}
