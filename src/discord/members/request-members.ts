import { GatewayDispatchEvents as Dispatch, type GatewayGuildMembersChunkDispatchData as Chunk, GatewayOpcodes as Op, type GatewayRateLimitedDispatchData as RateLimited } from "discord-api-types/v10";
import type { Connection } from "../connection.ts";

/** How a guild's list ended: `complete`, or when to ask again. `silent`: nothing came any more. */
export type ListOutcome = { readonly kind: "complete"; readonly chunks: number } | { readonly kind: "later"; readonly afterMs: number } | { readonly kind: "silent" | "aborted" };

/** What lists are asked through. */
export type MemberGateway = Pick<Connection, "client" | "send">;

let asked = 0;

/**
 * Asks the gateway for all of a guild's members (op 8, one list per guild in 30 s: events/gateway-events.mdx in
 * Discord's documentation); `take` is given each part of at most 1,000 as it comes. Without the Server Members
 * intent nothing is answered. `signal` ends the waiting, and so do `silenceMs` without a part.
 */
export async function requestMembers({ client, send }: MemberGateway, guildId: string, take: (chunk: Chunk) => void, signal: AbortSignal, silenceMs: number): Promise<ListOutcome> {
  const nonce = `${guildId}.${(asked += 1)}`;
  const { promise, resolve, reject } = Promise.withResolvers<ListOutcome>();
  const silence = setTimeout(() => resolve({ kind: "silent" }), silenceMs);
  // By number: events may come twice.
  const parts = new Set<number>();
  const onChunk = (chunk: Chunk): void => {
    if (chunk.nonce !== nonce) return;
    silence.refresh();
    parts.add(chunk.chunk_index);
    take(chunk);
    if (parts.size === chunk.chunk_count) resolve({ kind: "complete", chunks: parts.size });
  };
  const onLimited = ({ opcode, meta, retry_after: seconds }: RateLimited): void => {
    if (opcode === Op.RequestGuildMembers && meta.nonce === nonce) resolve({ kind: "later", afterMs: seconds * 1_000 });
  };
  const onAbort = (): void => resolve({ kind: "aborted" });
  client.ws.on(Dispatch.GuildMembersChunk, onChunk);
  client.ws.on(Dispatch.RateLimited, onLimited);
  signal.addEventListener("abort", onAbort);
  try {
    if (signal.aborted) return { kind: "aborted" };
    send(guildId, { op: Op.RequestGuildMembers, d: { guild_id: guildId, query: "", limit: 0, nonce } }).catch(reject);
    return await promise;
  } finally {
    clearTimeout(silence);
    client.ws.off(Dispatch.GuildMembersChunk, onChunk);
    client.ws.off(Dispatch.RateLimited, onLimited);
    signal.removeEventListener("abort", onAbort);
  }
}
