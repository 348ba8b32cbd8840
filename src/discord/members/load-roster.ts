import type { GatewayGuildMembersChunkDispatchData as Chunk } from "discord-api-types/v10";
import type { Log } from "../../telemetry/log.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import { knownMember } from "./known-member.ts";
import { type ListOutcome, type MemberGateway, requestMembers } from "./request-members.ts";
import type { Roster } from "./roster.ts";

export interface RosterLoadDeps {
  readonly gateway: MemberGateway;
  /** How long the next part of a list may take. */
  readonly silenceMs: number;
  /** When a list is asked for again that did not come. */
  readonly againMs: number;
  readonly telemetry: Telemetry;
  readonly log: Log;
  /** Called at each part. */
  readonly onProgress: () => void;
  /** How much is kept of all guilds together. */
  readonly inAll: () => object;
}

/**
 * Loads a guild's members into its roster, and says in the log how it goes. Gives after how many milliseconds to
 * try again; null when it is loaded, or no longer wanted. Never rejects.
 */
export async function loadRoster(deps: RosterLoadDeps, guildId: string, roster: Roster): Promise<number | null> {
  const { log } = deps;
  const from = performance.now();
  const ms = (): number => Math.round(performance.now() - from);
  roster.begin();
  deps.onProgress();
  const take = (chunk: Chunk): void => {
    for (const member of chunk.members) roster.take(member.user.id, knownMember(member));
    if (isTold(chunk)) log.info({ guild: guildId, chunk: chunk.chunk_index + 1, of: chunk.chunk_count, members: roster.size, ms: ms() }, "a server's members are being loaded");
    deps.onProgress();
  };
  const outcome = await requestMembers(deps.gateway, guildId, take, roster.ended.signal, deps.silenceMs).catch((cause: unknown): ListOutcome => {
    log.error({ err: cause, guild: guildId }, "a server's members could not be asked for");
    return { kind: "silent" };
  });
  if (outcome.kind === "complete") {
    roster.complete();
    deps.telemetry.observe("directoryLoad", {}, (performance.now() - from) / 1_000, guildId);
    log.info({ guild: guildId, members: roster.size, chunks: outcome.chunks, ms: ms(), inAll: deps.inAll() }, "a server's members are loaded");
    return null;
  }
  roster.clear();
  if (outcome.kind === "aborted") return null;
  const waitMs = outcome.kind === "later" ? outcome.afterMs : deps.againMs;
  log.warn({ guild: guildId, waitMs }, "a server's members did not come; until they are asked for again each is looked up when needed");
  return waitMs;
}

/** About ten times in a long list. */
const isTold = ({ chunk_index: index, chunk_count: count }: Chunk): boolean => index < count - 1 && index % Math.ceil(count / 10) === 0;
