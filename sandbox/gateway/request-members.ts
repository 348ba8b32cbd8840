import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { listMembers, memberObject, searchMembers } from "../world/members.ts";
import type { Member, World } from "../world/world.ts";
import type { Dispatch, Session } from "./session.ts";

const CHUNK = 1000;
const NAMED_AT_MOST = 100;
const NONCE_BYTES = 32;

interface Request {
  readonly guild_id?: string;
  readonly query?: string;
  readonly limit?: number;
  readonly user_ids?: string | readonly string[];
  readonly presences?: boolean;
  readonly nonce?: string;
}

/** Request Guild Members (op 8), in chunks. Source: events/gateway-events.mdx in Discord's documentation. */
export function requestedMembers(world: World, session: Session, request: Request): Dispatch[] {
  const guild = world.guilds.get(request.guild_id ?? "");
  if (!guild) return [];
  const nonce = request.nonce !== undefined && Buffer.byteLength(request.nonce) <= NONCE_BYTES ? { nonce: request.nonce } : {};
  let found: Member[];
  let missing: string[] = [];
  if (request.user_ids === undefined) {
    const isAll = request.query === "" && request.limit === 0;
    // The whole list needs the intent; without it there is nothing to answer.
    if (isAll && !session.hasIntent(Intent.GuildMembers)) return [];
    found = isAll ? listMembers(guild, guild.members.size, "0") : searchMembers(world, guild, request.query ?? "", Math.min(request.limit || NAMED_AT_MOST, NAMED_AT_MOST));
  } else {
    const ids = [request.user_ids].flat().slice(0, NAMED_AT_MOST);
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
