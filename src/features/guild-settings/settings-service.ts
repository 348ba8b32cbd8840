import { err, ok, type Result } from "../../kernel/result.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import type { Pack, Profession } from "../recipes/recipe.ts";
import type { SettingChange } from "./events.ts";
import { type GuildSettings, ROLE_LIMIT, type SettingsRefusal } from "./guild-settings.ts";
import { type ChannelKind, type LayeredSettings, layerOf, type RoleKind, type SettingKey, type SettingValue } from "./layers.ts";
import type { SettingsLayers } from "./read-model.ts";
import { isValueOf, type OptionKey, type OptionValue } from "./options.ts";
import type { PanelPosting } from "./settings-port.ts";
import { holdAnswer, listAnswers, putAnswer, removeAnswer, removeAnswers } from "./store.ts";

const SNOWFLAKE = /^\d{17,20}$/;

/** What officers change; each gives what holds afterwards. */
export interface SettingsService {
  setRoles(call: Call, kind: RoleKind, roleIds: readonly string[]): Promise<Result<LayeredSettings, SettingsRefusal>>;
  setProfessionRoles(call: Call, professionId: string, roleIds: readonly string[]): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Null: none, also where the operator's file names one. */
  setChannel(call: Call, kind: ChannelKind, channelId: string | null): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Of those `offered`, the chosen ones are in use from now on; the others stay as they are. */
  choosePacks(call: Call, offered: readonly string[], chosen: readonly string[]): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Null: every pack that is loaded, also later ones. */
  setPacks(call: Call, packIds: readonly string[] | null): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Refuses a value that the option may not have, see options.ts. */
  setOption(call: Call, key: OptionKey, value: OptionValue): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Leaves one answer to the operator's file, or to the default. */
  clearOption(call: Call, key: OptionKey): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Forgets every answer of the guild's own. */
  reset(call: Call): Promise<Result<LayeredSettings, SettingsRefusal>>;
  /** Posts the panel in its channel; gives the channel's id. */
  postPanel(call: Call): Promise<Result<string, SettingsRefusal>>;
  /** Sets up a guild that has no answer of its own yet, without telling other rooms; false when it has one. */
  seed(guildId: string, settings: Partial<GuildSettings>): Promise<boolean>;
}

export interface SettingsDeps {
  readonly inTransaction: InTransaction;
  readonly layers: SettingsLayers;
  readonly panel: PanelPosting;
  readonly professions: (settings: GuildSettings) => readonly Profession[];
  /** Every pack that is loaded now. */
  readonly packs: () => readonly Pick<Pack, "id" | "name" | "game">[];
}

