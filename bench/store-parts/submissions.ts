import type { BenchDesk } from "./desk.ts";
import { Times, withCallers } from "../measuring/times.ts";

const ROUNDS = 3;
const WARM_UP = 1_000;
const ALONE = 2_000;
const TOGETHER = 10_000;
const CALLERS = 64;

interface Side {
  readonly callers: number;
  readonly count: number;
  readonly times: Times;
  tookMs: number;
}

/** Durable submissions a second by one caller and by many at once, in turns in one run, and how many times more. */
export async function benchSubmissions(desk: BenchDesk): Promise<readonly string[]> {
  let made = 0;
  const before = await countRows(desk);
  const submitOne = async (): Promise<void> => {
    const { call, submission } = desk.submissionOf(made++);
    const outcome = await desk.actions.submit(call, submission);
    if (!outcome.ok || !outcome.value.isNew) throw new Error(`a submission was not accepted: ${JSON.stringify(outcome)}`);
  };
  await withCallers(CALLERS, WARM_UP, submitOne);
  const alone: Side = { callers: 1, count: ALONE, times: new Times(), tookMs: 0 };
  const together: Side = { callers: CALLERS, count: TOGETHER, times: new Times(), tookMs: 0 };
  for (let round = 0; round < ROUNDS; round++)
    for (const side of [alone, together]) {
      const from = performance.now();
      await side.times.during(() => withCallers(side.callers, side.count, () => side.times.time(submitOne)));
      side.tookMs += performance.now() - from;
    }
  const after = await countRows(desk);
  const added = after.map((rows, n) => rows - (before[n] ?? 0));
  if (added.some((rows) => rows !== made)) throw new Error(`${made} submissions were acknowledged, but these rows are stored: ${added.join(", ")}`);
  return [
    `durable submissions: character checked, request, audit event, statistics, outbox row; one transaction each, ${ROUNDS} rounds in turns`,
    ...[alone, together].map((side) => `  ${`${side.callers} at a time`.padEnd(28)}${perSecond(side).toFixed(0).padStart(7)} a second   ${side.times.summary()}   ${side.times.cpuEach()}   (${side.times.count})`),
    `  ${"together against alone".padEnd(28)}${(perSecond(together) / perSecond(alone)).toFixed(1).padStart(7)} x`,
  ];
}

const perSecond = ({ times, tookMs }: Side): number => (times.count * 1_000) / tookMs;

/** Requests, audit events and messages that are stored. */
async function countRows({ store }: BenchDesk): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of ["requests", "audit_events", "outbox"] as const) {
    const { n } = await store.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    counts.push(n);
  }
  return counts;
}
