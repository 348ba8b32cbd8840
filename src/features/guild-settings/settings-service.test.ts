import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { err } from "../../kernel/result.ts";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { type DomainEvent, subscribe } from "../contract.ts";
import { transactions } from "../transactions.ts";
import { type GuildSettings, unsetSettings } from "./guild-settings.ts";
import { guildSettingsReads, type LayeredReads, SettingsLayers } from "./read-model.ts";
import { settingsService, type SettingsService } from "./settings-service.ts";
import { guildSettingsMigrations } from "./tables.ts";

const [R1, R2, R3] = ["300000000000000001", "300000000000000002", "300000000000000003"] as const;
const [PANEL, BOARD] = ["400000000000000001", "400000000000000002"] as const;
const FILE_GUILD = "900000000000000002";
const deployment = new Map<string, Partial<GuildSettings>>([
  [FILE_GUILD, { roles: { officer: [R1], member: [], core: [], professions: { tailoring: [R2], alchemy: [] } }, panelChannelId: PANEL, packs: ["wow"] }],
]);
const as = await calls();
const ada = as("1001", { rights: officer });
const inFile = as("1001", { rights: officer, guildId: FILE_GUILD });

describe.each(ENGINES)("a guild's settings on %s", (engine) => {
  let test: TestStore;
  let service: SettingsService;
  let reads: LayeredReads;
  let heard: DomainEvent[];
  let posted: string[];
  let problems: string[];

  beforeEach(async () => {
    test = await openTestStore(engine, [guildSettingsMigrations]);
    heard = [];
    posted = [];
    problems = [];
    const layers = new SettingsLayers(deployment, (problem) => problems.push(problem));
    const hear = subscribe("guild.settings-changed", (_, event) => Promise.resolve(void heard.push(event)));
    reads = guildSettingsReads(test.store.read, layers);
    service = settingsService({
      inTransaction: transactions(test.store, { now: () => 1_800_000_000_000 }, [hear]),
      layers,
      panel: { postPanel: (_, guildId, channelId) => Promise.resolve(void posted.push(`${guildId} ${channelId}`)) },
      professions: () => [{ id: "tailoring", name: "Tailoring" }, { id: "enchanting", name: "Enchanting" }],
      packs: () => [{ id: "wow", name: "Classic", game: "WoW" }, { id: "ff", name: "Fantasy", game: "FF" }, { id: "d&d", name: "Dragons", game: "DD" }],
    });
  });
  afterEach(() => test.drop());

  it("holds nothing until something is set", async () => {
    const { settings, sourceOf } = await reads.getLayered(GUILD);
    expect(settings).toEqual(unsetSettings(GUILD));
    expect(sourceOf("roles.officer")).toBe("unset");
  });

  it("holds an option from when it is set until it is cleared, and refuses a value out of its range", async () => {
    await service.setOption(ada, "claimLeaseHours", 24);
    await service.setOption(ada, "surface", "dm");
    const set = await reads.getLayered(GUILD);
    expect([set.settings.claimLeaseHours, set.settings.surface, set.sourceOf("surface")]).toEqual([24, "dm", "guild"]);
    expect(await service.setOption(ada, "claimLeaseHours", 721)).toEqual(err("bad-option"));
    expect(await service.setOption(as("1002"), "claimLeaseHours", 1)).toEqual(err("not-an-officer"));
    await service.clearOption(ada, "surface");
    const cleared = await reads.getLayered(GUILD);
    expect([cleared.settings.claimLeaseHours, cleared.settings.surface, cleared.sourceOf("surface")]).toEqual([24, "ephemeral", "unset"]);
  });

  it("answers from the operator's file where the guild has not said otherwise", async () => {
    await service.setRoles(inFile, "member", [R3]);
    const { settings, sourceOf } = await reads.getLayered(FILE_GUILD);
    expect(settings).toEqual({
      ...unsetSettings(FILE_GUILD),
      roles: { officer: [R1], member: [R3], core: [], professions: { tailoring: [R2] } },
      panelChannelId: PANEL,
      packs: ["wow"],
    });
    expect([sourceOf("roles.officer"), sourceOf("roles.member"), sourceOf("roles.core"), sourceOf("roles.professions.alchemy"), sourceOf("channels.panel")]).toEqual([
      "deployment",
      "guild",
      "unset",
      "unset",
      "deployment",
    ]);
  });

  it("keeps each answer, also that there shall be none, over the file's", async () => {
    await service.setRoles(ada, "officer", [R1, R2, R1]);
    await service.setProfessionRoles(ada, "tailoring", [R3]);
    await service.setChannel(ada, "board", BOARD);
    await service.setPacks(ada, ["ff"]);
    expect(await reads.get(GUILD)).toEqual({
      ...unsetSettings(GUILD),
      roles: { officer: [R1, R2], member: [], core: [], professions: { tailoring: [R3] } },
      boardChannelId: BOARD,
      packs: ["ff"],
    });

    await service.setChannel(inFile, "panel", null);
    await service.setProfessionRoles(inFile, "tailoring", []);
    await service.setPacks(inFile, null);
    const { settings, sourceOf } = await reads.getLayered(FILE_GUILD);
    expect([settings.panelChannelId, settings.roles.professions, settings.packs]).toEqual([null, { tailoring: [] }, null]);
    expect([sourceOf("channels.panel"), sourceOf("packs")]).toEqual(["guild", "guild"]);
  });

  it("keeps what two officers set at once", async () => {
    await Promise.all([service.setProfessionRoles(ada, "tailoring", [R1]), service.setProfessionRoles(ada, "enchanting", [R2]), service.setRoles(ada, "core", [R3])]);
    expect((await reads.get(GUILD)).roles).toEqual({ officer: [], member: [], core: [R3], professions: { tailoring: [R1], enchanting: [R2] } });
  });

  it("keeps what two officers choose at once among the packs", async () => {
    await Promise.all([service.choosePacks(ada, ["wow"], []), service.choosePacks(ada, ["ff", "d&d"], ["ff"])]);
    expect((await reads.get(GUILD)).packs).toEqual(["ff"]);
    expect(await service.choosePacks(ada, ["ff"], [])).toEqual(err("no-pack"));
    expect((await reads.get(GUILD)).packs).toEqual(["ff"]);
  });

  it("tells who changed what, in the transaction, and nothing when nothing changed", async () => {
    await service.setChannel(ada, "panel", PANEL);
    await service.setChannel(ada, "panel", PANEL);
    expect(heard).toEqual([
      {
        type: "guild.settings-changed",
        guildId: GUILD,
        actorId: "1001",
        before: unsetSettings(GUILD),
        after: { ...unsetSettings(GUILD), panelChannelId: PANEL },
        changes: [{ key: "channels.panel", before: null, after: JSON.stringify(PANEL) }],
      },
    ]);
  });

  it("forgets all of its own answers at once, back to the file", async () => {
    await service.setRoles(inFile, "officer", [R3]);
    await service.setChannel(inFile, "panel", null);
    expect(await service.reset(inFile)).toMatchObject({ ok: true, value: { settings: { panelChannelId: PANEL, roles: { officer: [R1] } } } });
    expect(heard.at(-1)).toMatchObject({ changes: [{ key: "channels.panel", before: "null", after: null }, { key: "roles.officer", after: null }] });
    expect(await test.store.read.selectFrom("guild_settings").selectAll().execute()).toEqual([]);
  });

  it.each([
    ["not a role", (s: SettingsService) => s.setRoles(ada, "officer", ["officers"]), "bad-role"],
    ["@everyone", (s: SettingsService) => s.setRoles(ada, "member", [GUILD]), "everyone-role"],
    ["eleven roles", (s: SettingsService) => s.setRoles(ada, "core", Array.from({ length: 11 }, (_, index) => `3000000000000000${index + 10}`)), "too-many-roles"],
    ["not a role of a profession", (s: SettingsService) => s.setProfessionRoles(ada, "tailoring", ["1"]), "bad-role"],
    ["a profession that no pack has", (s: SettingsService) => s.setProfessionRoles(ada, "fishing", [R1]), "unknown-profession"],
    ["not a channel", (s: SettingsService) => s.setChannel(ada, "panel", "#general"), "bad-channel"],
    ["a pack that is not loaded", (s: SettingsService) => s.setPacks(ada, ["wow", "eve"]), "unknown-pack"],
    ["no pack", (s: SettingsService) => s.setPacks(ada, []), "no-pack"],
    ["a panel without a channel", (s: SettingsService) => s.postPanel(ada), "no-panel-channel"],
    ["who is no officer", (s: SettingsService) => s.setRoles(as("1002"), "officer", [R1]), "not-an-officer"],
    ["a reset by no officer", (s: SettingsService) => s.reset(as("1002")), "not-an-officer"],
    ["a panel by no officer", (s: SettingsService) => s.postPanel(as("1002")), "not-an-officer"],
  ] as const)("refuses %s and stays as it was", async (_, act, refusal) => {
    expect(await act(service)).toEqual(err(refusal));
    expect([await reads.get(GUILD), heard, posted]).toEqual([unsetSettings(GUILD), [], []]);
  });

  it("posts the panel in its channel", async () => {
    await service.setChannel(ada, "panel", PANEL);
    expect(await service.postPanel(ada)).toEqual({ ok: true, value: PANEL });
    expect(posted).toEqual([`${GUILD} ${PANEL}`]);
  });

  it("seeds a guild only while it has no answer of its own", async () => {
    const seed: Partial<GuildSettings> = { roles: { officer: [R1], member: [], core: [], professions: { tailoring: [R2] } }, panelChannelId: PANEL };
    expect(await service.seed(GUILD, seed)).toBe(true);
    expect(await service.seed(GUILD, { boardChannelId: BOARD })).toBe(false);
    expect(await reads.get(GUILD)).toMatchObject({ roles: { officer: [R1], professions: { tailoring: [R2] } }, panelChannelId: PANEL, boardChannelId: null });
    expect(heard).toEqual([]);
  });

  it("does not use what it cannot read, tells it, and leaves it for the version that can", async () => {
    await service.setRoles(inFile, "core", [R3]);
    for (const [key, value] of [["roles.officer", '"x'], ["roles.member", '"text"'], ["colour", "1"], ["channels.panel", "[]"], ["packs", "7"]])
      await test.store.inTransaction((db) => sql`insert into guild_settings (guild_id, key, value, changed_at) values (${FILE_GUILD}, ${key}, ${value}, 1)`.execute(db));
    const { settings } = await reads.getLayered(FILE_GUILD);
    expect(settings).toMatchObject({ roles: { officer: [R1], member: [], core: [R3] }, panelChannelId: PANEL, packs: ["wow"] });
    await reads.getLayered(FILE_GUILD);
    expect(problems).toHaveLength(5);
    expect(problems[0]).toContain(`guild ${FILE_GUILD} has a setting "channels.panel"`);
  });
});
