import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { type Driver, drive } from "../../testing/drive.ts";
import { openTestStore, type TestStore } from "../../testing/engines.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { transactions } from "../transactions.ts";
import { guildSettingsFeature } from "./feature.ts";
import { type GuildSettings, unsetSettings } from "./guild-settings.ts";
import { guildSettingsReads, type LayeredReads, SettingsLayers } from "./read-model.ts";
import { settingsService } from "./settings-service.ts";
import { guildSettingsMigrations } from "./tables.ts";
import { settingsTexts } from "./texts.ts";

const roles = Array.from({ length: 10 }, (_, index) => `30000000000000000${index}`);
const [R0 = "", R1 = "", R2 = ""] = roles;
const PANEL = "400000000000000001";
/** The board does not get there. */
const CLOSED = "400000000000000009";
const FILE_GUILD = "900000000000000002";
const many = Array.from({ length: 30 }, (_, index) => ({ id: `craft-${index}`, name: `Craft ${index}`, icon: "🧵" }));
const packs = Array.from({ length: 27 }, (_, index) => ({ id: `pack-${index}`, name: `Pack ${index}`, game: "A game" }));
const professions = (): typeof many => many;
const as = await calls(settingsTexts);
const ada = as("1001", { rights: officer });

let test: TestStore;
let desk: Driver;
let reads: LayeredReads;
let posted: string[];

beforeEach(async () => {
  test = await openTestStore("sqlite", [guildSettingsMigrations]);
  posted = [];
  const deployment = new Map<string, Partial<GuildSettings>>([[FILE_GUILD, { panelChannelId: PANEL }]]);
  const layers = new SettingsLayers(deployment, (problem) => {
    throw new Error(problem);
  });
  reads = guildSettingsReads(test.store.read, layers);
  const service = settingsService({
    inTransaction: transactions(test.store, { now: () => 1_800_000_000_000 }, []),
    layers,
    panel: { postPanel: (_, __, channelId) => Promise.resolve(void posted.push(channelId)) },
    professions,
    packs: () => packs,
  });
  desk = drive(guildSettingsFeature({ service, reads, professions, packs: () => packs, isInFile: (guildId) => deployment.has(guildId), failures: { panel: () => Promise.resolve(null), board: (_, channelId) => Promise.resolve(channelId === CLOSED ? "no-access" : null) }, surfaceFailure: () => Promise.resolve("gone"), threadFailure: () => Promise.resolve(null), isDeleted: (_, kind, id) => kind === "channel" && id === CLOSED }));
});
afterEach(() => test.drop());

const open = (section: string, call = ada): Promise<Reply | null> => desk.press(call, `settings.section.1:${section}`);

