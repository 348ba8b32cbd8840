import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataStore } from "../../src/database/open.ts";
import { reportOf } from "../../src/telemetry/windows/report.ts";
import { listWindows } from "../../src/telemetry/windows/window-store.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { GUILD_ID } from "../../sandbox/index.ts";
import { DESK } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

describe.each(ENGINES)("what is measured on %s", (engine) => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(engine, SETTINGS);
    const eva = await desk.person("eva");
    const { modal } = await eva.command({ channelId: DESK, name: "request", options: { item: "Bolt of Silk Cloth", quantity: 1 } });
    if (!modal) throw new Error("no form");
    await eva.submit(modal, { "character-name": "Eva" });
    await eva.command({ channelId: DESK, name: "settings" });
    // Its windows are written when it stops.
    await desk.restartBot();
  });
  afterAll(() => desk.close());

  const report = async (by: "flow" | "surface" | "cohort") => {
    const store = openDataStore(desk.config.database);
    try {
      return reportOf(await listWindows(store.read, { from: 0, to: Number.MAX_SAFE_INTEGER }), by);
    } finally {
      await store.close();
    }
  };

  it("is kept by flow: a request took two interactions and two calls, each answered within Discord's 3 s", async () => {
    const { groups } = await report("flow");
    expect(groups.map(({ name, interactions, failed }) => [name, interactions, failed])).toEqual([
      ["guild-settings", 1, 0],
      ["request", 2, 0],
    ]);
    const request = groups.find(({ name }) => name === "request");
    expect(request).toMatchObject({ completedFlows: 1, flowSteps: { count: 1, max: 2 }, flowCalls: { max: 2 }, acknowledged: { count: 2 }, shown: { count: 2 }, ownTime: { count: 2 } });
    expect(request?.flowWait.max).toBeGreaterThan(0);
    expect(request?.flowWait.max).toBeLessThan(3);
  });

  it("is kept by surface and by cohort as well", async () => {
    expect((await report("surface")).groups.map(({ name, interactions }) => [name, interactions])).toEqual([["ephemeral", 3]]);
    expect((await report("cohort")).groups.map(({ name, interactions }) => [name, interactions])).toEqual([["recommended", 3]]);
  });

  it("names Discord's routes without ids, the statements, and how permissions were found out", async () => {
    const { rest, database, outboxLag, eventLoopDelay, memoryBytes } = await report("flow");
    expect(rest.routes.map(({ name, summary }) => [name, summary.count])).toContainEqual(["POST /interactions/:id/:token/callback", 3]);
    expect(JSON.stringify(rest)).not.toContain(GUILD_ID);
    expect(rest.rateLimited).toEqual([]);
    expect(database.operations.map(({ name }) => name)).toEqual(expect.arrayContaining(["insert requests", "select guild_settings", "transaction control"]));
    expect(database.transactions.count).toBeGreaterThan(0);
    // The board's card and the panel.
    expect(outboxLag.count).toBeGreaterThanOrEqual(1);
    expect(eventLoopDelay.count).toBeGreaterThan(0);
    expect(memoryBytes.max).toBeGreaterThan(10 * 1_048_576);
  });
});
