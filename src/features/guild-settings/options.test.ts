import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { type Driver, drive } from "../../testing/drive.ts";
import { openTestStore, type TestStore } from "../../testing/engines.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import { auditFeature } from "../audit/feature.ts";
import { auditReads } from "../audit/read-model.ts";
import type { Reply } from "../contract.ts";
import { transactions } from "../transactions.ts";
import { guildSettingsFeature } from "./feature.ts";
import { OPTION_GROUPS } from "./option-groups.ts";
import { OPTION_KEYS, OPTIONS } from "./options.ts";
import { guildSettingsReads, type LayeredReads, SettingsLayers } from "./read-model.ts";
import { settingsService } from "./settings-service.ts";
import { guildSettingsMigrations } from "./tables.ts";
import { settingsTexts } from "./texts.ts";

const ROLE = "300000000000000001";
const PERSON = "100000000000000001";
const as = await calls(settingsTexts);
const ada = as("1001", { rights: officer });
const ben = as("1002");

let test: TestStore;
let desk: Driver;
let reads: LayeredReads;

beforeEach(async () => {
  let ids = 0;
  const audit = auditFeature({ newId: () => String(++ids).padStart(20, "0") });
  test = await openTestStore("sqlite", [guildSettingsMigrations, audit.migrations ?? {}]);
  const layers = new SettingsLayers(new Map(), (problem) => expect.unreachable(problem), { claimLeaseHours: 12 });
  reads = guildSettingsReads(test.store.read, layers);
  const inTransaction = transactions(test.store, { now: () => 1_800_000_000_000 }, audit.subscriptions ?? []);
  const service = settingsService({ inTransaction, layers, panel: { postPanel: () => Promise.resolve() }, professions: () => [], packs: () => [] });
  const failures = { panel: () => Promise.resolve(null), board: () => Promise.resolve(null) };
  desk = drive(guildSettingsFeature({ service, reads, professions: () => [], packs: () => [], isInFile: () => false, failures, surfaceFailure: () => Promise.resolve(null), threadFailure: () => Promise.resolve(null) }));
});
afterEach(() => test.drop());

const turnTo = (group: string, call = ada): Promise<Reply | null> => desk.press(call, "settings.group.1", [group]);
const set = (key: string, value: string | readonly string[], call = ada): Promise<Reply | null> => desk.submit(call, `settings.option.1:${key}`, { value });
const held = async () => (await reads.get(GUILD));

