import { GatewayDispatchEvents as Events } from "discord-api-types/v10";
import type { GatewayFrame } from "../traffic/entries.ts";
import { isObject, type Schema } from "./json-schema.ts";
import { payloadOf } from "./refusals.ts";
import type { Violation } from "./violation.ts";

interface Asked {
  readonly guildId: unknown;
  readonly nonce: unknown;
  readonly found: readonly Violation[];
}

/**
 * The requests for members that have no answer yet. Discord leaves a wrong one without any, and takes its time for
 * the others: only the answer tells that a wrong one was taken.
 */
export class MemberRequests {
  /** By session, which may hear the answer over another connection. */
  readonly #asked = new Map<string, Asked[]>();

  /** `found` is what is wrong with the request. */
  ask(frame: GatewayFrame, found: readonly Violation[]): void {
    const { guild_id: guildId, nonce } = dataOf(frame);
    const key = frame.sessionId ?? frame.connectionId;
    this.#asked.set(key, [...(this.#asked.get(key) ?? []), { guildId, nonce, found }]);
  }

  /** What was wrong with the request that a frame is the end of the answer to. A right one is answered before a wrong one. */
  answer(frame: GatewayFrame): readonly Violation[] {
    const asked = this.#asked.get(frame.sessionId ?? frame.connectionId);
    if (!asked) return [];
    const answer = answerIn(frame);
    if (!answer) return [];
    const fitting = asked.filter(({ guildId, nonce }) => guildId === answer["guild_id"] && (answer["nonce"] === undefined || answer["nonce"] === nonce));
    const meant = fitting.find(({ found }) => found.length === 0) ?? fitting[0];
    if (!meant) return [];
    asked.splice(asked.indexOf(meant), 1);
    return meant.found;
  }
}

const dataOf = (frame: GatewayFrame): Schema => {
  const { d } = payloadOf(frame);
  return isObject(d) ? d : {};
};

/** What names the request: null for a frame that is none of its answers, or not their last. */
function answerIn(frame: GatewayFrame): Schema | null {
  if (frame.event === Events.GuildMembersChunk) {
    const data = dataOf(frame);
    return Number(data["chunk_index"]) + 1 === data["chunk_count"] ? data : null;
  }
  if (frame.event !== Events.RateLimited) return null;
  const { meta } = dataOf(frame);
  return isObject(meta) ? meta : null;
}
