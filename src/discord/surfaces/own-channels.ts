import { DiscordAPIError, type REST } from "discord.js";
import {
  type APIChannel,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as Flags,
  type RESTPostAPIChannelThreadsJSONBody,
  type RESTPostAPIGuildChannelJSONBody,
  Routes,
  ThreadAutoArchiveDuration,
} from "discord-api-types/v10";
import type { GuildSettings } from "../../features/guild-settings/guild-settings.ts";
import type { OwnChannelPurpose, SurfaceBook, SurfaceFailure } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Log } from "../../telemetry/log.ts";
import { isForbidden, isUnknownChannel } from "./api-error.ts";
import { MENU_MS } from "./idle.ts";
import { onceAtATime } from "./once-at-a-time.ts";

/** Whose channel, and what it is called where it has to be made. */
export interface Owner {
  readonly userId: string;
  readonly name: string;
}

/** This person cannot be let into the guild's threads; others can. */
class NotForThem extends Error {
  constructor(options: { cause: unknown }) {
    super("a person cannot be added to a thread", options);
  }
}

/** Private threads and channels of one person each. */
export interface OwnChannels {
  /** Gives the person's own, made where there is none; null when it cannot be, which officers are told in /settings. @throws what is passing */
  open(settings: GuildSettings, owner: Owner, purpose: OwnChannelPurpose): Promise<string | null>;
}

export interface OwnChannelsDeps {
  readonly rest: REST;
  readonly book: SurfaceBook;
  readonly clock: Clock;
  readonly log: Log;
  readonly applicationId: string;
}

const ALLOWED = String(Flags.ViewChannel | Flags.SendMessages | Flags.ReadMessageHistory | Flags.UseApplicationCommands);
/** Discord's is 100; an emoji in it may count for more than one. */
const NAME_LIMIT = 60;

export function createOwnChannels({ rest, book, clock, log, applicationId }: OwnChannelsDeps): OwnChannels {
  const opening = onceAtATime<string | null>();

  async function makeThread(panelChannelId: string, { userId, name }: Owner, purpose: OwnChannelPurpose): Promise<string> {
    const body: RESTPostAPIChannelThreadsJSONBody = {
      name: name.slice(0, NAME_LIMIT),
      type: ChannelType.PrivateThread,
      invitable: false,
      auto_archive_duration: purpose === "news" ? ThreadAutoArchiveDuration.OneWeek : ThreadAutoArchiveDuration.OneHour,
    };
    const { id } = (await rest.post(Routes.threads(panelChannelId), { body })) as APIChannel;
    try {
      await rest.put(Routes.threadMembers(id, userId));
    } catch (cause) {
      // Who does not see the panel's channel cannot be added.
      await rest.delete(Routes.channel(id));
      if (cause instanceof DiscordAPIError && cause.status < 500) throw new NotForThem({ cause });
      throw cause;
    }
    return id;
  }

  async function makeChannel(guildId: string, categoryId: string, { userId, name }: Owner): Promise<string> {
    const body: RESTPostAPIGuildChannelJSONBody = {
      name: name.slice(0, NAME_LIMIT),
      type: ChannelType.GuildText,
      parent_id: categoryId,
      permission_overwrites: [
        { id: guildId, type: OverwriteType.Role, allow: "0", deny: String(Flags.ViewChannel) },
        { id: userId, type: OverwriteType.Member, allow: ALLOWED, deny: "0" },
        { id: applicationId, type: OverwriteType.Member, allow: ALLOWED, deny: "0" },
      ],
    };
    return ((await rest.post(Routes.guildChannels(guildId), { body })) as APIChannel).id;
  }

  /** Under the category where one is set and takes one more, else a thread. */
  async function make({ guildId, panelChannelId, channelCategoryId, surface }: GuildSettings, owner: Owner, purpose: OwnChannelPurpose): Promise<Result<string, SurfaceFailure>> {
    let refused: SurfaceFailure = "no-panel-channel";
    if (purpose === "flow" && surface === "channel" && channelCategoryId !== null) {
      try {
        return ok(await makeChannel(guildId, channelCategoryId, owner));
      } catch (cause) {
        refused = failureOf(cause) ?? refused;
        log.info({ err: cause, guild: guildId }, "a private channel could not be made; a thread takes its place");
      }
    }
    if (panelChannelId === null) return err(refused);
    try {
      return ok(await makeThread(panelChannelId, owner, purpose));
    } catch (cause) {
      const failure = failureOf(cause);
      if (failure === null) throw cause;
      log.warn({ err: cause, guild: guildId }, "a private thread could not be made");
      return err(failure);
    }
  }

  async function makeAndKeep(settings: GuildSettings, owner: Owner, purpose: OwnChannelPurpose): Promise<string | null> {
    const { guildId } = settings;
    const made = await make(settings, owner, purpose).catch((cause: unknown) => {
      if (cause instanceof NotForThem) return null;
      throw cause;
    });
    if (!made) return null;
    const failure = made.ok ? null : made.error;
    if (failure !== (await book.failureIn(guildId))) await book.recordFailure(guildId, failure);
    if (!made.ok) return null;
    await book.keepOwnChannel({ guildId, userId: owner.userId, purpose, channelId: made.value, idleAt: purpose === "flow" ? clock.now() + MENU_MS : null });
    return made.value;
  }

  return {
    async open(settings, owner, purpose) {
      const known = await book.ownChannel(settings.guildId, owner.userId, purpose);
      return known?.channelId ?? opening(`${settings.guildId}:${owner.userId}:${purpose}`, () => makeAndKeep(settings, owner, purpose));
    },
  };
}

const failureOf = (cause: unknown): SurfaceFailure | null => (isForbidden(cause) ? "no-access" : isUnknownChannel(cause) ? "gone" : null);
