import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { listMembers, memberObject, searchMembers } from "../world/members.ts";
import type { Member, World } from "../world/world.ts";
import type { Dispatch, Session } from "./session.ts";

const CHUNK = 1000;
const NAMED_AT_MOST = 100;
const NONCE_BYTES = 32;

/** As it came: a bot may have written anything. */
interface Request {
  readonly guild_id?: unknown;
  readonly query?: unknown;
  readonly limit?: unknown;
  readonly user_ids?: unknown;
  readonly presences?: unknown;
  readonly nonce?: unknown;
}

/** Request Guild Members (op 8), in chunks. Source: events/gateway-events.mdx in Discord's documentation. */
export function requestedMembers(world: World, session: Session, request: Request): Dispatch[] {
  const guild = world.guilds.get(String(request.guild_id));
  if (!guild) return [];
  const query = typeof request.query === "string" ? request.query : "";
  const limit = Number(request.limit) || 0;
  const nonce = typeof request.nonce === "string" && Buffer.byteLength(request.nonce) <= NONCE_BYTES ? { nonce: request.nonce } : {};
  let found: Member[];
  let missing: string[] = [];
  if (request.user_ids === undefined) {
    const isAll = query === "" && limit === 0;
    // The whole list needs the intent; without it there is nothing to answer.
    if (isAll && !session.hasIntent(Intent.GuildMembers)) return [];
    found = isAll ? listMembers(guild, guild.members.size, "0") : searchMembers(world, guild, query, Math.min(limit || NAMED_AT_MOST, NAMED_AT_MOST));
  } else {
    const ids = [request.user_ids].flat().slice(0, NAMED_AT_MOST).map(String);
    found = ids.flatMap((id) => guild.members.get(id) ?? []);
    missing = ids.filter((id) => !guild.members.has(id));
  }
  const count = Math.max(1, Math.ceil(found.length / CHUNK));
  return Array.from({ length: count }, (_, index) => ({
    t: Events.GuildMembersChunk,
    d: {
      guild_id: guild.id,
      members: found.slice(index * CHUNK, (index + 1) * CHUNK).map((member) => memberObject(world, member)),
      chunk_index: index,
      chunk_count: count,
      not_found: missing,
      ...(request.presences === true && session.hasIntent(Intent.GuildPresences) ? { presences: [] } : {}),
      ...nonce,
    },
  }));
}