export function settingsService({ inTransaction, layers, panel, professions, packs }: SettingsDeps): SettingsService {
  /** Runs `work` for an officer and tells what it changed; a refusal that it gives undoes it. */
  const changing = (call: Call, refusal: SettingsRefusal | null, work: (tx: Transaction) => Promise<SettingsRefusal | null>): Promise<Result<LayeredSettings, SettingsRefusal>> => {
    if (!call.rights.isOfficer) return Promise.resolve(err("not-an-officer"));
    if (refusal !== null) return Promise.resolve(err(refusal));
    const { guildId, userId: actorId } = call;
    return inTransaction<Result<LayeredSettings, SettingsRefusal>>(async (tx) => {
      const [before, answersBefore] = [await layers.read(tx.db, guildId), await listAnswers(tx.db, guildId)];
      const refused = await work(tx);
      if (refused !== null) return err(refused);
      const [after, answersAfter] = [await layers.read(tx.db, guildId), await listAnswers(tx.db, guildId)];
      const changes = differences(answersBefore, answersAfter);
      if (changes.length > 0) await tx.raise({ type: "guild.settings-changed", guildId, actorId, before: before.settings, after: after.settings, changes });
      return ok(after);
    });
  };

  const set = (call: Call, key: SettingKey, value: SettingValue, refusal: SettingsRefusal | null): Promise<Result<LayeredSettings, SettingsRefusal>> =>
    changing(call, refusal, async (tx) => {
      await putAnswer(tx.db, { guildId: call.guildId, key, value, changedAt: tx.now, changedBy: call.userId });
      return null;
    });

  function refusalOfPacks(packIds: readonly string[]): SettingsRefusal | null {
    if (packIds.length === 0) return "no-pack";
    return packIds.every((id) => packs().some((pack) => pack.id === id)) ? null : "unknown-pack";
  }

  return {
    setRoles: (call, kind, roleIds) => set(call, `roles.${kind}`, unique(roleIds), refusalOfRoles(call, roleIds)),

    setProfessionRoles(call, professionId, roleIds) {
      const isKnown = professions(call.settings).some(({ id }) => id === professionId);
      return set(call, `roles.professions.${professionId}`, unique(roleIds), isKnown ? refusalOfRoles(call, roleIds) : "unknown-profession");
    },

    setChannel: (call, kind, channelId) => set(call, `channels.${kind}`, channelId, channelId === null || SNOWFLAKE.test(channelId) ? null : "bad-channel"),

    setPacks(call, packIds) {
      if (packIds === null) return set(call, "packs", null, null);
      return set(call, "packs", unique(packIds), refusalOfPacks(packIds));
    },

    choosePacks(call, offered, chosen) {
      const { guildId } = call;
      return changing(call, null, async (tx) => {
        const inUse = async () => (await layers.read(tx.db, guildId)).settings.packs;
        const answer = { guildId, key: "packs", changedAt: tx.now, changedBy: call.userId } as const;
        // Who chooses in another part at the same moment waits here, and then reads what this one has chosen.
        await holdAnswer(tx.db, { ...answer, value: await inUse() });
        const others = ((await inUse()) ?? packs().map(({ id }) => id)).filter((id) => !offered.includes(id) && packs().some((pack) => pack.id === id));
        const value = unique([...others, ...chosen]);
        await putAnswer(tx.db, { ...answer, value });
        return refusalOfPacks(value);
      });
    },

    setOption: (call, key, value) => set(call, key, value, isValueOf(key, value) ? null : "bad-option"),

    clearOption: (call, key) =>
      changing(call, null, async (tx) => {
        await removeAnswer(tx.db, call.guildId, key);
        return null;
      }),

    reset: (call) =>
      changing(call, null, async (tx) => {
        await removeAnswers(tx.db, call.guildId);
        return null;
      }),

    async postPanel(call) {
      if (!call.rights.isOfficer) return err("not-an-officer");
      return inTransaction<Result<string, SettingsRefusal>>(async (tx) => {
        const { panelChannelId } = (await layers.read(tx.db, call.guildId)).settings;
        if (panelChannelId === null) return err("no-panel-channel");
        await panel.postPanel(tx, call.guildId, panelChannelId);
        return ok(panelChannelId);
      });
    },

    seed: (guildId, settings) =>
      inTransaction(async (tx) => {
        if ((await listAnswers(tx.db, guildId)).length > 0) return false;
        for (const [key, value] of layerOf(settings)) await putAnswer(tx.db, { guildId, key, value, changedAt: tx.now, changedBy: null });
        return true;
      }),
  };
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

function refusalOfRoles(call: Call, roleIds: readonly string[]): SettingsRefusal | null {
  if (roleIds.length > ROLE_LIMIT) return "too-many-roles";
  // The role @everyone has the guild's id, and is in nobody's list of roles (topics/permissions.mdx in Discord's documentation).
  if (roleIds.includes(call.guildId)) return "everyone-role";
  return roleIds.every((id) => SNOWFLAKE.test(id)) ? null : "bad-role";
}

type Answers = readonly { readonly key: string; readonly value: string }[];

function differences(before: Answers, after: Answers): readonly SettingChange[] {
  const valueIn = (answers: Answers, key: string): string | null => answers.find((answer) => answer.key === key)?.value ?? null;
  const keys = unique([...before, ...after].map(({ key }) => key));
  return keys.map((key) => ({ key, before: valueIn(before, key), after: valueIn(after, key) })).filter((change) => change.before !== change.after);
}
