import type { Arrival } from "../arrivals.ts";
import { type FlowName, isForCrafters } from "../mix.ts";
import type { FlowEnd, Played, StepRecord } from "./play.ts";

/** What came of one arrival; times in milliseconds. */
export interface FlowRecord {
  readonly flow: FlowName;
  readonly dueMs: number;
  readonly end: FlowEnd | "unserved";
  /** How long the arrival stood there before anybody was free for it. */
  readonly lateMs: number;
  /** All the waiting for the bot, the lateness of the first step included; without the pauses between steps. */
  readonly waitedMs: number;
  readonly steps: readonly StepRecord[];
}

/** Somebody who can be sent. */
export interface Member {
  readonly isCrafter: boolean;
  go(flow: FlowName, index: number): Promise<Played>;
}

interface Waiting extends Arrival {
  readonly index: number;
}

/**
 * Sends people as arrivals are due, without regard to how those before them fare: who is still at it is
 * not sent again, but the arrival's waiting counts from when it was due. Resolves with a record for each
 * arrival, in their order, when all have ended or `patienceMs` after the last was due.
 */
export async function sendPeople(members: readonly Member[], arrivals: readonly Arrival[], patienceMs: number, pick: (below: number) => number): Promise<readonly FlowRecord[]> {
  const idle: Record<"crafters" | "others", Member[]> = { crafters: members.filter(({ isCrafter }) => isCrafter), others: members.filter(({ isCrafter }) => !isCrafter) };
  const waiting: Waiting[] = [];
  const records = new Map<number, FlowRecord>();
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<void>();
  const from = performance.now();
  const now = (): number => performance.now() - from;

  function take(flow: FlowName): Member | null {
    const pools = isForCrafters(flow) ? [idle.crafters] : [idle.others, idle.crafters];
    const pool = pools.find(({ length }) => length > 0);
    if (!pool) return null;
    const [member] = pool.splice(pick(pool.length), 1);
    return member ?? null;
  }

  async function send(member: Member, { dueMs, flow, index }: Waiting): Promise<void> {
    const lateMs = now() - dueMs;
    const { end: how, steps } = await member.go(flow, index);
    const waitedMs = steps.reduce((sum, { shownMs }) => sum + shownMs, lateMs);
    records.set(index, { flow, dueMs, end: how, lateMs, waitedMs, steps });
    if (records.size === arrivals.length) end();
    const next = waiting.findIndex((one) => member.isCrafter || !isForCrafters(one.flow));
    const [first] = next < 0 ? [] : waiting.splice(next, 1);
    if (first) return send(member, first);
    (member.isCrafter ? idle.crafters : idle.others).push(member);
  }

  arrivals.forEach((arrival, index) => {
    setTimeout(() => {
      const member = take(arrival.flow);
      if (member) send(member, { ...arrival, index }).catch(fail);
      else waiting.push({ ...arrival, index });
    }, Math.max(0, arrival.dueMs - now()));
  });
  const lastDueMs = arrivals.at(-1)?.dueMs ?? 0;
  const timer = setTimeout(end, lastDueMs + patienceMs);
  await ended;
  clearTimeout(timer);
  const endedMs = now();
  // Whoever was not served has waited at least so long.
  return arrivals.map(({ flow, dueMs }, index) => records.get(index) ?? { flow, dueMs, end: "unserved", lateMs: endedMs - dueMs, waitedMs: endedMs - dueMs, steps: [] });
}
