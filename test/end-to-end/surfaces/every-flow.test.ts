import { ApplicationCommandType, type APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, type FieldValue, type Outcome, textOf } from "../../../sandbox/driver.ts";
import { PEOPLE } from "../../../sandbox/index.ts";
import { card, DESK, request, said, selectOf } from "../actions.ts";
import { type OpenDesk, openDesk, type PersonName, SETTINGS } from "../desk.ts";
import { answeredWith } from "./calls.ts";
import { follow } from "./seen.ts";

/** A person who goes on with what they are shown, wherever that is. */
class Walker {
  readonly driver: Driver;
  #shown: APIMessage | null = null;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  get shown(): APIMessage {
    if (!this.#shown) throw new Error("nothing is shown");
    return this.#shown;
  }

  /** What is shown now, as text. */
  get text(): string {
    const { channel_id, id } = this.shown;
    return textOf(this.driver.message(channel_id, id) ?? this.shown);
  }

  async run(name: string, options: Record<string, string | number> = {}): Promise<string> {
    return this.#sees(await this.driver.command({ channelId: DESK, name, options }));
  }

  async use(name: string, commandType: ApplicationCommandType, targetId: string): Promise<string> {
    return this.#sees(await this.driver.command({ channelId: DESK, name, commandType, targetId }));
  }

  async press(label: string, message = this.shown): Promise<string> {
    return this.#sees(await this.driver.press(message, label));
  }

  async choose(prefix: string, pick: (values: readonly string[]) => readonly string[] = (values) => values.slice(0, 1)): Promise<string> {
    const { channel_id, id: messageId } = this.shown;
    const { id, values } = selectOf(this.driver.message(channel_id, messageId) ?? this.shown, prefix);
    return this.#sees(await this.driver.press(this.shown, id, pick(values)));
  }

  /** Presses what opens a form, and sends it. */
  async fillIn(label: string, fields: Readonly<Record<string, FieldValue>>, message = this.shown): Promise<string> {
    const { modal } = await this.driver.press(message, label);
    if (!modal) throw new Error(`${label} opened no form`);
    return this.#sees(await this.driver.submit(modal, fields));
  }

  async chooseAndFillIn(prefix: string, value: string, fields: Readonly<Record<string, FieldValue>>): Promise<string> {
    const { channel_id, id: messageId } = this.shown;
    const { id } = selectOf(this.driver.message(channel_id, messageId) ?? this.shown, prefix);
    const { modal } = await this.driver.press(this.shown, id, [value]);
    if (!modal) throw new Error(`${value} opened no form`);
    return this.#sees(await this.driver.submit(modal, fields));
  }

  async #sees(outcome: Outcome): Promise<string> {
    const text = said(outcome);
    this.#shown = outcome.message && !text.includes("https://discord.com/channels/") ? outcome.message : await follow(this.driver, text);
    return this.text;
  }
}

