import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import type { Pack } from "../recipes/recipe.ts";
import { RecipeBook } from "../recipes/recipe-book.ts";
import { knownRecipesFeature } from "./feature.ts";
import { knownRecipesService } from "./known-recipes-service.ts";
import { knownRecipesReads, type KnownRecipesReads } from "./read-model.ts";
import { knownRecipesSubscriptions } from "./subscriptions.ts";
import { knownRecipesMigrations } from "./tables.ts";
import { knownRecipesTexts } from "./texts.ts";

const recipe = (id: string, name: string, profession = "enchanting") => ({ id, name, category: "Any", profession, produces: 1, materials: [], source: "us" });
const many = Array.from({ length: 30 }, (_, index) => recipe(`rod-${index + 10}`, `Rod ${index + 10}`));
const pack: Pack = { id: "house", name: "House", game: "Any", version: "1", sources: [], professions: [{ id: "enchanting", name: "Enchanting" }, { id: "cooking", name: "Cooking" }], recipes: [recipe("crusader", "Crusader"), recipe("mongoose", "Mongoose"), recipe("pie", "Apple pie", "cooking"), ...many] };
const book = new RecipeBook([pack]);

const as = await calls(knownRecipesTexts);
const settings = { ...unsetSettings(GUILD), roles: { officer: [], member: [], core: [], professions: { enchanting: ["71"] } } };
const enchanter = rights({ professions: ["enchanting"] });
const eva = as("1001", { rights: enchanter, settings });
const member = as(REQUESTER, { settings });

