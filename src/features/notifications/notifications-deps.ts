import type { NewId } from "../../kernel/id.ts";
import type { Call, Outbox, Reply, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { PreferencesOf } from "../preferences/preferences-port.ts";
import type { RequestReads } from "../requests/request-port.ts";
import type { KeepUnseen } from "../surfaces/surface-port.ts";

/** What this room asks of others. */
export interface NotificationsDeps {
  readonly outbox: Outbox;
  /** Ids that sort by time. */
  readonly newId: NewId;
  readonly requests: Pick<RequestReads, "get">;
  /** A guild's name as Discord has it; null when it is not known now. */
  readonly guildName: (guildId: string) => string | null;
  /** Keeps everybody from acting on a request before the transaction ends. */
  readonly hold: (tx: Transaction, guildId: string, requestId: string) => Promise<unknown>;
  /** Whether the action that led to this version of a request was taken back. */
  readonly wasUndone: (db: Transaction["db"], guildId: string, requestId: string, version: number) => Promise<boolean>;
  readonly keepUnseen: KeepUnseen;
  readonly preferences: PreferencesOf;
  readonly settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>;
  /** The channel of a request's thread; null while it has none. */
  readonly threadOf: (db: Transaction["db"], guildId: string, requestId: string) => Promise<string | null>;
  /** A person's own requests, as a new message. */
  readonly showMine: (call: Call) => Promise<Reply>;
}
