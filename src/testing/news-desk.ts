import type { Engine } from "../database/store.ts";
import { auditReads } from "../features/audit/read-model.ts";
import { unsetSettings } from "../features/guild-settings/guild-settings.ts";
import { notificationsFeature } from "../features/notifications/feature.ts";
import type { Telling } from "../features/preferences/preferences.ts";
import { getPreferences } from "../features/preferences/store.ts";
import { preferencesMigrations } from "../features/preferences/tables.ts";
import { holdRequest } from "../features/requests/pledged-store.ts";
import type { Submission } from "../features/requests/request-port.ts";
import type { CraftingRequest, RequestAction } from "../features/requests/request.ts";
import { keepUnseen } from "../features/surfaces/keep-unseen-service.ts";
import { surfaceMigrations } from "../features/surfaces/tables.ts";
import { systemClock } from "../kernel/clock.ts";
import { createIds } from "../kernel/id.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { outboxMigrations } from "../outbox/tables.ts";
import { calls, GUILD, officer, rights } from "./call.ts";
import { type OutboxBench, outboxBench } from "./outbox-bench.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "./request-desk.ts";
import { REQUESTER } from "./requests.ts";

export const OFFICER = "100000000000000003";

/** What a test may change while it runs. */
export interface NewsSettings {
  telling: Telling;
  /** Channels by request. */
  readonly threads: Map<string, string>;
}

/** Requests, and the messages that people are sent about them. */
export interface NewsDesk {
  readonly desk: RequestDesk;
  readonly bench: OutboxBench;
  readonly as: Awaited<ReturnType<typeof calls>>;
  readonly settings: NewsSettings;
  submit(given?: Partial<Submission>, guildId?: string): Promise<CraftingRequest>;
  act(userId: string, request: CraftingRequest, action: RequestAction): Promise<void>;
  undo(userId: string, request: CraftingRequest): Promise<void>;
  /** An hour later, sends all that is due. */
  deliver(): Promise<void>;
  wait(ms: number): Promise<void>;
  /** What a person was sent, oldest first. */
  dm(userId: string): readonly string[];
}

export async function openNewsDesk(engine: Engine): Promise<NewsDesk> {
  const settings: NewsSettings = { telling: "dm", threads: new Map() };
  const opened: { desk?: RequestDesk } = {};
  const deskNow = (): RequestDesk => {
    if (!opened.desk) throw new Error("the desk is not open yet");
    return opened.desk;
  };
  const feature = notificationsFeature({
    outbox: createOutbox(createIds(systemClock)),
    requests: { get: (guildId, id) => deskNow().reads.get(guildId, id) },
    hold: holdRequest,
    newId: createIds(systemClock),
    preferences: getPreferences,
    settings: (_, guildId) => Promise.resolve({ ...unsetSettings(guildId), telling: settings.telling }),
    threadOf: (_, __, requestId) => Promise.resolve(settings.threads.get(requestId) ?? null),
    showMine: () => Promise.resolve({ kind: "refuse", sentence: "mine" }),
    wasUndone: (db, guildId, id, version) => auditReads(db).wasUndone(guildId, id, version),
    keepUnseen,
    guildName: (guildId) => (guildId === GUILD ? "The Gilded Anvil" : null),
  });
  const desk = await openRequestDesk(engine, { migrations: [outboxMigrations, preferencesMigrations, surfaceMigrations, feature.migrations ?? {}], subscriptions: feature.subscriptions ?? [] });
  opened.desk = desk;
  const bench = await outboxBench(desk.store, feature.topics, feature.texts ? [feature.texts] : []);
  const as = await calls();
  return {
    desk,
    bench,
    as,
    settings,
    async submit(given = {}, guildId = GUILD) {
      const outcome = await desk.actions.submit(as(REQUESTER, { guildId }), aSubmission(given));
      if (!outcome.ok) throw new Error(outcome.error);
      return outcome.value.request;
    },
    async act(userId, { id, guildId }, action) {
      const outcome = await desk.actions.act(as(userId, { guildId, rights: userId === OFFICER ? officer : rights({ professions: ["enchanting"] }) }), id, action);
      if (!outcome.ok) throw new Error(outcome.error.kind);
    },
    async undo(userId, { id, guildId }) {
      const version = (await desk.reads.get(guildId, id))?.version ?? 0;
      const outcome = await desk.actions.undo(as(userId, { guildId }), id, version);
      if (!outcome.ok) throw new Error(outcome.error.kind);
    },
    async deliver() {
      bench.clock.at += 3_600_000;
      await bench.dispatcher().drain();
    },
    async wait(ms) {
      bench.clock.at += ms;
      await desk.wait(ms);
    },
    dm: (userId) => bench.sender.in(`dm-${userId}`),
  };
}
