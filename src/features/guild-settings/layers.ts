import { type GuildSettings, unsetSettings } from "./guild-settings.ts";
import { defaultOptions, isOptionKey, isValueOf, OPTION_KEYS, optionsAmong, type OptionKey, type OptionValue, type OptionValues } from "./options.ts";
import { LEVERS, PROFILES } from "./profiles.ts";

export const ROLE_KINDS = ["officer", "member", "core"] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];
export const CHANNEL_KINDS = ["panel", "board"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Names one answer; each has its own, so that two officers at once do not undo each other. */
export type SettingKey = `roles.${RoleKind}` | `roles.professions.${string}` | `channels.${ChannelKind}` | "packs" | OptionKey;

/** Role or pack ids, a channel's id, or null: none, or every pack; or what an option is. */
export type SettingValue = readonly string[] | string | null | OptionValue;

/** What one layer answers; a key that is absent leaves the answer to the layer below. */
export type Layer = ReadonlyMap<SettingKey, SettingValue>;

/** Who gave an answer: the guild itself, the operator's file, the profile that one of them chose, or nobody. */
export type Source = "guild" | "deployment" | "profile" | "unset";

export interface LayeredSettings {
  /** What holds, all layers together. */
  readonly settings: GuildSettings;
  readonly sourceOf: (key: SettingKey) => Source;
}

const PROFESSION = "roles.professions.";

/** The guild's own layer over the operator's over unset. */
export function layered(guildId: string, own: Layer, deployment: Layer): LayeredSettings {
  const layerOf = (key: SettingKey): Layer => (own.has(key) ? own : deployment);
  const ids = (key: SettingKey): readonly string[] => listOf(layerOf(key).get(key)) ?? [];
  const channel = (key: SettingKey): string | null => {
    const value = layerOf(key).get(key);
    return typeof value === "string" ? value : null;
  };
  const options = optionsOf((key) => layerOf(key).get(key));
  const isByProfile = (key: SettingKey): boolean => options.profile !== "recommended" && LEVERS.some((lever) => lever === key);
  const professions = [...own.keys(), ...deployment.keys()].flatMap((key) => (isProfessionKey(key) ? [key] : []));
  return {
    settings: {
      ...unsetSettings(guildId),
      roles: {
        officer: ids("roles.officer"),
        member: ids("roles.member"),
        core: ids("roles.core"),
        professions: Object.fromEntries(professions.map((key) => [key.slice(PROFESSION.length), ids(key)])),
      },
      panelChannelId: channel("channels.panel"),
      boardChannelId: channel("channels.board"),
      packs: listOf(layerOf("packs").get("packs")),
      ...options,
    },
    sourceOf: (key) => (own.has(key) ? "guild" : deployment.has(key) ? "deployment" : isByProfile(key) ? "profile" : "unset"),
  };
}

/** What each option is by `answerOf`, or by the profile, or by default. */
function optionsOf(answerOf: (key: OptionKey) => SettingValue | undefined): OptionValues {
  const answered = optionsAmong(answerOf);
  const byDefault = defaultOptions();
  return { ...byDefault, ...PROFILES[answered.profile ?? byDefault.profile], ...answered };
}

/** Settings as a layer: what they leave empty is not answered by it. */
export function layerOf({ roles, panelChannelId, boardChannelId, packs, ...others }: Partial<GuildSettings>): Layer {
  const layer = new Map<SettingKey, SettingValue>();
  for (const kind of ROLE_KINDS) if (roles && roles[kind].length > 0) layer.set(`roles.${kind}`, roles[kind]);
  for (const [profession, ids] of Object.entries(roles?.professions ?? {})) if (ids.length > 0) layer.set(`${PROFESSION}${profession}`, ids);
  if (panelChannelId) layer.set("channels.panel", panelChannelId);
  if (boardChannelId) layer.set("channels.board", boardChannelId);
  if (packs) layer.set("packs", packs);
  for (const key of OPTION_KEYS) if (others[key] !== undefined) layer.set(key, others[key]);
  return layer;
}

/** Reads an answer from its stored JSON; undefined when the key is not known here or the value does not fit it. */
export function readAnswer(key: string, json: string): readonly [SettingKey, SettingValue] | undefined {
  const value: unknown = parse(json);
  if (isRoleKey(key)) return isIds(value) ? [key, value] : undefined;
  if (isChannelKey(key)) return value === null || typeof value === "string" ? [key, value] : undefined;
  if (isOptionKey(key)) return isValueOf(key, value) ? [key, value] : undefined;
  if (key === "packs") return value === null || isIds(value) ? [key, value] : undefined;
  return undefined;
}

export const isRoleKey = (key: string): key is `roles.${RoleKind}` | `roles.professions.${string}` =>
  isProfessionKey(key) || ROLE_KINDS.some((kind) => key === `roles.${kind}`);
const isProfessionKey = (key: string): key is `roles.professions.${string}` => key.startsWith(PROFESSION) && key.length > PROFESSION.length;
const isChannelKey = (key: string): key is `channels.${ChannelKind}` => CHANNEL_KINDS.some((kind) => key === `channels.${kind}`);
const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((id) => typeof id === "string");
const listOf = (value: SettingValue | undefined): readonly string[] | null => (isIds(value) ? value : null);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No answer has this value, so the reader tells it like any other that does not fit.
    return undefined;
  }
}
