import type { Result } from "../../kernel/result.ts";
import type { Call, Reply, View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { channel } from "../phrases.ts";
import type { Pack, Profession } from "../recipes/recipe.ts";
import { plain } from "../view-kit.ts";
import { channelsView } from "./channels-view.ts";
import type { Section } from "./custom-ids.ts";
import { channelOf, channelText, rolesText, type SettingsState } from "./frame.ts";
import type { GuildSettings, SettingsRefusal } from "./guild-settings.ts";
import type { ChannelKind, RoleKind } from "./layers.ts";
import { overviewView, resetView } from "./overview-view.ts";
import { packNames, packsIn, packsView } from "./packs-view.ts";
import type { LayeredReads } from "./read-model.ts";
import { professionsView, rolesView } from "./roles-view.ts";
import type { ChannelFailures } from "./settings-port.ts";
import type { SettingsService } from "./settings-service.ts";
import { refusalKeys, roleKeys, type Say, settingsTexts } from "./texts.ts";

export interface SettingsHandlerDeps {
  readonly service: SettingsService;
  readonly reads: LayeredReads;
  readonly professions: (settings: GuildSettings) => readonly Profession[];
  readonly packs: readonly Pick<Pack, "id" | "name" | "game">[];
  /** Whether the operator's file says anything about a guild. */
  readonly isInFile: (guildId: string) => boolean;
  readonly failures: ChannelFailures;
}

type Draw = (say: Say, state: SettingsState, notice?: Notice) => View;

/** What officers do in the message of `/settings`; each gives the message as it is then. */
export function settingsHandlers({ service, reads, professions, packs, isInFile, failures }: SettingsHandlerDeps) {
  async function stateOf(guildId: string): Promise<SettingsState> {
    const layered = await reads.getLayered(guildId);
    const { panelChannelId, boardChannelId } = layered.settings;
    const failureIn = (kind: ChannelKind, channelId: string | null) => (channelId === null ? null : failures[kind](guildId, channelId));
    const [panel, board] = await Promise.all([failureIn("panel", panelChannelId), failureIn("board", boardChannelId)]);
    return { layered, professions: professions(layered.settings), packs, failures: { panel, board } };
  }

  async function show(call: Call, kind: "show" | "update", draw: Draw, notice?: Notice): Promise<Reply> {
    if (!call.rights.isOfficer) return notOfficer(call);
    const view = draw(sayTo(call), await stateOf(call.guildId), notice);
    return kind === "show" ? { kind, view, isForServer: true } : { kind, view };
  }

  /** Shows what holds after a change, and says that it is saved or why not. */
  async function after(call: Call, draw: Draw, outcome: Result<unknown, SettingsRefusal>, saved: (say: Say, state: SettingsState) => string): Promise<Reply> {
    if (!outcome.ok && outcome.error === "not-an-officer") return notOfficer(call);
    const say = sayTo(call);
    const state = await stateOf(call.guildId);
    const notice: Notice = outcome.ok ? { tone: "good", sentence: saved(say, state) } : { tone: "bad", sentence: say(refusalKeys[outcome.error]) };
    return { kind: "update", view: draw(say, state, notice) };
  }

  return {
    /** The overview as a new message. */
    open: (call: Call) => show(call, "show", overviewView),
    turnTo: (call: Call, section: Section) => show(call, "update", SECTION_VIEWS[section]),
    turnToProfessions: (call: Call, page: number) => show(call, "update", professionsAt(page)),
    askReset: (call: Call) => show(call, "update", (say) => resetView(say, isInFile(call.guildId))),

    async setRoles(call: Call, kind: RoleKind, roleIds: readonly string[]): Promise<Reply> {
      const outcome = await service.setRoles(call, kind, roleIds);
      return after(call, rolesView, outcome, (say, { layered }) =>
        say("savedRoles", { who: say(kind), roles: rolesText(layered.settings.roles[kind], say(roleKeys[kind].unset)) }),
      );
    },

    async setProfessionRoles(call: Call, page: number, professionId: string, roleIds: readonly string[]): Promise<Reply> {
      const outcome = await service.setProfessionRoles(call, professionId, roleIds);
      return after(call, professionsAt(page), outcome, (say, state) =>
        say("savedRoles", {
          who: plain(state.professions.find(({ id }) => id === professionId)?.name ?? professionId),
          roles: rolesText(state.layered.settings.roles.professions[professionId] ?? [], say("officersOnly")),
        }),
      );
    },

    async setChannel(call: Call, kind: ChannelKind, channelId: string | null): Promise<Reply> {
      const outcome = await service.setChannel(call, kind, channelId);
      return after(call, channelsView, outcome, (say, state) => {
        const saved = say("savedChannel", { what: say(kind), channel: channelText(say, kind, channelOf(state, kind)) });
        // Only a panel in another channel than before is posted by itself.
        return kind === "panel" && channelId !== null && channelId !== call.settings.panelChannelId ? `${saved} ${say("panelOnItsWay", { channel: channel(channelId) })}` : saved;
      });
    },

    async choosePacks(call: Call, part: number, chosen: readonly string[]): Promise<Reply> {
      const offered = packsIn(packs, part).map(({ id }) => id);
      return after(call, packsView, await service.choosePacks(call, offered, chosen), savedPacks);
    },

    useAllPacks: async (call: Call) => after(call, packsView, await service.setPacks(call, null), savedPacks),

    postPanel: async (call: Call) => {
      const outcome = await service.postPanel(call);
      return after(call, channelsView, outcome, (say) => say("panelOnItsWay", { channel: outcome.ok ? channel(outcome.value) : "" }));
    },

    reset: async (call: Call) => after(call, overviewView, await service.reset(call), (say) => say("didReset")),
  };
}

const sayTo = (call: Call): Say => call.translator.in(settingsTexts);
const savedPacks = (say: Say, state: SettingsState): string => say("savedPacks", { packs: packNames(say, state) });
const professionsAt =
  (page: number): Draw =>
  (say, state, notice) =>
    professionsView(say, state, page, notice);

const SECTION_VIEWS: Record<Section, Draw> = { overview: overviewView, roles: rolesView, professions: professionsAt(0), channels: channelsView, packs: packsView };

/** Names who could. */
function notOfficer(call: Call): Reply {
  const { officer } = call.settings.roles;
  const say = sayTo(call);
  return { kind: "refuse", sentence: officer.length > 0 ? say("notOfficer", { roles: rolesText(officer, "") }) : say("notOfficerUnset") };
}
