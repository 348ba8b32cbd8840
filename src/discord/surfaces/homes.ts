import type { REST } from "discord.js";
import { type RESTPostAPIChannelMessageResult, Routes } from "discord-api-types/v10";
import type { Call, View } from "../../features/contract.ts";
import type { SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Log } from "../../telemetry/log.ts";
import { editBody, publicBody } from "../bodies.ts";
import { withFiles } from "../files.ts";
import { isClosed, isForbidden, isUnknownChannel, isUnknownMessage } from "./api-error.ts";
import type { DirectMessages } from "./direct-messages.ts";
import type { OwnChannels } from "./own-channels.ts";
import type { UnderWay } from "./under-way.ts";

/** Where a view of a flow has been put. */
export interface Placed {
  /** Null for a direct message. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly messageId: string;
}

/** What is put there. */
export interface Shown {
  readonly view: View;
  readonly isForm: boolean;
  readonly dueAt: number;
}

/** The places where people's flows are shown, besides replies that only they see. */
export interface Homes {
  /** Puts a view where this person's flows are shown; null when there is no such place, or not soon enough to wait for. */
  place(call: Call, name: string, shown: Shown): Promise<Placed | null>;
}

export interface HomesDeps {
  readonly rest: REST;
  readonly book: SurfaceBook;
  readonly direct: DirectMessages;
  readonly own: OwnChannels;
  readonly underWay: UnderWay;
  readonly log: Log;
  /** How long anybody waits for their place to be opened for the first time: Discord limits how many a bot may open. */
  readonly openWithinMs?: number;
}

export function createHomes({ rest, book, direct, own, underWay, log, openWithinMs = 3_000 }: HomesDeps): Homes {
  /** Null also when the person takes no direct messages. */
  async function placeInDirect(call: Call, shown: Shown): Promise<Placed | null> {
    const { guildId, userId } = call;
    const channelId = await soon(direct.open(guildId, userId));
    if (channelId === null) return null;
    try {
      return { guildId: null, channelId, messageId: await direct.watch(guildId, userId, () => put(call, channelId, shown)) };
    } catch (cause) {
      if (isClosed(cause)) return null;
      throw cause;
    }
  }

  async function placeInOwn(call: Call, name: string, shown: Shown): Promise<Placed | null> {
    const { guildId, settings, userId } = call;
    const open = (): Promise<string | null> => soon(own.open(settings, { userId, name }, "flow"));
    const channelId = await open();
    if (channelId === null) return null;
    try {
      return { guildId, channelId, messageId: await put(call, channelId, shown) };
    } catch (cause) {
      if (!isUnknownChannel(cause) && !isForbidden(cause)) throw cause;
      // Somebody removed it, or shut us out of it.
      await book.forgetChannel({ guildId, channelId });
      const another = await open();
      return another === null ? null : { guildId, channelId: another, messageId: await put(call, another, shown) };
    }
  }

  /** In the place of what this person's flow shows there, else as a new message. */
  async function put({ guildId, userId, now }: Call, channelId: string, { view, isForm, dueAt }: Shown): Promise<string> {
    const earlier = await book.replaceable({ guildId, channelId, userId }, now);
    const edited = earlier === null ? null : await edit(channelId, earlier.messageId, view);
    if (earlier && edited === null) await book.forget({ guildId, channelId }, [earlier.messageId]);
    return underWay.during(channelId, async () => {
      const messageId = edited ?? (await send(channelId, view));
      await book.track({ guildId, channelId, messageId, userId, isForm, dueAt });
      return messageId;
    });
  }

  async function edit(channelId: string, messageId: string, view: View): Promise<string | null> {
    try {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body: editBody(view), ...withFiles(view.files) });
      return messageId;
    } catch (cause) {
      if (isUnknownMessage(cause)) return null;
      throw cause;
    }
  }

  async function send(channelId: string, view: View): Promise<string> {
    return ((await rest.post(Routes.channelMessages(channelId), { body: publicBody(view), ...withFiles(view.files) })) as RESTPostAPIChannelMessageResult).id;
  }

  /** Null when it takes longer than people wait; it goes on, for the next time. */
  async function soon(opening: Promise<string | null>): Promise<string | null> {
    const tooLate = Promise.withResolvers<null>();
    const timer = setTimeout(() => tooLate.resolve(null), openWithinMs);
    const known = opening.catch((cause: unknown) => {
      if (!isClosed(cause)) log.warn({ err: cause }, "a person's own place could not be opened");
      return null;
    });
    try {
      return await Promise.race([known, tooLate.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async place(call, name, shown) {
      const { guildId, userId, settings } = call;
      try {
        if (settings.surface === "dm") {
          const placed = await placeInDirect(call, shown);
          if (placed || (await book.directChannel(guildId, userId)).closedAt === null) return placed;
        }
        return await placeInOwn(call, name, shown);
      } catch (cause) {
        // What Discord does not take there can still be shown as a reply.
        log.warn({ err: cause, guild: guildId }, "a flow could not be shown in a person's own place");
        return null;
      }
    },
  };
}
