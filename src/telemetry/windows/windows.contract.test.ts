import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DataStore } from "../../database/store.ts";
import { createIds } from "../../kernel/id.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { SILENT } from "../../testing/outbox-bench.ts";
import { createMeasurements, type Measurements } from "../measurements.ts";
import { createWindowKeeper, type WindowKeeper } from "./keeper.ts";
import { reportOf } from "./report.ts";
import { windowMigrations } from "./tables.ts";
import { KEPT_FOR_MS, MINUTES_FOR_MS, thin } from "./thin.ts";
import { HOUR_MS, MINUTE_MS } from "./window.ts";
import { listWindows } from "./window-store.ts";

const START = Date.parse("2026-11-25T10:00:00Z");
const WHO = { flow: "request", surface: "ephemeral", cohort: "recommended" };
const breathe = (): Promise<void> => Promise.resolve();

describe.each(ENGINES)("windows on %s", (engine) => {
  let now = START;
  const clock = { now: () => now };
  const newId = createIds(clock);
  let test: TestStore;
  let measurements: Measurements;
  let keeper: WindowKeeper;
  beforeEach(async () => {
    now = START;
    test = await openTestStore(engine, [windowMigrations]);
    measurements = createMeasurements(clock);
    keeper = createWindowKeeper({ store: test.store, measurements, clock, newId, log: SILENT });
  });
  afterEach(() => test.drop());

  /** What was written of them is measured as well. */
  const all = async (guildId?: string) => (await listWindows(test.store.read, { from: 0, to: now + MINUTE_MS, ...(guildId === undefined ? {} : { guildId }) })).filter(({ series }) => series.metric !== "windowsWritten");
  const minuteEnds = async (): Promise<void> => {
    now += MINUTE_MS;
    await keeper.flush();
  };

  it("keep each minute, guild, flow, surface and cohort apart", async () => {
    measurements.observe("interactionOwn", WHO, 0.004, "1");
    measurements.observe("interactionOwn", WHO, 0.006, "1");
    measurements.observe("interactionOwn", { ...WHO, cohort: "baseline" }, 0.2, "1");
    measurements.observe("interactionOwn", WHO, 0.1, "2");
    await minuteEnds();
    measurements.observe("interactionOwn", WHO, 0.005, "1");
    await keeper.flush();
    const windows = await all("1");
    expect(windows.map(({ startedAt, spanMs, count, series: { cohort } }) => [startedAt - START, spanMs, count, cohort].join(" ")).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["0 60000 1 baseline", "0 60000 2 recommended", "60000 60000 1 recommended"]);
    expect(await all("2")).toHaveLength(1);
  });

  it("lose nothing when the bot stops and starts within one minute", async () => {
    measurements.count("rateLimited", { route: "POST /x", scope: "user" }, 2);
    await keeper.stop();
    const second = createMeasurements(clock);
    second.count("rateLimited", { route: "POST /x", scope: "user" }, 3);
    await createWindowKeeper({ store: test.store, measurements: second, clock, newId, log: SILENT }).stop();
    expect(reportOf(await all(), "flow").rest.rateLimited).toEqual([{ name: "user", count: 5 }]);
  });

  it("wait in memory while the database cannot be written to, and are written once", async () => {
    measurements.count("invalidRequests", { status: "403" });
    const broken: DataStore & { inTransaction: DataStore["inTransaction"] } = { ...test.store, inTransaction: () => Promise.reject(new Error("the disk is full")) };
    const logged: string[] = [];
    const unlucky = createWindowKeeper({ store: broken, measurements, clock, newId, log: { ...SILENT, error: (_, sentence) => logged.push(sentence) } });
    await unlucky.flush();
    expect(logged).toEqual(["measurements could not be kept; they wait for the next minute"]);
    broken.inTransaction = test.store.inTransaction;
    await unlucky.flush();
    await unlucky.flush();
    expect(reportOf(await all(), "flow").rest.invalid).toBe(1);
  });

  it("become hours after two days, with the same figures, and are gone after 90", async () => {
    for (let minute = 0; minute < 90; minute += 1) {
      measurements.observe("interactionShown", { ...WHO, route: "/request" }, 0.1 + minute / 1_000, "1");
      measurements.count("interactions", { ...WHO, route: "/request", outcome: "answered" }, 1, "1");
      await minuteEnds();
    }
    const before = reportOf(await all(), "flow");
    now = START + MINUTES_FOR_MS + HOUR_MS;
    await thin(test.store, now, newId, breathe);
    const spans = Map.groupBy(await all(), ({ spanMs }) => spanMs);
    expect([spans.get(HOUR_MS)?.length, spans.get(MINUTE_MS)?.length]).toEqual([2, 60]);
    expect(reportOf(await all(), "flow")).toEqual(before);
    now = START + MINUTES_FOR_MS + 2 * HOUR_MS;
    await thin(test.store, now, newId, breathe);
    await thin(test.store, now, newId, breathe);
    expect((await all()).map(({ spanMs, startedAt, count }) => [spanMs, startedAt - START, count].join(" ")).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["3600000 0 60", "3600000 0 60", "3600000 3600000 30", "3600000 3600000 30"]);
    now = START + KEPT_FOR_MS + HOUR_MS;
    await thin(test.store, now, newId, breathe);
    expect((await all()).map(({ startedAt }) => startedAt - START)).toEqual([HOUR_MS, HOUR_MS]);
    now += 2 * HOUR_MS;
    await thin(test.store, now, newId, breathe);
    expect(await all()).toEqual([]);
  });

  it("are thinned once by two processes at the same moment", async () => {
    for (let minute = 0; minute < 30; minute += 1) {
      measurements.observe("interactionOwn", WHO, 0.001, "1");
      await minuteEnds();
    }
    now = START + MINUTES_FOR_MS + HOUR_MS;
    await Promise.all([thin(test.store, now, newId, breathe), thin(test.store, now, newId, breathe)]);
    expect((await all()).map(({ spanMs, count }) => [spanMs, count])).toEqual([[HOUR_MS, 30]]);
  });

  it("of a metric that this version does not know are left alone, and are in nobody's way", async () => {
    measurements.observe("interactionOwn", WHO, 0.001, "1");
    await keeper.flush();
    await test.store.inTransaction((db) => db.insertInto("metric_windows").values({ guild_id: "1", id: "x", metric: "ofTomorrow", flow: "", surface: "", cohort: "", detail: "{}", started_at: START - HOUR_MS, span_ms: MINUTE_MS, value_count: 1, sketch: null }).execute());
    now = START + MINUTES_FOR_MS + 2 * HOUR_MS;
    await thin(test.store, now, newId, breathe);
    expect((await all()).map(({ spanMs }) => spanMs)).toEqual([HOUR_MS]);
    expect(await test.store.read.selectFrom("metric_windows").select("id").where("metric", "=", "ofTomorrow").execute()).toHaveLength(1);
  });
});
