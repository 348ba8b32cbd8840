import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS } from "../../sandbox/index.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { answered, card, DESK, directMessages, hasButton, request, said } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

const HOUR_MS = 3_600_000;

const waitFor = (person: Driver, ...texts: readonly string[]) => person.waitForDirectMessage((message) => texts.every((text) => textOf(message).includes(text)));

describe.each(ENGINES)("the life of a request on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  /** The bot is away until then, as in a night without power. */
  async function sleep(ms: number): Promise<void> {
    desk.clock.advance(ms);
    await desk.restartBot();
    await Promise.all([eva.waitForBot(["request"]), sylra.waitForBot(["request"])]);
  }
  const openCard = () => sylra.waitForMessage(CHANNELS.craftingBoard, (message) => JSON.stringify(message.components).includes("request.claim."));

  it("takes a date with the command, and lets its requester change what is open, also when the bot restarts while the form is open", async () => {
    const sent = await request(eva, "crusader", 3, { date: "in 9 days" });
    expect(textOf(sent)).toMatch(/Needed by <t:\d+:f>/);
    await card(sylra, "Crusader", "Needed by", "Claim");
    const details = await answered(eva.press(sent, "Details"));
    const { modal } = await eva.press(details, "Edit…");
    if (!modal) throw new Error("no form");
    await desk.restartBot();
    await eva.waitForBot(["request"]);
    const changed = await answered(eva.submit(modal, { quantity: "5", note: "for the raid" }));
    expect(textOf(changed)).toContain("✏️ Changed.");
    expect(textOf(changed)).toContain("Crusader ×5");
    await card(sylra, "Crusader", "×5", "for the raid");
  });

  it("lets a crafter take back a claim, and says so where its requester was told of it", async () => {
    const claimed = await answered(sylra.press(await openCard(), "Claim"));
    await waitFor(eva, "Somebody is on it");
    // Whoever has lost the message finds it again.
    expect(hasButton(await answered(sylra.command({ channelId: DESK, name: "status", options: { request: "#1" } })), "Undo")).toBe(true);
    const undone = await answered(sylra.press(claimed, "Undo"));
    expect(textOf(undone)).toContain("↩️ Taken back: all is as it was before.");
    await waitFor(eva, "↩️ Taken back", "took this back; it no longer holds");
    expect(directMessages(eva).filter((text) => text.includes("Crusader"))).toHaveLength(1);
    await openCard();
  });

  it("asks a crafter whether they are still on it, and keeps the claim by one press in the direct message", async () => {
    await sylra.press(await openCard(), "Claim");
    await sleep(37 * HOUR_MS);
    const asked = await waitFor(sylra, "Still on it?");
    expect(said(await sylra.press(asked, "Still on it"))).toMatch(/✋ It stays yours until <t:\d+:f>\./);
    await sleep(13 * HOUR_MS);
    expect(said(await eva.command({ channelId: DESK, name: "status", options: { request: "#1" } }))).toContain("Claimed");
  });

  it("puts back a claim whose time is over, and tells both", async () => {
    await sleep(36 * HOUR_MS);
    await waitFor(sylra, "Your claim ended");
    await waitFor(eva, "Back in the queue");
    expect(textOf(await openCard())).toContain("Open");
  });

  it("brings the two together, and ends with the handover", async () => {
    const claimed = await answered(sylra.press(await openCard(), "Claim"));
    await answered(sylra.press(claimed, "Complete all 5"));
    const ready = await waitFor(eva, "Your craft is ready");
    expect(said(await eva.press(ready, "I am here"))).toContain("is told that you are here");
    const waiting = await waitFor(sylra, "Somebody waits for you");
    expect(said(await sylra.press(waiting, "I am here"))).toContain("You are both here");
    await Promise.all([waitFor(eva, "You are both here"), waitFor(sylra, "You are both here")]);
    expect(said(await eva.press(ready, "Received"))).toContain("🤝 Handed over. Enjoy it!");
    await waitFor(sylra, "Handed over");
    const details = await answered(eva.command({ channelId: DESK, name: "status", options: { request: "#1" } }));
    expect([hasButton(details, "Received"), hasButton(details, "I am here")]).toEqual([false, false]);
    expect(said(await eva.press(details, "History"))).toMatch(/changed it: quantity 3 → 5, note[\s\S]*took that back[\s\S]*is still on it[\s\S]*The claim of <@\d+> ended[\s\S]*confirmed the handover/);
  });
});
