import type { APIGuildMember } from "discord-api-types/v10";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { knownMember } from "../../src/discord/members/known-member.ts";
import { Roster } from "../../src/discord/members/roster.ts";
import { seeded } from "../measuring/times.ts";

const ROLES = 40;
const CHUNK = 1_000;

/** What a guild's members take, each with one to six of 40 roles. */
export interface Size {
  readonly bytes: number;
  /** Of the processor, to take over the lists as they come, once they are parsed. */
  readonly takeMs: number;
}

/** Keeps so many members, read from JSON as they come from the gateway, and measures the heap before and after. */
export function sizeOf(members: number): Size {
  const random = seeded(7);
  const collect = collector();
  const roster = new Roster();
  roster.begin();
  collect();
  const before = process.memoryUsage().heapUsed;
  let takeMs = 0;
  for (let first = 0; first < members; first += CHUNK) {
    const text = JSON.stringify(Array.from({ length: Math.min(CHUNK, members - first) }, (_, n) => memberOf(first + n, random)));
    const chunk = JSON.parse(text) as readonly APIGuildMember[];
    const from = performance.now();
    for (const member of chunk) roster.take(member.user.id, knownMember(member));
    takeMs += performance.now() - from;
  }
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  roster.complete();
  if (roster.size !== members) throw new Error(`${roster.size} are kept of ${members}`);
  return { bytes, takeMs };
}

function memberOf(n: number, random: () => number): object {
  const roles = Array.from({ length: ROLES }, (_, role) => String(1_200_000_000_000_000_000n + BigInt(role)));
  const first = Math.floor(random() * random() * ROLES);
  const own = roles.slice(first, first + 1 + Math.floor(random() * 6));
  const id = String(700_000_000_000_000_000n + BigInt(Math.floor(random() * 1e9)) * 100_000n + BigInt(n));
  return {
    user: { id, username: `adventurer_${n}`, discriminator: "0", global_name: `Adventurer ${n}`, avatar: "0123456789abcdef0123456789abcdef" },
    nick: random() < 0.3 ? `Sir ${n} of the Anvil` : null,
    avatar: null,
    banner: null,
    roles: own,
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** Node gives its garbage collector only to who asks for it. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    collect();
    collect();
  };
}
