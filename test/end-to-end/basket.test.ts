import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { answered, card, DESK, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

describe.each(ENGINES)("a pasted list on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  it("becomes requests that belong together, through a question and a restart", async () => {
    const guide = await answered(eva.command({ channelId: DESK, name: "request" }));
    const { modal } = await eva.press(guide, "Paste a list…");
    if (!modal) throw new Error("no form");
    const asked = await answered(eva.submit(modal, { list: "3 Bolt of Silk Cloth\nenchant wepon crusadr x2", "character-name": "Eva" }));
    expect(textOf(asked)).toContain("What do you mean by “enchant wepon crusadr” ×2?");
    await desk.restartBot();
    await eva.waitForBot(["request"]);
    const { id, values } = selectOf(asked, "new.meant");
    const basket = await answered(eva.press(asked, id, [values[0] ?? ""]));
    expect(textOf(basket)).toContain("### 🧺 Basket · 2 items");
    const sent = await answered(eva.press(basket, "Send 2 requests"));
    expect(textOf(sent)).toContain("Sent together: requests #1 to #2");
    await card(sylra, "Bolt of Silk Cloth", "×3");
    await card(sylra, "Crusader", "×2");
    const status = await answered(eva.command({ channelId: DESK, name: "status" }));
    expect(textOf(status).match(/sent together: #1 to #2/g)).toHaveLength(2);
  });
});
