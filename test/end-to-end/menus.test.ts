import { ApplicationCommandType } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APPLICATION_ID, PEOPLE } from "../../sandbox/index.ts";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { card, DESK, request, said, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

let desk: OpenDesk;
let eva: Driver, sylra: Driver, corwin: Driver;
beforeAll(async () => {
  desk = await openDesk("sqlite");
  [eva, sylra, corwin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("corwin")]);
});
afterAll(() => desk.close());

const write = async (content: string): Promise<string> => eva.send(DESK, content);

it("shows anybody what somebody waits for and crafts, and leads to it", async () => {
  const nothing = await corwin.command({ channelId: DESK, name: "Crafting requests", commandType: ApplicationCommandType.User, targetId: PEOPLE.eva });
  expect(said(nothing)).toContain("Waits for nothing.");
  await request(eva, "crusader", 2);
  await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim");
  const { message } = await corwin.command({ channelId: DESK, name: "Crafting requests", commandType: ApplicationCommandType.User, targetId: PEOPLE.eva });
  if (!message) throw new Error("nothing was shown");
  expect(textOf(message)).toContain("**Waits for** (1)\n**#1** Enchant Weapon - Crusader ×2 · claimed");
  const { id, values } = selectOf(message, "menus.open");
  expect(said(await corwin.press(message, id, values))).toContain("#1");
  expect(said(await corwin.command({ channelId: DESK, name: "Crafting requests", commandType: ApplicationCommandType.User, targetId: PEOPLE.sylra }))).toContain("**Crafts** (1)");
});

it("says that a bot asks for nothing", async () => {
  expect(said(await eva.command({ channelId: DESK, name: "Crafting requests", commandType: ApplicationCommandType.User, targetId: APPLICATION_ID }))).toContain("is a bot");
});

it("opens the form for the one item that a message names", async () => {
  const messageId = await write("Could somebody make me a *Bolt of Silk Cloth*, please?");
  const { modal } = await corwin.command({ channelId: DESK, name: "Request this craft", commandType: ApplicationCommandType.Message, targetId: messageId });
  expect(JSON.stringify(modal)).toContain("Bolt of Silk Cloth");
});

it("asks which of several, and takes a short message for a name with a mistake in it", async () => {
  const { message } = await corwin.command({ channelId: DESK, name: "Request this craft", commandType: ApplicationCommandType.Message, targetId: await write("I need Runecloth Bag and a bolt of silk cloth") });
  if (!message) throw new Error("nothing was asked");
  const { id, values } = selectOf(message, "menus.item");
  expect(values).toHaveLength(2);
  const chosen = await corwin.press(message, id, values.slice(0, 1));
  expect(JSON.stringify(chosen.modal)).toContain("Runecloth Bag");
  expect(said(await corwin.command({ channelId: DESK, name: "Request this craft", commandType: ApplicationCommandType.Message, targetId: await write("enchant wepon crusadr") }))).toContain("Which of these?");
});

it("says so when a message names nothing that can be crafted", async () => {
  const long = "We meet at eight in front of the gates, bring food and water, and do not forget what we said yesterday about the second boss.";
  expect(said(await corwin.command({ channelId: DESK, name: "Request this craft", commandType: ApplicationCommandType.Message, targetId: await write(long) }))).toContain("I find no item in this message");
});
