import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { connectPerson, type Driver, textOf } from "../../../sandbox/driver.ts";
import { readWorldFile } from "../../../sandbox/index.ts";
import { DESK } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { answeredWith } from "./calls.ts";
import { isEphemeral, MINUTE } from "./seen.ts";

const CROWD = 50;
const WORLD = new URL("../../../sandbox/worlds/the-gilded-anvil.yaml", import.meta.url);

/** Guildsmith's guild with a crowd in it. */
const crowded = () => readWorldFile(readFileSync(WORLD, "utf8").replace(/^ {4}members:/m, `    crowd: ${CROWD}\n    members:`), "a crowd");

describe.each(["dm", "channel"] as const)("%s, with fifty people at once", (surface) => {
  let desk: OpenDesk;
  const people: Driver[] = [];
  afterEach(async () => {
    for (const person of people.splice(0)) await person.close();
    await desk.close();
  });

  it("answers everybody, leads those to their own place whose could be opened in time, sweeps it all, and is never told to slow down", async () => {
    desk = await openDesk("sqlite", { ...SETTINGS, surface, roles: { officer: [], member: [], core: [], professions: {} } }, {}, { world: crowded() });
    const crowd = desk.sandbox.world.people.filter(({ username }) => username.startsWith("crowd"));
    for (const { id } of crowd) people.push(await connectPerson(desk.sandbox.url, id));
    expect(people).toHaveLength(CROWD);
    await people[0]?.waitForBot(["status"]);
    const answers = await Promise.all(people.map(async (person) => (await person.command({ channelId: DESK, name: "status" })).message));
    const texts = answers.map((answer) => (answer && isEphemeral(answer) ? textOf(answer) : "nothing"));
    const led = texts.filter((text) => text.includes("https://discord.com/channels/")).length;
    const replied = texts.filter((text) => text.includes("Active (0)")).length;
    expect([led + replied, led > 0]).toEqual([CROWD, true]);
    desk.clock.advance(6 * MINUTE);
    const shown = (): number => [...desk.sandbox.world.messages.values()].flatMap((inChannel) => [...inChannel.values()]).filter((message) => JSON.stringify(message).includes("Active (0)")).length;
    await expect.poll(shown, { timeout: 20_000 }).toBe(replied);
    expect(answeredWith(desk.sandbox, 429)).toBe(0);
  }, 60_000);
});
