import type { Feature } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { slashCommand } from "../slash-command.ts";
import {
  allPacksButton,
  askResetButton,
  channelSelect,
  clearChannelButton,
  packsSelect,
  postPanelButton,
  professionsButton,
  professionSelect,
  resetButton,
  rolesSelect,
  sectionButton,
} from "./custom-ids.ts";
import { type SettingsHandlerDeps, settingsHandlers } from "./handlers.ts";
import { guildSettingsMigrations } from "./tables.ts";
import { settingsTexts } from "./texts.ts";

/** `/settings`: a guild sets up its desk in one message that is edited in place. */
export function guildSettingsFeature(deps: SettingsHandlerDeps): Feature {
  const on = settingsHandlers(deps);
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
      onPress(askResetButton, on.askReset),
      onPress(resetButton, on.reset),
    ],
  };
}
