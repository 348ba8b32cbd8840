import type { Result } from "../../kernel/result.ts";
import type { Call, DeliveryFailure, Reply, View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import type { Pack, Profession } from "../recipes/recipe.ts";
import type { SurfaceFailure } from "../surfaces/surface-port.ts";
import { rolesText, type SettingsState } from "./frame.ts";
import type { GuildSettings, SettingsRefusal } from "./guild-settings.ts";
import type { ChannelKind } from "./layers.ts";
import type { LayeredReads } from "./read-model.ts";
import type { ChannelFailures } from "./settings-port.ts";
import type { SettingsService } from "./settings-service.ts";
import { refusalKeys, type Say, settingsTexts } from "./texts.ts";

export interface SettingsHandlerDeps {
  readonly service: SettingsService;
  readonly reads: LayeredReads;
  readonly professions: (settings: GuildSettings) => readonly Profession[];
  /** Every pack that is loaded now. */
  readonly packs: () => readonly Pick<Pack, "id" | "name" | "game">[];
  /** Whether the operator's file says anything about a guild. */
  readonly isInFile: (guildId: string) => boolean;
  readonly failures: ChannelFailures;
  /** Why people cannot have a place of their own; null when they can. */
  readonly surfaceFailure: (guildId: string) => Promise<SurfaceFailure | null>;
  /** Why requests cannot have threads; null when they can. */
  readonly threadFailure: (guildId: string) => Promise<DeliveryFailure | null>;
  /** Whether Discord surely has no such role or channel in this guild. */
  readonly isDeleted?: (guildId: string, kind: "role" | "channel", id: string) => boolean;
}

export type Draw = (say: Say, state: SettingsState, notice?: Notice) => View;

export const sayTo = (call: Call): Say => call.translator.in(settingsTexts);

/** What the settings' views are drawn from. */
export async function stateOf({ reads, professions, packs, failures, surfaceFailure, threadFailure, isDeleted = () => false }: SettingsHandlerDeps, guildId: string): Promise<SettingsState> {
  const layered = await reads.getLayered(guildId);
  const { panelChannelId, boardChannelId } = layered.settings;
  const failureIn = (kind: ChannelKind, channelId: string | null) => (channelId === null ? null : failures[kind](guildId, channelId));
  const [panel, board] = await Promise.all([failureIn("panel", panelChannelId), failureIn("board", boardChannelId)]);
  const { roles, channelCategoryId, fastModeRoles } = layered.settings;
  const roleIds = [...roles.officer, ...roles.member, ...roles.core, ...Object.values(roles.professions).flat(), ...fastModeRoles];
  const channelIds = [panelChannelId, boardChannelId, channelCategoryId].filter((id) => id !== null);
  const hasDeleted = { role: roleIds.some((id) => isDeleted(guildId, "role", id)), channel: channelIds.some((id) => isDeleted(guildId, "channel", id)) };
  return { hasDeleted, layered, professions: professions(layered.settings), packs: packs(), failures: { panel, board }, surfaceFailure: layered.settings.surface === "ephemeral" ? null : await surfaceFailure(guildId), threadFailure: layered.settings.requestThreads ? await threadFailure(guildId) : null };
}

/** Shows what holds after a change, and says that it is saved or why not. */
export async function after(deps: SettingsHandlerDeps, call: Call, draw: Draw, outcome: Result<unknown, SettingsRefusal>, saved: (say: Say, state: SettingsState) => string): Promise<Reply> {
  if (!outcome.ok && outcome.error === "not-an-officer") return notOfficer(call);
  const say = sayTo(call);
  const state = await stateOf(deps, call.guildId);
  const notice: Notice = outcome.ok ? { tone: "good", sentence: saved(say, state) } : { tone: "bad", sentence: say(refusalKeys[outcome.error]) };
  return { kind: "update", view: draw(say, state, notice) };
}

/** Names who could. */
export function notOfficer(call: Call): Reply {
  const { officer } = call.settings.roles;
  const say = sayTo(call);
  return { kind: "refuse", sentence: officer.length > 0 ? say("notOfficer", { roles: rolesText(officer, "") }) : say("notOfficerUnset") };
}
