import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANNELS, PEOPLE } from "../../sandbox/index.ts";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { card, DESK, directMessages, hasButton, request, said, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

describe.each(ENGINES)("the desk on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, corwin: Driver, sylra: Driver, isolde: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    [eva, corwin, sylra, isolde, tobin] = await Promise.all([desk.person("eva"), desk.person("corwin"), desk.person("sylra"), desk.person("isolde"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  it("has a panel with four buttons", async () => {
    const panel = await eva.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
    for (const label of ["Create request", "Manage requests", "My requests", "Characters"]) expect(hasButton(panel, label)).toBe(true);
  });

  it("takes a request, lets two crafters race for it, and tells the member each step once", async () => {
    const summary = await request(eva, "crusader", 3, { note: "before the raid, please" });
    expect(textOf(summary)).toMatch(/Request #1 .*Crusader ×3/);
    const onBoard = await card(sylra, "Crusader", "Claim");

    const [first, second] = await Promise.all([sylra.press(onBoard, "Claim"), isolde.press(await card(isolde, "Crusader", "Claim"), "Claim")]);
    const texts = [said(first), said(second)];
    const winner = texts[0]?.includes("Complete") ? sylra : isolde;
    const [won, lost] = winner === sylra ? [first, second] : [second, first];
    expect(said(lost)).toContain(`<@${winner.personId}>`);
    expect(said(lost)).not.toContain("Complete");

    if (!won.message) throw new Error("the winner saw nothing");
    const started = await winner.press(won.message, "Complete 1");
    expect(said(started)).toContain("1");
    if (!started.message) throw new Error("the crafter saw nothing");
    expect(said(await winner.press(started.message, "Complete all 2"))).toContain("Completed");

    await eva.waitForDirectMessage((message) => /complete|ready|done/i.test(textOf(message)) && textOf(message).includes("#1"));
    const told = directMessages(eva);
    expect(told).toHaveLength(3);
    expect(told[0]).toContain(`<@${winner.personId}>`);
    expect(told[1]).toMatch(/1 of 3|1\/3/);
    expect(directMessages(winner)).toEqual([]);
    const closed = await card(sylra, "Crusader", "Completed");
    expect(hasButton(closed, "Claim")).toBe(false);
    expect(said(await eva.command({ channelId: DESK, name: "status", options: { request: "#1" } }))).toContain("Completed");
  });

  it("makes one request of a form that is sent twice", async () => {
    const { modal } = await corwin.command({ channelId: DESK, name: "request", options: { item: "Enchant Bracer - Minor Health", quantity: 1 } });
    if (!modal) throw new Error("no form");
    const fields = JSON.stringify(modal.modal).includes("character-name") ? { "character-name": "Corwin" } : {};
    // Discord's client sends a form once; the second one may be refused on the way.
    await Promise.allSettled([corwin.submit(modal, fields), corwin.submit(modal, fields)]);
    const status = await corwin.command({ channelId: DESK, name: "status" });
    expect(said(status)).toContain("Active (1)");
  });

  it("goes on in the middle of a guided request after a restart", async () => {
    const panel = await eva.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
    const guide = (await eva.press(panel, "Create request")).message;
    if (!guide) throw new Error("no guide");
    await eva.press(guide, "Tailoring");
    await desk.restartBot();
    await eva.waitForBot(["request"]);
    const categories = eva.message(DESK, guide.id);
    if (!categories) throw new Error("the guide is gone");
    const { id, values } = selectOf(categories, "new.category");
    const items = await eva.press(guide, id, values.slice(0, 1));
    expect(items.state).toBe("answered");
    expect(items.message?.id).toBe(guide.id);
    expect(said(items)).toMatch(/Which|item/i);
  });

  it("works from a direct message, where Discord says neither guild nor roles", async () => {
    const dm = await eva.waitForDirectMessage((message) => hasButton(message, "Details"));
    expect(said(await eva.press(dm, "Details"))).toContain("#1");
  });

  it("lets officers assign, deny with a reason and reopen, and tells who it concerns", async () => {
    await request(corwin, "crusader", 2);
    const { message } = await tobin.press(await card(tobin, "Crusader", "×2"), "Details");
    if (!message) throw new Error("no details");
    const asked = await tobin.press(message, "Assign…");
    if (!asked.message) throw new Error("nobody is asked for");
    const unfit = await tobin.press(asked.message, selectOf(asked.message, "request.assign").id, [PEOPLE.brann]);
    expect(said(unfit)).toMatch(/Enchant/);
    expect(said(await tobin.press(asked.message, selectOf(asked.message, "request.assign").id, [PEOPLE.sylra]))).toContain(`<@${PEOPLE.sylra}>`);
    await sylra.waitForDirectMessage((one) => textOf(one).includes("Crusader"));

    const { modal } = await tobin.press(message, "Deny…");
    if (!modal) throw new Error("no reason is asked for");
    const denied = await tobin.submit(modal, { reason: "no shards left" });
    expect(said(denied)).toContain("no shards left");
    await corwin.waitForDirectMessage((one) => textOf(one).includes("no shards left"));
    const asking = (await tobin.press(message, "Reopen…")).modal;
    if (!asking) throw new Error("nobody is asked before it is reopened");
    const reopened = await tobin.submit(asking, { reason: "shards have come" });
    await corwin.waitForDirectMessage((one) => textOf(one).includes("shards have come"));
    expect(said(reopened)).toContain("Open");
    const history = await tobin.press(message, "History");
    for (const word of [/assigned/i, /denied/i, /opened it again/i]) expect(said(history)).toMatch(word);
  });

  it("cancels a deleted character's requests with the reason, and asks before", async () => {
    const list = (await eva.command({ channelId: DESK, name: "characters" })).message;
    if (!list) throw new Error("no characters");
    const added = (await eva.press(list, "Add a character")).modal;
    if (!added) throw new Error("no form");
    await eva.submit(added, { name: "Brindle" });
    const { modal } = await eva.command({ channelId: DESK, name: "request", options: { item: "Bolt of Silk Cloth", quantity: 1 } });
    if (!modal) throw new Error("no form");
    const select = JSON.parse(JSON.stringify(modal.modal)).components.flatMap((part: { component?: { custom_id: string; options?: { label: string; value: string }[] } }) => part.component?.options ?? []);
    const brindle = select.find((one: { label: string }) => one.label === "Brindle").value;
    await eva.submit(modal, { character: [brindle] });
    await card(eva, "Silk Cloth", "Claim");
    const chosen = await eva.press(list, selectOf(eva.message(DESK, list.id) ?? list, "characters.choose").id, [brindle]);
    expect(said(chosen)).toContain("Brindle");
    const sure = await eva.press(list, "Delete");
    expect(said(sure)).toContain("1");
    const gone = await eva.press(list, "Delete Brindle");
    expect(said(gone)).not.toContain("⭐ **Brindle**");
    const ended = await card(eva, "Silk Cloth", "Cancelled");
    expect(textOf(ended)).toContain("Silk Cloth");
  });

  it("keeps officers' rooms and other people's replies to those who may see them", () => {
    expect(eva.messages(CHANNELS.officers)).toEqual([]);
    expect(corwin.messages(DESK).some((message) => textOf(message).includes("Request #1"))).toBe(false);
  });
});
