import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("an officer, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  let corwin: PersonPage, tobin: PersonPage;
  beforeAll(async () => {
    stage = await openStage();
    [corwin, tobin] = await Promise.all([stage.as("corwin"), stage.as("tobin", "craftingBoard")]);
    await corwin.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "2" });
    await corwin.submit({ "Your character's name": "Corwin" });
  });
  afterAll(() => stage.close());

  it("assigns a request to somebody who can craft it, and to nobody else", async () => {
    await tobin.press("Details", await tobin.sees("Crusader ×2"));
    await tobin.told("Crafter: nobody yet");
    await tobin.press("Assign…");
    await tobin.told("Who should craft #1");
    await tobin.choose(/Choose a crafter/, "Brann Threadgood");
    await tobin.told("@Brann Threadgood cannot craft this");
    await tobin.choose(/Choose a crafter/, "Sylra Moonquill");
    await tobin.told("Assigned to @Sylra Moonquill", "Claimed");
    const card = await tobin.sees("Crusader ×2", "Claimed by @Sylra Moonquill");
    expect(await card.getByRole("button", { name: "Claim", exact: true }).count()).toBe(0);
  });

  it("denies it with a reason, opens it again, and reads all of it in the history", async () => {
    await tobin.press("Deny…");
    await tobin.submit({ "Why?": "no shards left this week" });
    await tobin.told("Denied", "no shards left this week");
    await tobin.press("Reopen…");
    await tobin.submit({ "Why?": "shards have come" });
    await tobin.told("Open again, with 2 of 2 to be crafted", "nobody yet");
    await tobin.press("History");
    const history = await tobin.told("History of #1");
    const steps = ["@Corwin Hale asked for it", "@Tobin Reeve assigned it to @Sylra Moonquill", "@Tobin Reeve denied it: no shards left this week", "@Tobin Reeve opened it again: shards have come"];
    expect(steps.map((step) => history.includes(step))).toEqual(steps.map(() => true));
    expect(steps.map((step) => history.indexOf(step))).toEqual(steps.map((step) => history.indexOf(step)).toSorted((a, b) => a - b));
  });

  it("has told both the member and the crafter", async () => {
    await corwin.openDirectMessages();
    await corwin.sees("Open again");
    const told = await corwin.texts();
    expect(told).toHaveLength(3);
    expect(told[0]).toContain("@Tobin Reeve has asked @Sylra Moonquill to craft your Enchant Weapon - Crusader ×2.");
    expect(told[1]).toContain("Your request was denied");
    expect(told[1]).toContain("no shards left this week");
    const sylra = await stage.as("sylra");
    await sylra.openDirectMessages();
    await sylra.sees("A craft for you");
    await sylra.sees("Stop: a claim of yours was denied");
  });

  it("is asked why before a request is denied: nothing sent, nothing done", async () => {
    await tobin.press("Details", await tobin.sees("Crusader ×2"));
    await tobin.told("#1", "Open");
    await tobin.press("Deny…");
    await tobin.fillForm();
    await tobin.modal.getByRole("button", { name: "Submit" }).click();
    await tobin.modal.getByRole("alert").waitFor();
    await tobin.page.keyboard.press("Escape");
    await tobin.modal.waitFor({ state: "hidden" });
    await tobin.press("Refresh");
    expect(await tobin.told("#1")).toContain("🟢 Open");
  });
});
