import type { Call, Feature } from "../contract.ts";
import { onPress, onSubmit } from "../on-press.ts";
import { slashCommand } from "../slash-command.ts";
import {
  allPacksButton,
  askResetButton,
  channelSelect,
  clearChannelButton,
  clearOptionSelect,
  groupSelect,
  optionModal,
  optionSelect,
  packsSelect,
  postPanelButton,
  professionsButton,
  professionSelect,
  resetButton,
  rolesSelect,
  sectionButton,
} from "./custom-ids.ts";
import { type ChangeInWords, changeInWords } from "./change-view.ts";
import type { SettingChange } from "./events.ts";
import { settingsHandlers } from "./handlers.ts";
import { optionHandlers } from "./handlers-options.ts";
import type { SettingsHandlerDeps } from "./handlers-shared.ts";
import { guildSettingsMigrations } from "./tables.ts";
import { settingsTexts } from "./texts.ts";

export interface GuildSettingsFeature extends Feature {
  /** An answer that somebody changed, in words: which setting, what it was and what it became. */
  readonly describeChange: (call: Call, change: SettingChange) => ChangeInWords;
}

/** `/settings`: a guild sets up its desk in one message that is edited in place. */
export function guildSettingsFeature(deps: SettingsHandlerDeps): GuildSettingsFeature {
  const on = settingsHandlers(deps);
  const options = optionHandlers(deps);
  return {
    name: "guild-settings",
    texts: settingsTexts,
    migrations: guildSettingsMigrations,
    commands: [{ data: slashCommand(settingsTexts, "settings", "commandDescription"), run: on.open }],
    components: [
      onPress(sectionButton, (call, { section }) => on.turnTo(call, section)),
      onPress(professionsButton, (call, { page }) => on.turnToProfessions(call, page)),
      onPress(rolesSelect, (call, { kind }, roleIds) => on.setRoles(call, kind, roleIds)),
      onPress(professionSelect, (call, { page, professionId }, roleIds) => on.setProfessionRoles(call, page, professionId, roleIds)),
      onPress(channelSelect, (call, { kind }, [channelId]) => on.setChannel(call, kind, channelId ?? null)),
      onPress(clearChannelButton, (call, { kind }) => on.setChannel(call, kind, null)),
      onPress(postPanelButton, on.postPanel),
      onPress(packsSelect, (call, { part }, packIds) => on.choosePacks(call, part, packIds)),
      onPress(allPacksButton, on.useAllPacks),
      onPress(groupSelect, (call, _, [group]) => options.turnToGroup(call, group)),
      onPress(optionSelect, (call, _, [key]) => options.openForm(call, key)),
      onPress(clearOptionSelect, (call, _, [key]) => options.clearOption(call, key)),
      onPress(askResetButton, on.askReset),
      onPress(resetButton, on.reset),
    ],
    describeChange: (call, change) => changeInWords(call.translator.in(settingsTexts), { professions: deps.professions(call.settings), packs: deps.packs() }, change),
    modals: [onSubmit(optionModal, (call, { key }, fields) => options.setOption(call, key, fields))],
  };
}
