import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Driver } from "../../../sandbox/driver.ts";
import { GUILD_ID, PEOPLE, systemClock } from "../../../sandbox/index.ts";
import { ShiftedClock } from "../../../src/testing/shifted-clock.ts";
import { answered, DESK, selectOf } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { received } from "../surfaces/seen.ts";

/** How often Discord was asked for this person. */
const looked = ({ sandbox }: OpenDesk, userId: string) => sandbox.traffic.entries.filter((entry) => entry.kind === "rest" && entry.method === "GET" && entry.path === `/guilds/${GUILD_ID}/members/${userId}`).length;
/** How many parts of lists Discord has sent. */
const parts = ({ sandbox }: OpenDesk) => sandbox.traffic.entries.filter((entry) => entry.kind === "gateway" && entry.direction === "sent" && entry.event === "GUILD_MEMBERS_CHUNK").length;

/** An officer switches something in `/settings`. */
async function switchTo(officer: Driver, option: "memberCache" | "memberPayload", value: "on" | "off"): Promise<void> {
  const overview = await answered(officer.command({ channelId: DESK, name: "settings", options: {} }));
  const behaviour = await answered(officer.press(overview, "Behaviour"));
  const group = await answered(officer.press(behaviour, selectOf(behaviour, "settings.group").id, ["performance"]));
  const { modal } = await officer.press(group, selectOf(group, "settings.option.").id, [option]);
  if (!modal) throw new Error("no form");
  await officer.submit(modal, { value });
}

describe("how often Discord is asked for somebody who presses", () => {
  let desk: OpenDesk;
  let eva: Driver, tobin: Driver;
  const clock = new ShiftedClock();
  beforeAll(async () => {
    desk = await openDesk("sqlite", { ...SETTINGS, surface: "dm" }, {}, { clock: { now: () => clock.now(), after: systemClock.after } });
    [eva, tobin] = await Promise.all([desk.person("eva"), desk.person("tobin")]);
    await vi.waitUntil(() => parts(desk) === 1);
  });
  afterAll(() => desk.close());

  /** The look-ups of three presses in direct messages, and of three commands in the server. */
  async function ofThree(): Promise<{ readonly presses: number; readonly commands: number }> {
    const before = looked(desk, PEOPLE.eva);
    for (let count = 0; count < 3; count += 1) await eva.command({ channelId: DESK, name: "characters" });
    const between = looked(desk, PEOPLE.eva);
    const list = received(eva).at(-1);
    if (!list) throw new Error("no direct message");
    for (let count = 0; count < 3; count += 1) await eva.press(list, "Add a character");
    return { commands: between - before, presses: looked(desk, PEOPLE.eva) - between };
  }

  it("is never while payload and memory answer", async () => {
    expect(await ofThree()).toEqual({ commands: 0, presses: 0 });
  });

  it("is at each press in direct messages once an officer has switched the memory off", async () => {
    await switchTo(tobin, "memberCache", "off");
    expect(await ofThree()).toEqual({ commands: 0, presses: 3 });
  });

  it("is at each press and command with the payload off as well", async () => {
    await switchTo(tobin, "memberPayload", "off");
    expect(await ofThree()).toEqual({ commands: 3, presses: 3 });
  });

  it("is never again once the memory is on and loaded, which begins when that is saved", async () => {
    clock.advance(30_000);
    await switchTo(tobin, "memberCache", "on");
    await expect.poll(() => parts(desk)).toBe(2);
    expect(await ofThree()).toEqual({ commands: 0, presses: 0 });
  });
});
