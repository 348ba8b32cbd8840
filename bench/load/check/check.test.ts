import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDataStore } from "../../../src/database/open.ts";
import type { DataStore } from "../../../src/database/store.ts";
import type { ToldSubmission } from "../../../test/kill/ledger.ts";
import type { Told } from "../processes/messages.ts";
import { prefill } from "../world/prefill.ts";
import { checkStore } from "./check.ts";

const GUILD = "1300000000000000001";
const ANN = "1400000000000000001";
const BEN = "1400000000000000002";

let folder = "";
const address = () => ({ engine: "sqlite", file: join(folder, "guildsmith.db") }) as const;

/** A store as the real rooms have filled it: six requests of two people, all of them told. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "guildsmith-check-"));
  await prefill(address(), [ANN, BEN].map((personId) => ({ guildId: GUILD, personId, directChannelId: null })), 6);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function change(work: (store: DataStore) => Promise<unknown>): Promise<void> {
  const store = openDataStore(address());
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** All that is there was told to whom it belongs. */
async function told(): Promise<Told[string]> {
  const submissions: ToldSubmission[] = [];
  await change(async ({ read }) => {
    for (const { id, number, note, requester_id: personId } of await read.selectFrom("requests").selectAll().execute()) submissions.push({ note, personId, number, requestId: id });
  });
  return { submissions, actions: [], versionsShown: [] };
}

const faults = async (what: Told[string]): Promise<string> => (await checkStore(address(), { [GUILD]: what })).faults.join("\n");
const claimBy = (personId: string, number: number): Told[string]["actions"][number] => ({ personId, action: "claim", request: { number }, count: null, drawn: null, version: null, words: "claimed" });

it("finds nothing wrong where all is as it was told", async () => {
  expect(await checkStore(address(), { [GUILD]: await told() })).toEqual({ submissions: 6, actions: 0, stored: 6, faults: [] });
});

it("finds a request that was told and is lost, and one that is there twice", async () => {
  const before = await told();
  await change((store) =>
    store.inTransaction(async (db) => {
      const copied = await db.selectFrom("requests").selectAll().where("number", "=", 2).executeTakeFirstOrThrow();
      await db.insertInto("requests").values({ ...copied, id: "doubled", number: 7, draft_id: "doubled" }).execute();
      await db.deleteFrom("requests").where("number", "=", 5).execute();
      await db.updateTable("request_numbers").set({ last: 7 }).execute();
    }),
  );
  const found = await faults(before);
  expect(found).toMatch(/"there before 1" was submitted once and is there 2 times: #2, #7/);
  expect(found).toMatch(/#5 .* is lost/);
});

it("finds a request without its audit row, and statistics that count something else", async () => {
  const before = await told();
  await change((store) =>
    store.inTransaction(async (db) => {
      const { id } = await db.selectFrom("requests").select("id").where("number", "=", 3).executeTakeFirstOrThrow();
      await db.deleteFrom("audit_events").where("request_id", "=", id).execute();
    }),
  );
  const found = await faults(before);
  expect(found).toContain("#3 has version 1, and events for the versions none");
  expect(found).toContain("the statistics of");
});

it("finds a claim of which two people were told", async () => {
  const before = await told();
  await change((store) =>
    store.inTransaction(async (db) => {
      const { id } = await db.selectFrom("requests").select("id").where("number", "=", 4).executeTakeFirstOrThrow();
      const [event] = await db.selectFrom("audit_events").selectAll().where("request_id", "=", id).execute();
      if (!event) throw new Error("#4 has no event");
      const details = JSON.stringify({ changes: { state: "claimed", crafterId: ANN } });
      const claim = { ...event, action: "claim", details, to_state: "claimed" } as const;
      await db.insertInto("audit_events").values([{ ...claim, id: "one", actor_id: ANN, from_state: "open", request_version: 2 }, { ...claim, id: "two", actor_id: BEN, from_state: "claimed", request_version: 3 }]).execute();
      await db.updateTable("requests").set({ state: "claimed", crafter_id: ANN, version: 3 }).where("id", "=", id).execute();
    }),
  );
  const found = await faults({ ...before, actions: [claimBy(ANN, 4), claimBy(BEN, 4)] });
  expect(found).toContain(`#4: ${BEN} claimed it in its version 3, when it was claimed`);
});

it("finds what people were told was done, and was not", async () => {
  const before = await told();
  expect(await faults({ ...before, actions: [claimBy(ANN, 1)] })).toContain(`#1: claim by ${ANN} was acknowledged 1 times, and is in the trail 0 times`);
});
