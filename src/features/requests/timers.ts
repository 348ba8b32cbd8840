/** What happens to requests by itself: claims end, handovers are taken for done, deadlines are called to mind. */
import type { Schedule, Timer, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { RequestChanged } from "./events.ts";
import { isTaken } from "./policy.ts";
import { type ChangeKind, type CraftingRequest, isActive, THE_DESK } from "./request.ts";
import { requestStore } from "./store.ts";
import { expired, receivedInTime } from "./transition.ts";

export interface TimerDeps {
  readonly schedule: Schedule;
  /** Answers over the connection that it is given. */
  readonly settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>;
}

const LEASE_ENDING = "request.lease-ending";
const LEASE_END = "request.lease-end";
const NEEDED_SOON = "request.needed-soon";
const RECEIVED = "request.received";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A crafter is asked when a quarter of the claim is left, and at most this long before its end. */
const ASKED_BEFORE_MS = 12 * HOUR_MS;

/** Sees to a request's timers after a change, in the transaction that made it. */
export async function setTimers(deps: TimerDeps, tx: Transaction, { request, before }: Pick<RequestChanged, "request" | "before">): Promise<void> {
  if (request.leaseUntil !== (before?.leaseUntil ?? null)) await setLeaseTimers(deps, tx, request);
  if (neededDate(request) !== neededDate(before)) {
    const hours = neededDate(request) === null ? 0 : (await deps.settings(tx.db, request.guildId)).deadlineReminderHours;
    const dueAt = (request.neededBy ?? 0) - hours * HOUR_MS;
    // Who asks for it sooner than that knows that it is soon.
    await put(deps, tx, NEEDED_SOON, request, hours > 0 && dueAt > tx.now ? dueAt : null);
  }
  if (isWaiting(request) !== isWaiting(before)) {
    const days = isWaiting(request) ? (await deps.settings(tx.db, request.guildId)).handoverDays : 0;
    await put(deps, tx, RECEIVED, request, days > 0 ? tx.now + days * DAY_MS : null);
  }
}

async function setLeaseTimers(deps: TimerDeps, tx: Transaction, request: CraftingRequest): Promise<void> {
  const { leaseUntil } = request;
  const before = leaseUntil === null ? 0 : Math.min((leaseUntil - tx.now) / 4, ASKED_BEFORE_MS);
  await put(deps, tx, LEASE_ENDING, request, leaseUntil === null ? null : Math.round(leaseUntil - before));
  await put(deps, tx, LEASE_END, request, leaseUntil);
}

const put = ({ schedule }: TimerDeps, tx: Transaction, kind: string, { guildId, id: key }: CraftingRequest, dueAt: number | null): Promise<void> =>
  dueAt === null ? schedule.clear(tx, { guildId, kind, key }) : schedule.set(tx, { guildId, kind, key, dueAt });

/** The date that still counts; none when it is at its end. */
const neededDate = (request: CraftingRequest | null): number | null => (request !== null && isActive(request) ? request.neededBy : null);

/** Whether it waits to be handed over. */
const isWaiting = (request: CraftingRequest | null): boolean => request?.state === "completed" && request.deliveredAt === null;

export const requestTimers: readonly Timer[] = [
  {
    kind: LEASE_ENDING,
    async due(tx, { guildId, key }) {
      const request = await requestStore(tx.db).get(guildId, key);
      if (request !== null && isTaken(request.state) && request.leaseUntil !== null && request.leaseUntil > tx.now) await tx.raise({ type: "request.lease-ending", guildId, request });
    },
  },
  { kind: LEASE_END, due: (tx, { guildId, key }) => happen(tx, guildId, key, "expire", expired) },
  { kind: RECEIVED, due: (tx, { guildId, key }) => happen(tx, guildId, key, "receive", receivedInTime) },
  {
    kind: NEEDED_SOON,
    async due(tx, { guildId, key }) {
      const request = await requestStore(tx.db).get(guildId, key);
      if (request !== null && neededDate(request) !== null) await tx.raise({ type: "request.needed-soon", guildId, request });
    },
  },
];

/** Writes what happens by itself, and tells it. @throws when somebody acts in the same moment: it is then tried again, and asks anew */
async function happen(tx: Transaction, guildId: string, requestId: string, action: ChangeKind, decide: (request: CraftingRequest, now: number) => CraftingRequest | null): Promise<void> {
  const store = requestStore(tx.db);
  const before = await store.get(guildId, requestId);
  const request = before && decide(before, tx.now);
  if (!request) return;
  if (!(await store.replace(request, before))) throw new Error(`request ${requestId} changed in the moment of its ${action}`);
  await tx.raise({ type: "request.changed", guildId, request, before, action, actorId: THE_DESK, completedNow: 0, reason: "" });
}
