import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, type Outcome, textOf } from "../../../sandbox/driver.ts";
import { ROLES } from "../../../sandbox/index.ts";
import { ENGINES } from "../../../src/testing/engines.ts";
import { DESK, request, said, selectOf } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { answeredWith } from "./calls.ts";
import { follow, isEphemeral } from "./seen.ts";

const PLACES = ENGINES.flatMap((engine) => (["ephemeral", "dm", "channel"] as const).map((surface) => ({ surface, engine })));

/** What an answer shows, where the surface has it. */
async function shown(person: Driver, outcome: Outcome): Promise<APIMessage> {
  const text = said(outcome);
  return outcome.message && !text.includes("https://discord.com/channels/") ? outcome.message : follow(person, text);
}

describe.each(PLACES)("the same flows with $surface on $engine", ({ surface, engine }) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    // Long enough that nothing is swept in between.
    desk = await openDesk(engine, { ...SETTINGS, surface, confirmationMessageDelay: 60_000, characterConfirmationDelay: 60_000 });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  it("adds a character", async () => {
    const list = await shown(eva, await eva.command({ channelId: DESK, name: "characters" }));
    expect(isEphemeral(list)).toBe(surface === "ephemeral");
    const { modal } = await eva.press(list, "Add a character");
    if (!modal) throw new Error("no form");
    expect(said(await eva.submit(modal, { name: "Brightblade" }))).toContain("Brightblade");
  });

  it("submits two requests and shows them", async () => {
    await request(eva, "crusader", 1);
    await request(eva, "crusader", 3);
    expect(textOf(await shown(eva, await eva.command({ channelId: DESK, name: "status" })))).toContain("Active (2)");
  });

  it("claims, starts and completes both at once in the queue", async () => {
    const queue = await shown(sylra, await sylra.command({ channelId: DESK, name: "requests" }));
    const { id, values } = selectOf(queue, "queue.choose");
    expect(values).toHaveLength(2);
    await sylra.press(queue, id, values);
    expect(said(await sylra.press(queue, "Claim"))).toContain("#2");
    expect(said(await sylra.press(queue, "Start"))).toContain("#2");
    await sylra.press(queue, "Complete all");
    const completed = sylra.message(queue.channel_id, queue.id);
    expect(completed && textOf(completed)).toContain("#1");
    expect(textOf(await shown(eva, await eva.command({ channelId: DESK, name: "status" })))).toMatch(/Active \([02]\)/);
  });

  it("changes a setting", async () => {
    const overview = await shown(tobin, await tobin.command({ channelId: DESK, name: "settings" }));
    const roles = (await tobin.press(overview, "Roles")).message;
    if (!roles) throw new Error("no roles");
    expect(said(await tobin.press(overview, selectOf(roles, "settings.roles.1:core").id, [ROLES.officer]))).toMatch(/Saved|saved/);
    expect(answeredWith(desk.sandbox, 429)).toBe(0);
  });
});
