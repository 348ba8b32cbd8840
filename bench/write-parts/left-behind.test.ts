import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ENGINES, openTestStore, type TestStore } from "../../src/testing/engines.ts";
import { leftBehind } from "./left-behind.ts";
import { MIGRATIONS, WRITE } from "./parts.ts";
import { readStored } from "./read-stored.ts";
import { submissionsIn } from "./submissions.ts";
import type { Part } from "./ways.ts";

const GUILD = "900000000000000001";
const NOTHING = { withoutAudit: 0, withoutStatistics: 0, auditWithoutRequest: 0, statisticsWithoutRequest: 0 };

describe.each(ENGINES)("what a crash leaves of submissions on %s", (engine) => {
  let test: TestStore;
  beforeEach(async () => {
    test = await openTestStore(engine, MIGRATIONS);
  });
  afterEach(() => test.drop());

  const newSubmission = submissionsIn(GUILD);
  const write = async (...parts: readonly Part[]): Promise<void> => {
    const written = newSubmission();
    for (const part of parts) await test.store.inTransaction((db) => WRITE[part](db, written));
  };
  const found = async () => leftBehind(await readStored(test.store.read, GUILD));

  it("is nothing where all parts are there", async () => {
    await write("request", "audit", "statistics");
    await write("statistics", "request", "audit");
    expect(await found()).toEqual(NOTHING);
  });

  it.each([
    [["request"], { withoutAudit: 1, withoutStatistics: 1 }],
    [["request", "audit"], { withoutStatistics: 1 }],
    [["request", "statistics"], { withoutAudit: 1 }],
    [["audit"], { auditWithoutRequest: 1 }],
    [["statistics"], { statisticsWithoutRequest: 1 }],
    [["audit", "statistics"], { auditWithoutRequest: 1, statisticsWithoutRequest: 1 }],
  ] as const)("is seen where only %j are there, beside whole ones", async (parts, expected) => {
    await write("request", "audit", "statistics");
    await write(...parts);
    expect(await found()).toEqual({ ...NOTHING, ...expected });
  });
});
