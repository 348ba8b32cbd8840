import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import type { DataStore } from "../../src/database/store.ts";
import { openDataStore } from "../../src/database/open.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { answered, card, DESK, request, said, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";
import { callsOf } from "./surfaces/calls.ts";

const EDIT = "PATCH /channels/:channelId/messages/:messageId";

describe.each(ENGINES)("lists and edits, as officers set them while the bot runs on %s", (engine) => {
  let desk: OpenDesk;
  /** As another process would have it open. */
  let store: DataStore;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    store = openDataStore(desk.config.database);
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(async () => {
    await store.close();
    await desk.close();
  });

  /** An officer sets it with `/settings`. */
  async function set(option: string, value: string): Promise<void> {
    const overview = await answered(tobin.command({ channelId: DESK, name: "settings" }));
    const behaviour = await answered(tobin.press(overview, "Behaviour"));
    const group = await answered(tobin.press(behaviour, selectOf(behaviour, "settings.group").id, ["performance"]));
    const { modal } = await tobin.press(group, selectOf(group, "settings.option").id, [option]);
    if (!modal) throw new Error(`no form for ${option}`);
    expect(said(await tobin.submit(modal, { value }))).toContain("✅");
  }
  const queue = async (): Promise<string> => said(await sylra.command({ channelId: DESK, name: "requests" }));
  const rename = (to: string) => store.inTransaction((db) => db.updateTable("requests").set({ item_name: to, item_names: "{}" }).execute());

  it("show one's own change at once, though they are kept", async () => {
    await request(eva, "crusader", 2);
    expect(await queue()).toContain("Crusader");
    await request(eva, "fiery", 1);
    expect(await queue()).toContain("Fiery");
    await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim");
    expect(await queue()).toContain("Yours");
  });

  it("are kept until officers say otherwise, and then read anew at the next look", async () => {
    const before = await queue();
    await rename("Known Elsewhere");
    expect(await queue()).toBe(before);
    await set("queueCacheTtlMinutes", "0");
    expect(await queue()).toContain("Known Elsewhere");
    await rename("Known Elsewhere Again");
    expect(await queue()).toContain("Known Elsewhere Again");
    await set("queueCacheTtlMinutes", "5");
  });

  it("grow old where officers want no more than a time to live, until that is over", async () => {
    await set("queueCacheInvalidation", "off");
    desk.clock.advance(5 * 60_000);
    const before = await queue();
    await request(eva, "crusader", 7);
    expect(await queue()).toBe(before);
    desk.clock.advance(5 * 60_000);
    expect(await queue()).toContain("×7");
    await request(eva, "crusader", 8);
    expect(await queue()).not.toContain("×8");
    await set("queueCacheInvalidation", "on");
    expect(await queue()).toContain("×8");
  });

  /** How many edits a handover takes, which changes nothing on the card. */
  async function editsOfHandover(quantity: number): Promise<number> {
    await request(eva, "crusader", quantity);
    const claimed = await answered(sylra.press(await card(sylra, `×${quantity}`, "Claim"), "Claim"));
    await sylra.press(await answered(sylra.press(claimed, "Start")), `Complete all ${quantity}`);
    const done = await card(eva, `×${quantity}`, "Completed");
    const ready = await eva.waitForDirectMessage((message) => textOf(message).includes("Your craft is ready") && textOf(message).includes(`×${quantity}`));
    await settled();
    const before = callsOf(desk.sandbox).filter((call) => call === EDIT).length;
    expect(said(await eva.press(ready, "Received"))).toContain("Handed over");
    await settled();
    expect(textOf(eva.message(done.channel_id, done.id) ?? done)).toBe(textOf(done));
    return callsOf(desk.sandbox).filter((call) => call === EDIT).length - before;
  }
  /** Nothing is on its way to the board any more. */
  async function settled(): Promise<void> {
    await expect.poll(() => store.read.selectFrom("outbox").select("id").where("topic", "=", "board-card").execute(), { timeout: 8_000 }).toEqual([]);
  }

  it("leave a card alone that would look the same, until officers want every edit", async () => {
    expect(await editsOfHandover(3)).toBe(0);
    await set("skipUnchangedEdits", "off");
    expect(await editsOfHandover(4)).toBe(1);
    await set("skipUnchangedEdits", "on");
    expect(await editsOfHandover(5)).toBe(0);
  });
});
