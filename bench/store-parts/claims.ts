import type { BenchDesk } from "./desk.ts";
import { crafterId, CRAFTERS, GUILD, PROFESSIONS } from "./fill.ts";
import { Times, withCallers } from "../measuring/times.ts";

const ALONE = 1_000;
const TOGETHER = 2_000;
const CALLERS = 64;

/** Durable claims of open requests, one after the other and many at a time. */
export async function benchClaims(desk: BenchDesk): Promise<readonly string[]> {
  const open = await openIds(desk, ALONE + TOGETHER);
  const lines: string[] = [];
  for (const [callers, ids] of [
    [1, open.slice(0, ALONE)],
    [CALLERS, open.slice(ALONE)],
  ] as const) {
    const times = new Times();
    const claim = async (n: number): Promise<void> => {
      const outcome = await times.time(() => desk.actions.act(desk.callOf(crafterId(n % CRAFTERS), PROFESSIONS), ids[n] ?? "", { kind: "claim" }));
      if (!outcome.ok) throw new Error(`a claim was refused: ${outcome.error.kind}`);
    };
    await times.during(() => withCallers(callers, ids.length, claim));
    lines.push(`  ${`${callers} at a time`.padEnd(28)}${times.summary()}   ${times.cpuEach()}   (${times.count})`);
  }
  return ["durable claims: request, audit event, statistics, outbox row", ...lines];
}

async function openIds({ store }: BenchDesk, limit: number): Promise<readonly string[]> {
  const rows = await store.read.selectFrom("requests").select("id").where("guild_id", "=", GUILD).where("state", "=", "open").limit(limit).execute();
  return rows.map(({ id }) => id);
}
