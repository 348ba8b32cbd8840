import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/id.ts";
import { createOutbox } from "../../outbox/outbox.ts";
import { outboxMigrations } from "../../outbox/tables.ts";
import { calls, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { type OutboxBench, outboxBench } from "../../testing/outbox-bench.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { auditReads } from "../audit/read-model.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { getPreferences } from "../preferences/store.ts";
import { preferencesMigrations } from "../preferences/tables.ts";
import { holdRequest } from "../requests/pledged-store.ts";
import type { CraftingRequest, RequestAction } from "../requests/request.ts";
import { keepUnseen } from "../surfaces/keep-unseen-service.ts";
import { notificationsFeature } from "./feature.ts";

const SHARD = "Large Brilliant Shard";
const TOBIN = "100000000000000007";

describe.each(ENGINES)("news of pledges on %s", (engine) => {
  let made: MaterialsDesk;
  let bench: OutboxBench;
  let as: Awaited<ReturnType<typeof calls>>;
  let request: CraftingRequest;
  beforeEach(async () => {
    const feature = notificationsFeature({
      outbox: createOutbox(createIds(systemClock)),
      requests: { get: (guildId, id) => made.desk.reads.get(guildId, id) },
      hold: holdRequest,
      newId: createIds(systemClock),
      preferences: getPreferences,
      settings: (_, guildId) => Promise.resolve(unsetSettings(guildId)),
      threadOf: () => Promise.resolve(null),
      showMine: () => Promise.resolve({ kind: "refuse", sentence: "mine" }),
      wasUndone: (db, guildId, id, version) => auditReads(db).wasUndone(guildId, id, version),
      keepUnseen,
      guildName: () => null,
    });
    made = await openMaterialsDesk(engine, { migrations: [outboxMigrations, feature.migrations ?? {}, preferencesMigrations], subscriptions: feature.subscriptions ?? [] });
    bench = await outboxBench(made.desk.store, feature.topics, feature.texts ? [feature.texts] : []);
    as = await calls();
    const submitted = await made.desk.actions.submit(as(REQUESTER, { rights: rights({ isCore: true }) }), aSubmission({ materialsSource: "some", materials: [{ name: SHARD, needed: 20, provided: 8 }] }));
    if (!submitted.ok) throw new Error(submitted.error);
    request = submitted.value.request;
    await act(CRAFTER, { kind: "claim" });
    await deliver();
  });
  afterEach(() => made.drop());

  const act = async (userId: string, action: RequestAction): Promise<CraftingRequest> => {
    const outcome = await made.desk.actions.act(as(userId, { rights: rights({ professions: ["enchanting"], isCore: true }) }), request.id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    return outcome.value;
  };
  const pledge = (userId: string, amount: number) => made.materials.pledge(as(userId, { locale: userId === TOBIN ? "de" : "en-US" }), request.id, new Map([[SHARD, amount]]));
  async function deliver(): Promise<void> {
    bench.clock.at += 3_600_000;
    await bench.dispatcher().drain();
  }
  const told = (userId: string, word: string): readonly string[] => bench.sender.in(`dm-${userId}`).filter((text) => text.includes(word));

  it("reach requester and crafter, many pledges in one message that says how it stands then", async () => {
    await pledge(TOBIN, 3);
    await pledge("mara", 4);
    await pledge(TOBIN, 5);
    await deliver();
    const sentence = "Now 8 of its materials are brought, 9 pledged and 3 missing.";
    expect(told(REQUESTER, "pledged")).toEqual([expect.stringContaining(sentence)]);
    expect(told(CRAFTER, "pledged")).toEqual([expect.stringContaining(sentence)]);
    expect(bench.sender.in(`dm-${TOBIN}`)).toEqual([]);
  });

  it("do not tell people of their own pledges, nor of what has ended meanwhile", async () => {
    await pledge(CRAFTER, 3);
    await deliver();
    expect([told(REQUESTER, "pledged").length, told(CRAFTER, "pledged").length]).toEqual([1, 0]);
    await pledge(TOBIN, 3);
    await act(CRAFTER, { kind: "complete", count: "all" });
    await deliver();
    expect([told(REQUESTER, "pledged").length, told(CRAFTER, "pledged").length, bench.sender.in(`dm-${TOBIN}`).length]).toEqual([1, 0, 0]);
  });

  it("tell whose pledge was cut by an edit, in their language", async () => {
    await act(CRAFTER, { kind: "release" });
    await pledge(TOBIN, 12);
    await act(REQUESTER, { kind: "edit", quantity: 5, note: "", neededBy: null, materialsSource: "some", materials: [{ name: SHARD, needed: 20, provided: 15 }] });
    await deliver();
    expect(told(TOBIN, "Von dir wird weniger gebraucht")).toHaveLength(1);
  });

  it("tell who pledged that it was called off, and not when that is taken back in time", async () => {
    await pledge(TOBIN, 3);
    const { version } = await act(REQUESTER, { kind: "cancel", reason: "" });
    await made.desk.actions.undo(as(REQUESTER), request.id, version);
    await deliver();
    expect(told(TOBIN, "Deine Zusage wird nicht mehr gebraucht")).toEqual([]);
    await act(REQUESTER, { kind: "cancel", reason: "" });
    await deliver();
    expect(told(TOBIN, "Deine Zusage wird nicht mehr gebraucht")).toHaveLength(1);
  });
});
