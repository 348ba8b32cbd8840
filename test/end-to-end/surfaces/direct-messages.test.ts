import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../../sandbox/driver.ts";
import { deleteMessage } from "../../../sandbox/world/messages/delete-messages.ts";
import { ENGINES } from "../../../src/testing/engines.ts";
import { card, DESK, hasButton, request, said, selectOf } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { answeredWith, callsOf, DELETE_ONE } from "./calls.ts";
import { gone, isEphemeral, MINUTE, received } from "./seen.ts";

describe.each(ENGINES)("flows in direct messages on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, surface: "dm" });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  it("shows what a command answers in the person's direct messages, and leads there", async () => {
    const answer = (await eva.command({ channelId: DESK, name: "characters" })).message;
    if (!answer) throw new Error("nothing was answered");
    const [list] = received(eva);
    if (!list) throw new Error("no direct message");
    expect(textOf(list)).toContain("characters");
    expect(textOf(answer)).toContain(`https://discord.com/channels/@me/${list.channel_id}/${list.id}`);
    expect([isEphemeral(answer), isEphemeral(list)]).toEqual([true, false]);
  });

  it("adds a character there, whose buttons name no guild, and sweeps the confirmation after its delay", async () => {
    const [list] = received(eva);
    if (!list) throw new Error("no list");
    const { modal } = await eva.press(list, "Add a character");
    if (!modal) throw new Error("no form");
    const added = (await eva.submit(modal, { name: "Brightblade" })).message;
    expect(added?.id).toBe(list.id);
    expect(added && textOf(added)).toContain("Brightblade");
    await gone(eva, list);
  });

  it("edits one message in place, whatever is asked for next", async () => {
    await eva.command({ channelId: DESK, name: "characters" });
    const [first] = received(eva);
    await eva.command({ channelId: DESK, name: "status" });
    const now = received(eva);
    expect(now.map(({ id }) => id)).toEqual([first?.id]);
    expect(now[0] && textOf(now[0])).toContain("Active");
  });

  it("takes a guided request from the panel, goes on with it after a restart, and never sweeps or replaces it", async () => {
    const panel = await eva.waitForMessage(DESK, (message) => hasButton(message, "Create request"));
    await eva.press(panel, "Create request");
    const guide = received(eva).at(-1);
    if (!guide) throw new Error("no guide");
    await eva.press(guide, "Tailoring");
    desk.clock.advance(10 * MINUTE);
    await desk.restartBot();
    await eva.waitForBot(["request"]);
    await eva.command({ channelId: DESK, name: "status" });
    const status = received(eva).at(-1);
    expect(status?.id).not.toBe(guide.id);
    const { id, values } = selectOf(eva.message(guide.channel_id, guide.id) ?? guide, "new.category");
    const items = await eva.press(guide, id, values.slice(0, 1));
    expect(items.message?.id).toBe(guide.id);
    desk.clock.advance(6 * MINUTE);
    if (!status) throw new Error("no status");
    await gone(eva, status);
    expect(eva.message(guide.channel_id, guide.id)).not.toBeNull();
    desk.clock.advance(10 * MINUTE);
    await gone(eva, guide);
  });

  it("claims from the board, completes in the direct message, and sweeps that but never the news", async () => {
    const answer = await request(eva, "crusader", 2);
    expect(textOf(answer)).toContain("https://discord.com/channels/@me/");
    await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim");
    const details = received(sylra).at(-1);
    if (!details) throw new Error("no details");
    expect(said(await sylra.press(details, "Complete 1"))).toContain("1");
    expect(said(await sylra.press(details, "Complete"))).toContain("Completed");
    await gone(sylra, details);
    await eva.waitForDirectMessage((message) => textOf(message).includes("is ready"));
    desk.clock.advance(60 * MINUTE);
    await eva.until(() => (received(eva).every((message) => !hasButton(message, "Request another")) ? true : null));
    expect(received(eva).map((message) => textOf(message).split("\n")[0])).toEqual(["### ✋ Somebody is on it", "### 🛠 1 of 2 made", "### ✅ Your craft is ready"]);
  });

  it("opens a request from its news as a new message there, and leaves the news", async () => {
    const news = received(eva).at(-1);
    if (!news) throw new Error("no news");
    const opened = (await eva.press(news, "Details")).message;
    expect(opened?.id).not.toBe(news.id);
    if (!opened) throw new Error("nothing opened");
    expect(isEphemeral(opened)).toBe(false);
    expect(said(await eva.press(opened, "History"))).toContain("claimed");
    desk.clock.advance(2 * MINUTE);
    await gone(eva, opened);
    expect(eva.message(news.channel_id, news.id)).not.toBeNull();
  });

  it("keeps settings in the server, where there are roles to choose from", async () => {
    const answer = (await tobin.command({ channelId: DESK, name: "settings" })).message;
    expect(answer && hasButton(answer, "Roles")).toBe(true);
    expect(received(tobin)).toEqual([]);
  });

  it("counts what somebody else deleted as swept", async () => {
    await eva.command({ channelId: DESK, name: "status" });
    const status = received(eva).at(-1);
    if (!status) throw new Error("no status");
    await fetch(`${desk.sandbox.apiUrl}/v10/channels/${status.channel_id}/messages/${status.id}`, { method: "DELETE", headers: { authorization: `Bot ${desk.sandbox.token}` } });
    await gone(eva, status);
    const before = callsOf(desk.sandbox).filter((call) => call === DELETE_ONE).length;
    desk.clock.advance(6 * MINUTE);
    await expect.poll(() => callsOf(desk.sandbox).filter((call) => call === DELETE_ONE).length, { timeout: 5_000 }).toBe(before + 1);
    // It is forgotten: the next one is a new message.
    await eva.command({ channelId: DESK, name: "status" });
    expect(received(eva).at(-1)?.id).not.toBe(status.id);
    expect(answeredWith(desk.sandbox, 429)).toBe(0);
  });
});

describe("flows in direct messages", () => {
  let desk: OpenDesk;
  let eva: Driver;
  beforeAll(async () => {
    desk = await openDesk("sqlite", { ...SETTINGS, surface: "dm", characterConfirmationDelay: 60_000, fastMode: true });
    eva = await desk.person("eva");
  });
  afterAll(() => desk.close());

  it("confirm for no time at all in fast mode", async () => {
    await eva.command({ channelId: DESK, name: "characters" });
    const [list] = received(eva);
    if (!list) throw new Error("no list");
    const { modal } = await eva.press(list, "Add a character");
    if (!modal) throw new Error("no form");
    await eva.submit(modal, { name: "Brightblade" });
    expect(await gone(eva, list)).toBe(true);
  });

  it("go on in a new message when theirs is deleted in the moment of a press", async () => {
    await eva.command({ channelId: DESK, name: "status" });
    const status = received(eva).at(-1);
    if (!status) throw new Error("no status");
    desk.sandbox.faults.set({ ...desk.sandbox.faults.settings, restLatency: { kind: "fixed", ms: 300 } });
    const { interactionId } = await eva.startPress(status, "Completed (0)");
    const stored = desk.sandbox.world.messages.get(status.channel_id)?.get(status.id);
    if (!stored) throw new Error("no message");
    deleteMessage(desk.sandbox.world, stored);
    const { message } = await eva.outcome(interactionId);
    expect(message?.id).not.toBe(status.id);
    expect(message && textOf(message)).toContain("My requests");
  });
});