describe.each(["ephemeral", "dm", "channel"] as const)("every flow with %s", (surface) => {
  let desk: OpenDesk;
  let eva: Walker, sylra: Walker, corwin: Walker, tobin: Walker;
  beforeAll(async () => {
    // Long enough that nothing is swept in between.
    desk = await openDesk("sqlite", { ...SETTINGS, surface, confirmationMessageDelay: 60_000, characterConfirmationDelay: 60_000 });
    const as = async (name: PersonName): Promise<Walker> => new Walker(await desk.person(name));
    [eva, sylra, corwin, tobin] = await Promise.all([as("eva"), as("sylra"), as("corwin"), as("tobin")]);
  });
  afterAll(() => desk.close());

  it("asks step by step, from the panel", async () => {
    const panel = await eva.driver.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
    expect(await eva.press("Create request", panel)).toContain("Which profession");
    await eva.press("Enchanting");
    await eva.choose("new.category");
    await eva.choose("new.item");
    expect(await eva.fillIn("Continue…", { "character-name": "Evalyn" })).toContain("Request #1");
  });

  it("asks from a message that names the item", async () => {
    const messageId = await corwin.driver.send(DESK, "Bolt of Silk Cloth, anybody?");
    const { modal } = await corwin.driver.command({ channelId: DESK, name: "Request this craft", commandType: ApplicationCommandType.Message, targetId: messageId });
    if (!modal) throw new Error("no form");
    await corwin.driver.submit(modal, { "character-name": "Corwin" });
    expect(await corwin.run("status")).toContain("Active (1)");
  });

  it("changes, follows and cancels what is open", async () => {
    expect(await eva.run("status", { request: "#1" })).toContain("Open");
    expect(await eva.fillIn("Edit…", { quantity: "4" })).toContain("Changed.");
    expect(await eva.press("History")).toContain("changed it");
    expect(await corwin.run("status")).toContain("#2");
    await corwin.choose("request.pick");
    await corwin.press("Cancel request…");
    expect(await corwin.press("Yes, cancel it")).toContain("Cancelled");
    expect(await corwin.press("Undo")).toContain("Taken back");
  });

  it("pledges materials and adds up what is missing", async () => {
    expect(await sylra.run("materials")).toContain("materials");
    expect(await corwin.use("Crafting requests", ApplicationCommandType.User, PEOPLE.eva)).toContain("#1");
    await corwin.choose("menus.open");
    expect(corwin.text).toContain("×4");
  });

  it("claims, completes in part and as a whole, and hands over", async () => {
    await sylra.press("Claim", await card(sylra.driver, "#1", "Claim"));
    expect(await sylra.press("Start")).toContain("Started");
    expect(await sylra.press("Complete 1")).toContain("3 to go");
    expect(await sylra.press("Complete all 3")).toContain("All done");
    const ready = await eva.driver.waitForDirectMessage((message) => textOf(message).includes("Your craft is ready"));
    expect(await eva.press("Received", ready)).toContain("Handed over");
  });

  it("does much at once, and takes it back", async () => {
    for (let count = 0; count < 3; count++) await request(eva.driver, "crusader", 1);
    await sylra.run("requests");
    expect(await sylra.press("Choose this page")).toContain("Chosen");
    expect(await sylra.press("Claim")).toContain("claimed");
    expect(await sylra.press("Undo")).toContain("Taken back");
    await tobin.run("requests");
    await tobin.press("Choose this page");
    expect(await tobin.fillIn("Deny…", { reason: "the bank is empty" })).toContain("denied");
    expect(await tobin.press("Undo")).toContain("Taken back");
  });

  it("assigns as an officer", async () => {
    await tobin.press("Details", await card(tobin.driver, "Crusader", "Claim"));
    await tobin.press("Assign…");
    const { id } = selectOf(tobin.shown, "request.assign");
    const assigned = await tobin.driver.press(tobin.shown, id, [PEOPLE.sylra]);
    expect(said(assigned)).toContain(`<@${PEOPLE.sylra}>`);
    await sylra.driver.waitForDirectMessage((message) => textOf(message).includes("A craft for you"));
  });

  it("chooses how one is told, asks for help and for figures", async () => {
    expect(await eva.run("preferences")).toContain("How you are told");
    expect(await eva.choose("preferences.telling", () => ["digest"])).toContain("once a day");
    expect(await eva.fillIn("Quiet hours & digest…", { from: "", to: "", digest: "20:00", zone: "Berlin" })).toContain("at 20:00");
    expect(await eva.run("help")).toContain("You are a **member** here.");
    expect(await eva.press("Being told")).toContain("chooses how you are told");
    expect(await sylra.run("stats")).toContain("**Completed for others and yourself** · 1, with 4 pieces");
    expect(await sylra.press("Leaderboard")).toContain("**1.**");
  });

  it("changes how the desk behaves, and exports", async () => {
    await tobin.run("settings");
    expect(await tobin.press("Behaviour")).toContain("How the desk behaves");
    await tobin.choose("settings.group", () => ["claims"]);
    expect(await tobin.chooseAndFillIn("settings.option", "claimLeaseHours", { value: "24" })).toContain("A claim lasts: 24 hours.");
    expect(await tobin.run("export")).toContain("requests");
    const files = tobin.shown.attachments.map(({ filename }) => filename);
    expect(files.some((name) => name.endsWith(".csv"))).toBe(true);
  });

  it("looks over the desk, finds and sees what was done and changed", async () => {
    expect(await tobin.run("officer")).toContain("Enchanting");
    await tobin.press("Crafters");
    expect(tobin.text).toContain("still to craft");
    expect(await tobin.press("What was done")).toContain("What was done");
    expect(await tobin.press("Settings changes")).toContain("A claim lasts");
    expect(await tobin.run("officer", { find: "crusader" })).toContain("Crusader");
    expect(said(await eva.driver.command({ channelId: DESK, name: "officer" }))).toContain("Only officers can look over the desk.");
  });

  it("keeps what one can make, and says who can", async () => {
    // Completing one has marked it.
    expect(await sylra.run("recipes")).toContain("Enchant");
    const [item] = await corwin.driver.autocomplete({ channelId: DESK, name: "who", focused: "item", options: { item: "crusader" } });
    expect(await corwin.run("who", { item: String(item?.value) })).toContain("Crusader");
  });

  it("has run into no limit", () => {
    expect(answeredWith(desk.sandbox, 429)).toBe(0);
  });
});