describe("the options of /settings", () => {
  it("tell of each what it does, what it is and who says so, within Discord's limits", async () => {
    for (const group of OPTION_GROUPS) {
      const page = await turnTo(group);
      expect(limitProblems(page)).toEqual([]);
      for (const key of optionsOf(page, "settings.option")) expect(textOf(page)).toContain(`**${settingsTexts.en[`option.${OPTION_KEYS.find((one) => one === key.value) ?? "surface"}`]}** · `);
    }
    const claims = textOf(await turnTo("claims"));
    expect(claims).toContain("**A claim lasts** · 12 hours · *from guildsmith.yaml*\n-# Without a sign of work it is released after this time");
    expect(claims).toContain("**Counts as handed over after** · 7 days · *default*");
    expect(textOf(await turnTo("speed"))).toContain("Has no effect now: replies that only the person sees need no clean-up.");
  });

  it.each(Object.keys(settingsTexts.others))("fit on their pages in %s", async (locale) => {
    for (const group of OPTION_GROUPS) expect([group, limitProblems(await turnTo(group, as("1001", { rights: officer, locale })))]).toEqual([group, []]);
  });

  it("can every one be changed in a form that says what is possible", async () => {
    for (const key of OPTION_KEYS) {
      const form = await desk.press(ada, "settings.option.1:shown", [key]);
      expect(customIdsOf(form)).toEqual([`settings.option.1:${key}`, "value"]);
      expect(limitProblems(form)).toEqual([]);
    }
    expect(JSON.stringify(await desk.press(ada, "settings.option.1:claims", ["claimLeaseHours"]))).toContain("From 0 to 720. By default 48 hours.");
  });

  it.each([
    ["claimLeaseHours", "24", "A claim lasts: 24 hours.", 24],
    ["claimLeaseHours", " ０ ", "A claim lasts: off.", 0],
    ["confirmationMessageDelay", "0", "Confirmations stay: 0 ms.", 0],
    ["surface", "dm", "Where flows are shown: Direct messages.", "dm"],
    ["surface", "channel", "Private threads or channels. Private threads need a panel channel.", "channel"],
    ["fastMode", "on", "Fast mode for everybody: on.", true],
    ["fastModePeople", [PERSON], `Fast mode for people: <@${PERSON}>.`, [PERSON]],
    ["fastModeRoles", [ROLE], `Fast mode for roles: <@&${ROLE}>.`, [ROLE]],
    ["fastModeRoles", [], "Fast mode for roles: nobody.", []],
    ["mentionCrafters", "on", "Without a board channel nothing comes onto a board", true],
  ] as const)("%s becomes %j and is told", async (key, value, sentence, stored) => {
    const saved = await set(key, value);
    expect(textOf(saved)).toContain("✅ Saved.");
    expect(textOf(saved)).toContain(sentence);
    expect((await held())[key]).toEqual(stored);
  });

  it.each([
    ["claimLeaseHours", "721", "“721” is no whole number from 0 to 720. A claim lasts is as it was: 12 hours."],
    ["claimLeaseHours", "soon", "“soon” is no whole number from 0 to 720."],
    ["claimLeaseHours", "", "is no whole number"],
    ["openRequestsPerPerson", "0", "“0” is no whole number from 1 to 1000."],
    ["surface", "letter", "That value is not possible there."],
    ["fastModePeople", ["everybody"], "That value is not possible there."],
    ["channelCategoryId", "here", "That value is not possible there."],
  ] as const)("%s does not become %j", async (key, value, sentence) => {
    const before = await held();
    expect(textOf(await set(key, value))).toContain(sentence);
    expect(await held()).toEqual(before);
  });

  it("go back to what holds without the guild's answer, and every change is in the audit", async () => {
    await set("claimLeaseHours", "24");
    await set("surface", "dm");
    const back = await desk.press(ada, "settings.clear-option.1:claims", ["claimLeaseHours"]);
    expect(textOf(back)).toContain("A claim lasts is 12 hours again.");
    const changes = (await auditReads(test.store.read).listSettingChanges(GUILD, 0, 10)).items.map(({ actorId, key, before, after }) => [actorId, key, before, after]);
    expect(changes).toEqual([
      ["1001", "claimLeaseHours", "24", null],
      ["1001", "surface", null, '"dm"'],
      ["1001", "claimLeaseHours", null, "24"],
    ]);
    expect(textOf(await desk.press(ada, "settings.section.1:overview"))).toContain("**Behaviour** · not as by default: Where flows are shown, A claim lasts");
  });

  it("are for officers, and forged ones for nobody", async () => {
    const before = await held();
    for (const reply of [await turnTo("shown", ben), await set("fastMode", "on", ben), await set("claimLeaseHours", "x", ben), await desk.press(ben, "settings.clear-option.1:shown", ["surface"]), await desk.press(ben, "settings.option.1:shown", ["surface"])])
      expect(textOf(reply)).toContain("Only officers change the settings.");
    expect([await turnTo("everything"), await desk.press(ada, "settings.option.1:shown", ["roles.officer"]), await desk.press(ada, "settings.clear-option.1:shown", ["packs"])]).toEqual([null, null, null]);
    expect(await desk.submit(ada, "settings.option.1:packs", { value: "x" })).toBeNull();
    expect(textOf(await desk.press({ ...ada, isDirect: true }, "settings.option.1:speed", ["fastModeRoles"]))).toContain("Change it in the server");
    expect(await held()).toEqual(before);
  });

  it("have a default that they may have", () => {
    for (const key of OPTION_KEYS) expect(OPTIONS[key]).toHaveProperty("byDefault");
  });

  it("say where flows are shown from now on when a profile moves them", async () => {
    expect(textOf(await set("profile", "baseline"))).toContain("Saved. Profile: Baseline. Saved. Where flows are shown: Direct messages.");
    expect(await held()).toMatchObject({ profile: "baseline", surface: "dm", messageDeleteDelay: 50 });
  });
});
