import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "./at-once.ts";
import { guidedRequest } from "./requesting.ts";
import { type PersonPage, textOf } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("the story, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  let eva: PersonPage, sylra: PersonPage, isolde: PersonPage;
  beforeAll(async () => {
    stage = await openStage();
    [eva, sylra, isolde] = await Promise.all([stage.as("eva"), stage.as("sylra", "craftingBoard"), stage.as("isolde", "craftingBoard")]);
  });
  afterAll(() => stage.close());

  it("leads a member from the panel to a request, in one message", async () => {
    await guidedRequest(eva, { profession: "Enchanting", category: "Weapon", item: /Crusader/, quantity: "3", character: "Evalyn", note: "before the raid, please" });
    const summary = await eva.told("Request #1", "Enchant Weapon - Crusader ×3");
    expect(summary).toContain("For Evalyn");
    expect(summary).toContain("you bring everything");
    expect(summary).toContain("12 × Large Brilliant Shard");
    expect(summary).toContain("6 × Righteous Orb");
    expect(await eva.replies.count()).toBe(1);
  });

  it("lets one of two crafters have it who claim at once, and tells the other by whom", async () => {
    const cards = await Promise.all([sylra, isolde].map((crafter) => crafter.sees("Crusader ×3", "Open")));
    for (const card of cards) expect(await textOf(card)).toContain("For Evalyn, asked by @Eva Brightwater");
    await atOnce([sylra, isolde], (crafter) => crafter.press("Claim", crafter.post("Crusader ×3")));
    const replies = await Promise.all([sylra.told(/It is yours|was first/), isolde.told(/It is yours|was first/)]);
    const won = replies.map((reply) => reply.includes("It is yours"));
    expect(won.filter(Boolean)).toHaveLength(1);
    const [winner, loser] = won[0] ? [sylra, isolde] : [isolde, sylra];
    const name = won[0] ? "@Sylra Moonquill" : "@Isolde Farrow";
    expect(await textOf(loser.reply)).toContain(`${name} was first and has claimed it.`);
    await loser.sees("Crusader ×3", `Claimed by ${name}`);
    await winner.sees("Crusader ×3", `Claimed by ${name}`);
    expect(await loser.post("Crusader ×3", "Claimed by").getByRole("button", { name: "Claim", exact: true }).count()).toBe(0);

    await winner.press("Complete 1");
    await winner.told("1 done, 2 to go", "1 of 3 made");
    await winner.goTo("crafting-desk");
    await winner.command("requests");
    await winner.told("Queue", "#1", "2 of 3 left");
    await winner.chooseIn(winner.reply.getByRole("combobox", { name: /Choose requests/ }), /Crusader/);
    await winner.told("Chosen: #1");
    await winner.press("Complete all");
    await winner.told("Done", "#1 Enchant Weapon - Crusader ×3: completed");
    await loser.sees("Crusader ×3", `Completed by ${name}`);
  });

  it("tells the member each step once, in order, and shows where it stands", async () => {
    await eva.command("status", { request: { type: "crus", pick: /#1/ } });
    await eva.told("#1 Enchant Weapon - Crusader ×3", "Completed");
    await eva.openDirectMessages();
    await eva.sees("Your craft is ready");
    const told = await eva.texts();
    expect(told).toHaveLength(3);
    expect(told[0]).toContain("Somebody is on it");
    expect(told[0]).toMatch(/@(Sylra Moonquill|Isolde Farrow) has claimed your Enchant Weapon - Crusader ×3\./);
    expect(told[1]).toContain("1 of 3 made");
    expect(told[2]).toContain("Your craft is ready");
  });
});
