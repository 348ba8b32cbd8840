import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent, GatewayOpcodes as Op, type GatewayPresenceUpdate } from "discord-api-types/v10";
import { listMembers, memberObject, searchMembers } from "../world/members.ts";
import { isOffline, presenceOf } from "../world/presences.ts";
import type { Guild, Member, World } from "../world/world.ts";
import type { Dispatch, Session } from "./session.ts";

/** Source: events/gateway-events.mdx:182-209. */
const CHUNK = 1000;
const NAMED_AT_MOST = 100;
const NONCE_BYTES = 32;
/** Source: change-log.mdx:1464. */
const WHOLE_LIST_EVERY_MS = 30_000;

/** As it came: a bot may have written anything. */
interface Request {
  readonly guild_id?: unknown;
  readonly query?: unknown;
  readonly limit?: unknown;
  readonly user_ids?: unknown;
  readonly presences?: unknown;
  readonly nonce?: unknown;
}

interface Found {
  readonly members: readonly Member[];
  readonly missing: readonly string[];
}

/** Answers Request Guild Members (op 8). */
export class MemberRequests {
  readonly #world: World;
  /** When each bot last had a guild's whole list, by application and guild. */
  readonly #wholeListAt = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The answers, each made when it is asked for: a list of many thousands must not hold up everybody else. */
  *answers(session: Session, request: Request): Generator<Dispatch> {
    const guild = typeof request.guild_id === "string" ? this.#world.guilds.get(request.guild_id) : undefined;
    if (!guild?.members.has(session.application.botUserId) || !session.isFor(guild.id)) return;
    const nonce = typeof request.nonce === "string" && Buffer.byteLength(request.nonce) <= NONCE_BYTES ? { nonce: request.nonce } : {};
    const retryAfterMs = asksForAll(request) ? this.#waitForWholeList(session, guild) : 0;
    if (retryAfterMs > 0) {
      yield { t: Events.RateLimited, d: { opcode: Op.RequestGuildMembers, retry_after: retryAfterMs / 1000, meta: { guild_id: guild.id, ...nonce } } };
      return;
    }
    const found = this.#find(session, guild, request);
    if (found) yield* this.#chunks(session, guild, found, request.presences === true, nonce);
  }

  /** Null when there is nothing to answer: without the intent nobody gets the whole list. */
  #find(session: Session, guild: Guild, request: Request): Found | null {
    const { user_ids: named, query } = request;
    if (named !== undefined) {
      const ids = [named].flat().slice(0, NAMED_AT_MOST).map(String);
      return { members: ids.flatMap((id) => guild.members.get(id) ?? []), missing: ids.filter((id) => !guild.members.has(id)) };
    }
    if (typeof query !== "string") return null;
    if (query === "" && !session.hasIntent(Intent.GuildMembers)) return null;
    if (asksForAll(request)) return { members: listMembers(guild, guild.members.size, "0"), missing: [] };
    return { members: searchMembers(this.#world, guild, query, Math.min(Number(request.limit) || NAMED_AT_MOST, NAMED_AT_MOST)), missing: [] };
  }

  *#chunks(session: Session, guild: Guild, { members, missing }: Found, withPresences: boolean, nonce: object): Generator<Dispatch> {
    const count = Math.max(1, Math.ceil(members.length / CHUNK));
    for (let index = 0; index < count; index += 1) {
      const part = members.slice(index * CHUNK, (index + 1) * CHUNK);
      yield {
        t: Events.GuildMembersChunk,
        d: {
          guild_id: guild.id,
          members: part.map((member) => memberObject(this.#world, member)),
          chunk_index: index,
          chunk_count: count,
          not_found: missing,
          ...(withPresences && session.hasIntent(Intent.GuildPresences) ? { presences: this.#presences(guild, part) } : {}),
          ...nonce,
        },
      };
    }
  }

  #presences(guild: Guild, members: readonly Member[]): GatewayPresenceUpdate[] {
    return members.filter(({ userId }) => !isOffline(this.#world, userId)).map(({ userId }) => presenceOf(this.#world, guild.id, userId));
  }

  /** Milliseconds until the bot may have the whole list again; 0 when it may now, and then it counts. */
  #waitForWholeList({ application }: Session, guild: Guild): number {
    const key = `${application.id}:${guild.id}`;
    const now = this.#world.clock.now();
    const waitMs = (this.#wholeListAt.get(key) ?? -Infinity) + WHOLE_LIST_EVERY_MS - now;
    if (waitMs > 0) return waitMs;
    this.#wholeListAt.set(key, now);
    return 0;
  }
}

const asksForAll = ({ query, limit, user_ids: named }: Request): boolean => named === undefined && query === "" && !Number(limit);
