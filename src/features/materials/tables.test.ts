import { afterEach, describe, expect, it } from "vitest";
import { migrate } from "../../database/migrator.ts";
import { GUILD } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { aRequest, CRAFTER } from "../../testing/requests.ts";
import { requestMigrations } from "../requests/migrations.ts";
import { requestStore } from "../requests/store.ts";
import { materialsReads } from "./read-model.ts";
import { materialsMigrations } from "./tables.ts";

let test: TestStore;
afterEach(() => test.drop());

describe.each(ENGINES)("the needs of requests on %s", (engine) => {
  it("are there for those that were active before there were any", async () => {
    test = await openTestStore(engine, [requestMigrations]);
    const materials = [{ name: "Shard", needed: 20, provided: 8 }, { name: "Dust", needed: 5, provided: 5 }];
    await test.store.inTransaction(async (db) => {
      for (const [id, state] of [["a", "open"], ["b", "in_progress"], ["c", "completed"]] as const)
        await requestStore(db).add(aRequest({ id, draftId: id, state, materials, crafterId: state === "open" ? null : CRAFTER, completed: state === "in_progress" ? 4 : 0 }));
    });
    await migrate(test.store, [requestMigrations, materialsMigrations]);
    const reads = materialsReads(test.store.read);
    expect(await reads.totals(GUILD, { professions: null })).toEqual([{ name: "Shard", needed: 40, brought: 16, pledged: 0, missing: 16, requests: 2 }]);
    expect(await reads.totals(GUILD, { professions: null, crafterId: CRAFTER })).toMatchObject([{ missing: 4, requests: 1 }]);
  });
});