describe.each(ENGINES)("what crafters can make on %s", (engine) => {
  let desk: RequestDesk;
  let room: Driver;
  let reads: KnownRecipesReads;
  /** Roles by person; who is not here is not in the guild. */
  let people: Map<string, readonly string[]>;
  let started: string[];
  beforeEach(async () => {
    desk = await openRequestDesk(engine, { migrations: [knownRecipesMigrations], subscriptions: knownRecipesSubscriptions });
    reads = knownRecipesReads(desk.store.read);
    people = new Map([["1001", ["71"]], ["1002", ["71"]]]);
    started = [];
    room = drive(feature());
  });
  afterEach(() => desk.drop());
  const feature = () =>
    knownRecipesFeature({
      reads,
      service: knownRecipesService(desk),
      books: () => book,
      directory: { find: (_, userId) => Promise.resolve(people.has(userId) ? { roleIds: people.get(userId) ?? [], permissions: "0" } : null) },
      newRequest: { startItem: (_, recipeId) => Promise.resolve({ kind: "refuse", sentence: `asks for ${started[started.push(recipeId) - 1]}` }) },
    });
  const known = async (userId = "1001", guildId = GUILD) => (await reads.listKnown(guildId, userId)).toSorted();
  const offered = async (call: typeof eva, name: string, value: string) => (await feature().commands?.[0]?.autocomplete?.(call, { name, value }, {}))?.map((one) => one.value);
  const listId = async (call = eva) => customIdsOf(await room.press(call, buttonId(await room.run(call, "recipes"), "Paste a list")))[0] ?? "";

  it("adds one by name or as offered, and offers only what is theirs and not marked yet", async () => {
    expect(await offered(eva, "add", "crusadr")).toEqual(["crusader"]);
    expect(await offered(eva, "add", "apple pie")).toEqual([]);
    expect(textOf(await room.run(eva, "recipes", { add: "crusader" }))).toContain("1 added: Crusader");
    expect(textOf(await room.run(eva, "recipes", { add: "mongoose" }))).toContain("**Enchanting**\n• Crusader\n• Mongoose");
    expect(textOf(await room.run(eva, "recipes", { add: "Mongoose" }))).toContain("1 was in your list already.");
    expect(await offered(eva, "add", "crusader")).toEqual([]);
    expect(await offered(eva, "remove", "crus")).toEqual(["crusader"]);
    expect(await known()).toEqual(["crusader", "mongoose"]);
    expect([await known("1002"), await known("1001", "900000000000000002")]).toEqual([[], []]);
  });

  it("marks nothing of a profession that they have no role for, whatever was sent", async () => {
    expect(textOf(await room.run(eva, "recipes", { add: "pie" }))).toContain("1 is of a profession that you have no role for: Apple pie");
    expect(textOf(await room.run(member, "recipes", { add: "crusader" }))).toBe("This list is for crafters: <@&71>. Ask an officer for one of these roles.");
    expect(textOf(await room.submit(member, await listId(), { list: "Crusader" }))).toContain("for crafters");
    expect([await known(), await known(REQUESTER)]).toEqual([[], []]);
    await room.run(as("1", { rights: officer, settings }), "recipes", { add: "pie" });
    expect(await known("1")).toEqual(["pie"]);
  });

  it("reads a pasted list, and says of each line what came of it", async () => {
    await room.run(eva, "recipes", { add: "mongoose" });
    const told = await room.submit(eva, await listId(), { list: "[Crusader] x1\n- mongoose\n\nApple Pie\nWhat *is* this" });
    expect(limitProblems(told)).toEqual([]);
    for (const line of ["1 added: Crusader", "1 was in your list already.", "you have no role for: Apple pie", "1 line names no item that I know: “What \\*is\\* this”"]) expect(textOf(told)).toContain(line);
    expect(await known()).toEqual(["crusader", "mongoose"]);
  });

  it("pages a long list, and takes out what is chosen or typed", async () => {
    await room.submit(eva, await listId(), { list: many.map(({ name }) => name).join("\n") });
    const second = await room.press(eva, buttonId(await room.run(eva, "recipes"), "Next"));
    expect(limitProblems(second)).toEqual([]);
    expect(textOf(second)).toContain("Page 2 of 2");
    const select = customIdsOf(second).find((id) => id.startsWith("known.remove")) ?? "";
    expect(optionsOf(second, "known.remove")).toHaveLength(5);
    expect(textOf(await room.press(eva, select, ["rod-39", "rod-38"]))).toContain("2 taken out.");
    expect(textOf(await room.run(eva, "recipes", { remove: "Rod 10" }))).toContain("1 taken out.");
    expect(textOf(await room.run(eva, "recipes", { remove: "Rod 10" }))).toContain("“Rod 10” is not in your list.");
    expect(await known()).toHaveLength(27);
  });

  const crafted = async (draftId: string, count: number) => {
    const sent = await desk.actions.submit(member, aSubmission({ draftId, recipeId: "crusader", itemName: "Crusader", quantity: 3 }));
    if (!sent.ok) throw new Error("not submitted");
    const { id } = sent.value.request;
    await desk.actions.act(eva, id, { kind: "claim" });
    const done = await desk.actions.act(eva, id, { kind: "complete", count });
    if (!done.ok) throw new Error(done.error.kind);
    return done.value;
  };

  it("marks what is completed by itself, unless switched off, and takes it back with an undo", async () => {
    const done = await crafted("draft-1", 2);
    expect(await known()).toEqual(["crusader"]);
    expect(textOf(await room.run(member, "who", { item: "crusader" }))).toContain("• <@1001>, made 2 here");
    await desk.actions.undo(eva, done.id, done.version);
    expect(await known()).toEqual([]);
    const off = await room.press(eva, buttonId(await room.run(eva, "recipes"), "Do not mark what I complete"));
    expect(textOf(off)).toContain("What you complete is not marked by itself.");
    await crafted("draft-2", 1);
    expect(await known()).toEqual([]);
    await room.press(eva, buttonId(off, "Mark what I complete"));
    await crafted("draft-3", 3);
    expect(await reads.listMakers(GUILD, "crusader", 9)).toEqual([{ userId: "1001", made: 4 }]);
  });

  it("keeps what is marked by hand when a completion is undone", async () => {
    await room.run(eva, "recipes", { add: "crusader" });
    const done = await crafted("draft-1", 1);
    await desk.actions.undo(eva, done.id, done.version);
    expect(await known()).toEqual(["crusader"]);
  });

  it("tells with /who who has it marked and still may craft it, and who else might; and asks for it", async () => {
    expect(textOf(await room.run(member, "who", { item: "crusader" }))).toContain("Nobody has it marked as known.\nCrafters of this profession: <@&71>.");
    expect(textOf(await room.run(member, "who", { item: "pie" }))).toContain("No role is set up for this profession yet; officers can craft it.");
    for (const userId of ["1001", "1002", "1003"]) await room.run(as(userId, { rights: enchanter, settings }), "recipes", { add: "crusader" });
    people.set("1002", []);
    const told = await room.run(member, "who", { item: "Crusader" });
    expect(limitProblems(told)).toEqual([]);
    expect(textOf(told)).toContain("**Can make it**\n• <@1001>");
    expect(textOf(told)).not.toMatch(/<@1002>|<@1003>/);
    await room.press(member, buttonId(told, "Request it"));
    expect(started).toEqual(["crusader"]);
  });

  it("offers what is near to a name that is none, and says so where nothing is", async () => {
    const which = await room.run(member, "who", { item: "crusadr" });
    expect(limitProblems(which)).toEqual([]);
    expect(optionsOf(which, "known.who")[0]).toEqual(expect.objectContaining({ label: "Crusader" }));
    expect(textOf(await room.press(member, "known.who.1", ["crusader"]))).toContain("### Crusader");
    expect(await room.press(member, "known.who.1", ["gone"])).toBeNull();
    expect(textOf(await room.run(member, "who", { item: "@everyone zzz" }))).toContain("I know no item");
  });
});
