import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../database/schema.ts";
import { GUILD } from "../../testing/call.ts";
import { openTestStore, type TestStore } from "../../testing/engines.ts";
import { aRequest } from "../../testing/requests.ts";
import { countAskedFor } from "./limits-store.ts";
import { requestMigrations } from "./migrations.ts";
import { type RequestReadModel, requestReads } from "./read-model.ts";
import { requestStore } from "./store.ts";

/** Remembers every query that goes through. */
class Recorder implements KyselyPlugin {
  readonly nodes: RootOperationNode[] = [];
  readonly transformQuery: KyselyPlugin["transformQuery"] = ({ node }) => {
    this.nodes.push(node);
    return node;
  };
  readonly transformResult: KyselyPlugin["transformResult"] = ({ result }) => Promise.resolve(result);
}

/** What SQLite would do for each query that `ask` makes, one line a step. */
async function plansOf(db: Db, ask: (recorded: Db) => Promise<unknown>): Promise<readonly string[]> {
  const recorder = new Recorder();
  await ask(db.withPlugin(recorder));
  const plans: string[] = [];
  for (const node of recorder.nodes) {
    const query = db.getExecutor().compileQuery(node, { queryId: "plan" });
    const { rows } = await db.executeQuery<{ detail: string }>(CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]));
    plans.push(...rows.map(({ detail }) => detail));
  }
  return plans;
}

describe("what SQLite does for each list, however many requests are stored", () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore("sqlite", [requestMigrations]);
    // The lists leave out what they know to be empty.
    const states = ["open", "claimed", "in_progress", "completed"] as const;
    await test.store.inTransaction(async (db) => {
      for (const state of states) await requestStore(db).add(aRequest({ id: state, draftId: state, state, requesterId: "m", crafterId: state === "open" ? null : "c" }));
    });
  });
  afterAll(() => test.drop());

  const asked: Record<string, (reads: RequestReadModel) => Promise<unknown>> = {
    "queue of one": (reads) => reads.listQueue(GUILD, "c", ["enchanting"], 0, 10),
    "queue of three": (reads) => reads.listQueue(GUILD, "c", ["enchanting", "tailoring", "alchemy"], 3, 10),
    "queue of every one": (reads) => reads.listQueue(GUILD, "c", null, 0, 10),
    "queue of what one can make": (reads) => reads.listOpenOf(GUILD, ["enchanting"], ["enchant-weapon-crusader"], 0, 10),
    "claimed by anybody": (reads) => reads.listClaimed(GUILD, 0, 10),
    "claimed of one": (reads) => reads.listClaimed(GUILD, 0, 10, "enchanting"),
    mine: (reads) => reads.listMine(GUILD, "m", null, 0, 10),
    "one by number": (reads) => reads.getByNumber(GUILD, 7),
    "what was sent together": (reads) => reads.spansOfBaskets(GUILD, ["b", "c"]),
    "recent items": (reads) => reads.listRecentRecipes(GUILD, "m", 25),
    "a character's cards": (reads) => reads.listActiveIdsOfCharacter(GUILD, "k"),
    "a character's": (reads) => reads.countActiveRequests(GUILD, "k"),
  };

  it.each(Object.entries(asked))("%s", async (_, ask) => {
    const plans = await plansOf(test.store.read, (db) => ask(requestReads(db)));
    const onRequests = plans.filter((step) => step.includes("requests"));
    expect(onRequests).not.toEqual([]);
    // Each look into the table goes through an index, and names more than the guild.
    expect(onRequests.filter((step) => !/^SEARCH requests USING .*\(guild_id=\? AND /.test(step))).toEqual([]);
  });

  it("one that an action changes", async () => {
    const plans = await plansOf(test.store.migrationTarget, (db) => requestStore(db).replace(aRequest({ id: "open", requesterId: "m" }), { version: 99, crafterId: null }));
    expect(plans).toEqual([expect.stringMatching(/^SEARCH requests USING .*\(guild_id=\? AND id=\?\)$/)]);
  });

  it("a character's, to be cancelled with it", async () => {
    const plans = await plansOf(test.store.read, (db) => requestStore(db).listActiveOfCharacter(GUILD, "k"));
    expect(plans).toEqual([expect.stringContaining("USING INDEX requests_character (guild_id=? AND character_id=? AND state=?)")]);
  });

  it("what somebody asks for, to be held against their limits", async () => {
    const plans = await plansOf(test.store.read, (db) => countAskedFor(db, GUILD, "m", 0));
    expect(plans.filter((step) => step.includes("requests"))).toEqual([
      expect.stringContaining("COVERING INDEX requests_mine (guild_id=? AND requester_id=? AND state=?)"),
      expect.stringContaining("COVERING INDEX requests_recent (guild_id=? AND requester_id=? AND created_at>?)"),
    ]);
  });

  it("counts from indexes alone", async () => {
    const plans = await plansOf(test.store.read, (db) => requestReads(db).countMine(GUILD, "m"));
    expect(plans).toEqual([expect.stringContaining("COVERING INDEX requests_mine (guild_id=? AND requester_id=?)")]);
  });

  it.each([null, ["enchanting"]])("reads the open ones of %s in the order of an index, and sorts none", async (professions) => {
    const plans = await plansOf(test.store.read, (db) => requestReads(db).listQueue(GUILD, "c", professions, 0, 10, { only: "open" }));
    expect(plans.filter((step) => step.includes("COVERING INDEX requests_"))).toHaveLength(2);
    expect(plans.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
  });

  it("merges the open ones of several professions in the order of their indexes, and sorts none", async () => {
    const plans = await plansOf(test.store.read, (db) => requestReads(db).listQueue(GUILD, "c", ["enchanting", "tailoring", "alchemy"], 0, 10, { only: "open" }));
    expect(plans).toContainEqual(expect.stringContaining("MERGE (UNION ALL)"));
    expect(plans.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
  });
});
