import { ApplicationCommandType } from "discord-api-types/v10";
import type { Feature } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { menuCommand } from "../slash-command.ts";
import { itemSelect, openSelect } from "./custom-ids.ts";
import { menuHandlers, type MenusDeps } from "./handlers.ts";
import { menuTexts } from "./texts.ts";

/** "Crafting requests" of a person, and "Request this craft" of a message. */
export function menusFeature(deps: MenusDeps): Feature {
  const on = menuHandlers(deps);
  return {
    name: "menus",
    texts: menuTexts,
    commands: [
      { data: menuCommand(menuTexts, ApplicationCommandType.User, "user.command"), run: (call, _, target) => on.showPerson(call, target) },
      { data: menuCommand(menuTexts, ApplicationCommandType.Message, "message.command"), run: (call, _, target) => on.requestFrom(call, target) },
    ],
    components: [onPress(openSelect, (call, _, [requestId]) => on.open(call, requestId)), onPress(itemSelect, (call, _, [recipeId]) => on.choose(call, recipeId))],
  };
}
