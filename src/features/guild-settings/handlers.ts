import type { Call, Reply } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { channel } from "../phrases.ts";
import { plain } from "../view-kit.ts";
import { channelsView } from "./channels-view.ts";
import type { Section } from "./custom-ids.ts";
import { channelOf, channelText, rolesText, type SettingsState } from "./frame.ts";
import { after, type Draw, notOfficer, sayTo, type SettingsHandlerDeps, stateOf } from "./handlers-shared.ts";
import type { ChannelKind, RoleKind } from "./layers.ts";
import { optionsView } from "./options-view.ts";
import { overviewView, resetView } from "./overview-view.ts";
import { packNames, packsIn, packsView } from "./packs-view.ts";
import { professionsView, rolesView } from "./roles-view.ts";
import { roleKeys, type Say } from "./texts.ts";

/** What officers do in the message of `/settings`; each gives the message as it is then. */
export function settingsHandlers(deps: SettingsHandlerDeps) {
  const { service, packs, isInFile } = deps;

  async function show(call: Call, kind: "show" | "update", draw: Draw, notice?: Notice): Promise<Reply> {
    if (!call.rights.isOfficer) return notOfficer(call);
    const view = draw(sayTo(call), await stateOf(deps, call.guildId), notice);
    return kind === "show" ? { kind, view, isForServer: true } : { kind, view };
  }

  return {
    /** The overview as a new message. */
    open: (call: Call) => show(call, "show", overviewView),
    turnTo: (call: Call, section: Section) => show(call, "update", SECTION_VIEWS[section]),
    turnToProfessions: (call: Call, page: number) => show(call, "update", professionsAt(page)),
    askReset: (call: Call) => show(call, "update", (say) => resetView(say, isInFile(call.guildId))),

    async setRoles(call: Call, kind: RoleKind, roleIds: readonly string[]): Promise<Reply> {
      const outcome = await service.setRoles(call, kind, roleIds);
      return after(deps, call, rolesView, outcome, (say, { layered }) =>
        say("savedRoles", { who: say(kind), roles: rolesText(layered.settings.roles[kind], say(roleKeys[kind].unset)) }),
      );
    },

    async setProfessionRoles(call: Call, page: number, professionId: string, roleIds: readonly string[]): Promise<Reply> {
      const outcome = await service.setProfessionRoles(call, professionId, roleIds);
      return after(deps, call, professionsAt(page), outcome, (say, state) =>
        say("savedRoles", {
          who: plain(state.professions.find(({ id }) => id === professionId)?.name ?? professionId),
          roles: rolesText(state.layered.settings.roles.professions[professionId] ?? [], say("officersOnly")),
        }),
      );
    },

    async setChannel(call: Call, kind: ChannelKind, channelId: string | null): Promise<Reply> {
      const outcome = await service.setChannel(call, kind, channelId);
      return after(deps, call, channelsView, outcome, (say, state) => {
        const saved = say("savedChannel", { what: say(kind), channel: channelText(say, kind, channelOf(state, kind)) });
        // Only a panel in another channel than before is posted by itself.
        return kind === "panel" && channelId !== null && channelId !== call.settings.panelChannelId ? `${saved} ${say("panelOnItsWay", { channel: channel(channelId) })}` : saved;
      });
    },

    async choosePacks(call: Call, part: number, chosen: readonly string[]): Promise<Reply> {
      const offered = packsIn(packs(), part).map(({ id }) => id);
      return after(deps, call, packsView, await service.choosePacks(call, offered, chosen), savedPacks);
    },

    useAllPacks: async (call: Call) => after(deps, call, packsView, await service.setPacks(call, null), savedPacks),

    postPanel: async (call: Call) => {
      const outcome = await service.postPanel(call);
      return after(deps, call, channelsView, outcome, (say) => say("panelOnItsWay", { channel: outcome.ok ? channel(outcome.value) : "" }));
    },

    reset: async (call: Call) => after(deps, call, overviewView, await service.reset(call), (say) => say("didReset")),
  };
}

const savedPacks = (say: Say, state: SettingsState): string => say("savedPacks", { packs: packNames(say, state) });
const professionsAt =
  (page: number): Draw =>
  (say, state, notice) =>
    professionsView(say, state, page, notice);

const SECTION_VIEWS: Record<Section, Draw> = { overview: overviewView, roles: rolesView, professions: professionsAt(0), channels: channelsView, packs: packsView, options: (say, state, notice) => optionsView(say, state, "shown", notice) };
