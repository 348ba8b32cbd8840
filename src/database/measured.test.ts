import { describe, expect, it } from "vitest";
import { ENGINES, openTestStore } from "../testing/engines.ts";
import { operationOf } from "./measured.ts";

describe("a statement's operation", () => {
  it.each([
    [`select "id" from "requests" where "guild_id" = ?`, "select requests"],
    [`insert into "outbox" ("guild_id") values (?)`, "insert outbox"],
    [`update "requests" set "state" = ? where "id" in (select "id" from "outbox")`, "update requests"],
    [`delete from "timers" where "guild_id" = $1`, "delete timers"],
    [`with "chosen" as (select 1) select * from "requests"`, "select requests"],
    ["begin immediate", "transaction control"],
    ["release work", null],
    ["rollback to work", null],
    ["rollback", "transaction control"],
    ["pragma wal_checkpoint", "other"],
  ])("%s is %s", (sql, operation) => {
    expect(operationOf(sql)).toBe(operation);
  });
});

describe.each(ENGINES)("a measured store on %s", (engine) => {
  it("tells each statement and transaction, also the undone ones", async () => {
    const told: string[] = [];
    const test = await openTestStore(engine, [], { statements: (operation) => (seconds) => void told.push(`${operation} ${seconds >= 0}`), transaction: (outcome, seconds) => told.push(`${outcome} ${seconds >= 0}`) });
    try {
      told.length = 0;
      await test.store.read.selectFrom("kysely_migration").select("name").execute();
      expect(told).toEqual(["select kysely_migration true"]);
      await test.store.inTransaction((db) => db.selectFrom("kysely_migration").select("name").execute());
      expect(told.at(-1)).toBe("committed true");
      await expect(test.store.inTransaction(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
      expect(told.at(-1)).toBe("undone true");
    } finally {
      await test.drop();
    }
  });
});
