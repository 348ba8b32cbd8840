import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "../../sandbox/driver.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { DESK } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

const CROWD = 40;

describe.each(ENGINES)("a crowd on %s", (engine) => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, submissionsPerMinute: CROWD });
  });
  afterAll(() => desk.close());

  // More at once than PostgreSQL has connections: whoever holds one must never wait for a second.
  it("gets every form answered that is sent at the same moment, each with its own number", async () => {
    const eva = await desk.person("eva");
    const list = await eva.command({ channelId: DESK, name: "characters" });
    if (!list.message) throw new Error("no list");
    const { modal: naming } = await eva.press(list.message, "Add a character");
    if (!naming) throw new Error("no form");
    await eva.submit(naming, { name: "Eva" });
    const forms = await Promise.all(Array.from({ length: CROWD }, () => eva.command({ channelId: DESK, name: "request", options: { item: "Bolt of Silk Cloth", quantity: 1 } })));
    const answers = await Promise.all(forms.map(({ modal }) => (modal ? eva.submit(modal, {}) : Promise.reject(new Error("no form")))));
    const numbers = answers.map(({ message }) => /#(\d+)/.exec(message ? textOf(message) : "")?.[1]);
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: CROWD }, (_, index) => String(index + 1))));
  });
});
