import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { answered, card, DESK, hasButton, request, said } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

const SHARD = "Large Brilliant Shard";

describe.each(ENGINES)("materials on %s", (engine) => {
  let desk: OpenDesk;
  let garrick: Driver, eva: Driver, tobin: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    [garrick, eva, tobin, sylra] = await Promise.all([desk.person("garrick"), desk.person("eva"), desk.person("tobin"), desk.person("sylra")]);
    await request(garrick, "crusader", 2, { source: "some", amounts: `${SHARD}: 5` });
  });
  afterAll(() => desk.close());

  async function downloaded(message: APIMessage, name: string): Promise<string> {
    const found = message.attachments.find(({ filename }) => filename === name);
    return Buffer.from(await (await fetch(new URL(found?.url ?? "", desk.sandbox.url))).arrayBuffer()).toString("utf8");
  }

  it("are pledged from the card by anybody, also when the bot restarts while the form is open", async () => {
    const onBoard = await card(eva, "Missing:", SHARD);
    const missing = Number(/(\d+) Large Brilliant Shard/.exec(textOf(onBoard))?.[1]);
    const { modal } = await eva.press(onBoard, "Pledge…");
    if (!modal) throw new Error("no form");
    await desk.restartBot();
    await eva.waitForBot(["materials"]);
    const told = await answered(eva.submit(modal, { amounts: `${SHARD}: ${missing + 4}` }));
    expect(textOf(told)).toContain(`Of ${SHARD}, ${missing + 4} are more than are missing: your pledge is ${missing}.`);
    await card(sylra, `${missing} pledged`);
    const page = await answered(eva.press(told, "Withdraw my pledge"));
    expect(textOf(page)).toContain("You pledge nothing now.");
    expect(hasButton(page, "Withdraw my pledge")).toBe(false);
    const back = await answered(eva.press(await answered(eva.press(page, "Back to the request")), "Materials and pledges"));
    expect(textOf(back)).toContain("Nobody has pledged anything.");
  });

  it("are added up for a crafter from the queue, and taken along as files", async () => {
    const queue = await answered(sylra.command({ channelId: DESK, name: "requests" }));
    const totals = await answered(sylra.press(queue, "Missing materials"));
    expect(textOf(totals)).toContain("### Missing materials");
    expect(textOf(totals)).toContain(SHARD);
    const list = await answered(sylra.press(totals, "Take along…"));
    expect(list.attachments.map(({ filename }) => filename)).toEqual(["missing-materials.csv", "missing-materials.txt"]);
    expect(await downloaded(list, "missing-materials.csv")).toMatch(/^\uFEFFMaterial,Missing,Pledged,Brought,Needed,Requests\r\n/);
    expect(await downloaded(list, "missing-materials.txt")).toContain(SHARD);
    expect(said(await eva.command({ channelId: DESK, name: "materials", options: { profession: "enchanting" } }))).toContain("only ✨ Enchanting");
  });

  it("go with the requests that an officer takes along, and with nobody else", async () => {
    const table = await answered(tobin.command({ channelId: DESK, name: "export", options: { state: "active" } }));
    expect(await downloaded(table, "requests.csv")).toContain(SHARD);
    expect(said(await eva.command({ channelId: DESK, name: "export" }))).toBe("Only officers can export requests.");
  });
});
