import type { REST } from "discord.js";
import { type RESTPostAPICurrentUserCreateDMChannelResult, Routes } from "discord-api-types/v10";
import type { SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import { isClosed } from "./api-error.ts";
import { onceAtATime } from "./once-at-a-time.ts";

/** How long nobody is tried again whose direct messages were closed: each refusal counts towards Discord's limit of invalid requests. */
const CLOSED_FOR_MS = 60 * 60_000;

/** People's direct messages: where they go, and who takes none. */
export interface DirectMessages {
  /** The channel; null when the person takes none, as was found within the past hour. @throws what Discord answered otherwise */
  open(guildId: string, userId: string): Promise<string | null>;
  /** Remembers that a person takes none, as was found just now. */
  close(guildId: string, userId: string): Promise<void>;
  /** Runs what sends there, and remembers when that shows that the person takes none. @throws what `send` threw */
  watch<T>(guildId: string, userId: string, send: () => Promise<T>): Promise<T>;
}

/** Opens each person's channel once and for good: discord.js opens them one call after the other, and forgets. */
export function createDirectMessages({ rest, book, clock }: { readonly rest: REST; readonly book: SurfaceBook; readonly clock: Clock }): DirectMessages {
  const opening = onceAtATime<string>();

  const isRecent = (closedAt: number | null): boolean => closedAt !== null && clock.now() - closedAt < CLOSED_FOR_MS;

  async function create(guildId: string, userId: string): Promise<string> {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as RESTPostAPICurrentUserCreateDMChannelResult;
    await book.rememberDirectChannel(guildId, userId, id);
    return id;
  }

  async function watch<T>(guildId: string, userId: string, send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (cause) {
      if (isClosed(cause)) await book.markClosed(guildId, userId, clock.now());
      throw cause;
    }
  }

  return {
    async open(guildId, userId) {
      const { channelId, closedAt } = await book.directChannel(guildId, userId);
      if (isRecent(closedAt)) return null;
      return channelId ?? watch(guildId, userId, () => opening(`${guildId}:${userId}`, () => create(guildId, userId)));
    },
    async close(guildId, userId) {
      const { closedAt } = await book.directChannel(guildId, userId);
      if (!isRecent(closedAt)) await book.markClosed(guildId, userId, clock.now());
    },
    watch,
  };
}