describe("/settings", () => {
  it("opens with what is still to do and who answers what", async () => {
    const reply = await desk.run(ada, "settings");
    expect(reply.kind).toBe("show");
    expect(textOf(reply)).toContain("**Ready in two minutes**\n⬜ Officer role\n⬜ Profession roles (0 of 30)\n⬜ Panel channel\n⬜ Board channel");
    expect(textOf(reply)).toContain("**Members** · everyone · *not set*");
    expect(textOf(reply)).toContain("… and 18 more");
    expect(textOf(await open("overview", as("1001", { rights: officer, guildId: FILE_GUILD })))).toContain(`**Panel** · <#${PANEL}> · *from guildsmith.yaml*`);
  });

  it("ticks off what is set until the desk is open", async () => {
    await desk.press(ada, "settings.roles.1:officer", [R0]);
    await desk.press(ada, "settings.profession.1:0:craft-1", [R1]);
    await desk.press(ada, "settings.channel.1:panel", [PANEL]);
    expect(textOf(await open("overview"))).toContain("✅ Officer role\n✅ Profession roles (1 of 30)\n✅ Panel channel\n⬜ Board channel");
    await desk.press(ada, "settings.channel.1:board", [PANEL]);
    expect(textOf(await open("overview"))).toContain("Your desk is open.");
  });

  it("says so when what is set does not arrive in its channel", async () => {
    await desk.press(ada, "settings.channel.1:panel", [PANEL]);
    await desk.press(ada, "settings.channel.1:board", [CLOSED]);
    expect(textOf(await desk.press(ada, "settings.section.1:overview"))).toContain("⚠️ A channel or category that is named here was deleted on Discord");
    expect(textOf(await open("overview"))).toContain("✅ Panel channel\n⚠️ Board channel: I may not write there. Give me View Channel and Send Messages in it");
  });

  it("names each select by what it is for, and says what empty means", async () => {
    const [rolesPage, channels, professionPage] = [textOf(await open("roles")), textOf(await open("channels")), textOf(await open("professions"))];
    for (const who of ["Officers", "Members", "Core members"]) expect(rolesPage).toContain(`${who}: choose up to 10 roles`);
    for (const what of ["Panel", "Board"]) expect(channels).toContain(`${what}: choose a text channel`);
    expect(professionPage).toContain("Craft 0: choose up to 10 roles");
    expect(rolesPage).toContain("**Core members** may ask the guild to bring some or all materials. Without a role here, everyone may.");
    expect(channels).toContain("A card of what is over stays, and says how it ended.");
  });

  it("shows which section is open, and lets it be pressed to look again", async () => {
    const page = JSON.stringify(await open("roles"));
    expect(page).not.toContain('"disabled":true');
    expect(page.match(/"style":1,"label":"[^"]*"/g)).toEqual(['"style":1,"label":"Roles"']);
    expect(await desk.press(ada, buttonId(await open("roles"), "Roles"))).toEqual(await open("roles"));
  });

  it("saves roles at once and says so", async () => {
    const reply = await desk.press(ada, "settings.roles.1:member", [R0, R1]);
    expect(reply?.kind).toBe("update");
    expect(textOf(reply)).toContain(`✅ Saved. Members: <@&${R0}> <@&${R1}>.`);
    expect(textOf(await desk.press(ada, "settings.roles.1:member", []))).toContain("✅ Saved. Members: everyone.");
    expect((await reads.getLayered(GUILD)).sourceOf("roles.member")).toBe("guild");
  });

  it("saves a profession's roles and stays on its page", async () => {
    const page = await desk.press(ada, buttonId(await open("professions"), "Next"));
    const select = customIdsOf(page).find((id) => id.endsWith(":craft-5")) ?? "";
    const reply = await desk.press(ada, select, [R2]);
    expect(textOf(reply)).toContain(`✅ Saved. Craft 5: <@&${R2}>.`);
    expect(textOf(reply)).toContain("Page 2 of 8");
    expect(textOf(await desk.press(ada, "settings.professions.1:99"))).toContain("Page 8 of 8");
  });

  it("saves and clears channels, and posts the panel", async () => {
    const chosen = await desk.press(ada, "settings.channel.1:panel", [PANEL]);
    expect(textOf(chosen)).toContain(`✅ Saved. Panel: <#${PANEL}>. The panel is on its way to <#${PANEL}>.`);
    expect(textOf(await desk.press(ada, buttonId(chosen, "Post the panel now")))).toContain(`✅ The panel is on its way to <#${PANEL}>.`);
    expect(posted).toEqual([PANEL]);
    expect(textOf(await desk.press(ada, buttonId(chosen, "No panel")))).toContain("✅ Saved. Panel: no panel; `/panel` posts one where you are.");
    expect(textOf(await desk.press(ada, buttonId(chosen, "Post the panel now")))).toContain("⚠️ No panel channel is set any more.");
    expect((await reads.get(GUILD)).panelChannelId).toBeNull();
  });

  it("does not announce a panel where it already stands", async () => {
    const settings = { ...unsetSettings(GUILD), panelChannelId: PANEL };
    expect(textOf(await desk.press(as("1001", { rights: officer, settings }), "settings.channel.1:panel", [PANEL]))).not.toContain("on its way");
  });

  it("chooses among more packs than one select holds", async () => {
    const page = await open("packs");
    expect(optionsOf(page, "settings.packs.1:0")).toHaveLength(25);
    expect(optionsOf(page, "settings.packs.1:1").map(({ value }) => value)).toEqual(["pack-25", "pack-26"]);
    await desk.press(ada, "settings.packs.1:1", []);
    expect((await reads.get(GUILD)).packs).toEqual(packs.slice(0, 25).map(({ id }) => id));
    expect(textOf(await desk.press(ada, "settings.packs.1:0", ["pack-3"]))).toContain("✅ Saved. Packs in use: Pack 3.");
    expect(textOf(await desk.press(ada, "settings.packs.1:0", []))).toContain("⚠️ Without a pack nothing can be requested.");
    expect(textOf(await desk.press(ada, "settings.packs.1:0", ["pack-99"]))).toContain("⚠️ That pack is not loaded any more.");
    expect((await reads.get(GUILD)).packs).toEqual(["pack-3"]);
    expect(textOf(await desk.press(ada, buttonId(page, "Use every pack")))).toContain("every pack that is loaded");
    expect((await reads.get(GUILD)).packs).toBeNull();
  });

  it("asks before it forgets, and offers it only where there is something to forget", async () => {
    expect(customIdsOf(await open("overview"))).not.toContain("settings.ask-reset.1");
    await desk.press(ada, "settings.roles.1:core", [R0]);
    const asked = await desk.press(ada, buttonId(await open("overview"), "Reset"));
    expect(textOf(asked)).toContain("Nothing is set then");
    expect(textOf(await desk.press(as("1001", { rights: officer, guildId: FILE_GUILD }), "settings.ask-reset.1"))).toContain("guildsmith.yaml then answers");
    expect((await reads.get(GUILD)).roles.core).toEqual([R0]);
    expect(textOf(await desk.press(ada, buttonId(asked, "Forget")))).toContain("Everything that was set here is forgotten.");
    expect(await reads.get(GUILD)).toEqual(unsetSettings(GUILD));
  });

  it("keeps within Discord's limits when everything is set", async () => {
    for (const kind of ["officer", "member", "core"]) await desk.press(ada, `settings.roles.1:${kind}`, roles);
    for (const { id } of many) await desk.press(ada, `settings.profession.1:0:${id}`, roles);
    for (const kind of ["panel", "board"]) await desk.press(ada, `settings.channel.1:${kind}`, [PANEL]);
    await desk.press(ada, "settings.packs.1:1", []);
    for (const section of ["overview", "roles", "professions", "channels", "packs"]) expect([section, limitProblems(await open(section))]).toEqual([section, []]);
    expect(textOf(await open("overview"))).toContain("+6");
  });

  it("is for officers: others hear who they are", async () => {
    const member = as("1002");
    expect(await desk.run(member, "settings")).toEqual({ kind: "refuse", sentence: "Only officers change the settings. Ask somebody who may manage this server." });
    const settings = { ...unsetSettings(GUILD), roles: { officer: [R0], member: [], core: [], professions: {} } };
    const refused = await desk.press(as("1002", { settings }), "settings.roles.1:officer", [R1]);
    expect(refused).toEqual({ kind: "refuse", sentence: `Only officers change the settings. Ask somebody with <@&${R0}>.` });
    for (const id of ["settings.section.1:channels", "settings.channel.1:panel", "settings.post-panel.1", "settings.all-packs.1", "settings.packs.1:0", "settings.ask-reset.1", "settings.reset.1"])
      expect(await desk.press(member, id, [PANEL])).toMatchObject({ kind: "refuse" });
    expect(await reads.get(GUILD)).toEqual(unsetSettings(GUILD));
  });

  it("says what is wrong with a choice and changes nothing", async () => {
    expect(textOf(await desk.press(ada, "settings.roles.1:officer", [GUILD]))).toContain("⚠️ Discord lists @everyone for nobody");
    expect(textOf(await desk.press(ada, "settings.roles.1:officer", ["abc"]))).toContain("⚠️ That is not a role");
    expect(textOf(await desk.press(ada, "settings.channel.1:board", ["abc"]))).toContain("⚠️ That is not a channel");
    expect(textOf(await desk.press(ada, "settings.profession.1:0:gone", [R0]))).toContain("⚠️ The packs in use do not have that profession");
    for (const id of ["settings.section.1:secrets", "settings.roles.1:king", "settings.profession.1:0", "settings.channel.1:", "settings.packs.1:x"])
      expect(await desk.press(ada, id, [R0])).toBeNull();
    expect(await reads.get(GUILD)).toEqual(unsetSettings(GUILD));
  });
});
