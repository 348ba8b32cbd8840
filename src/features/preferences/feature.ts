import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Feature } from "../contract.ts";
import { onPress, onSubmit } from "../on-press.ts";
import { described, slashCommand } from "../slash-command.ts";
import { noQuietButton, tellingSelect, timesButton, timesModal } from "./custom-ids.ts";
import { preferencesHandlers } from "./handlers.ts";
import type { PreferencesService } from "./preferences-service.ts";
import { preferencesMigrations } from "./tables.ts";
import { preferencesTexts } from "./texts.ts";

/** `/preferences`: how somebody is told things in this server. */
export function preferencesFeature(service: PreferencesService): Feature {
  const on = preferencesHandlers(service);
  const zone = { type: ApplicationCommandOptionType.String, name: "time-zone", ...described(preferencesTexts, "option.time-zone"), autocomplete: true } as const;
  return {
    name: "preferences",
    texts: preferencesTexts,
    migrations: preferencesMigrations,
    commands: [{ data: slashCommand(preferencesTexts, "preferences", "command", zone), run: on.open, autocomplete: (_, { value }) => Promise.resolve(on.offerZones(value)) }],
    components: [
      onPress(tellingSelect, (call, { subject }, [chosen]) => on.choose(call, subject, chosen)),
      onPress(timesButton, on.askTimes),
      onPress(noQuietButton, on.endQuiet),
    ],
    modals: [onSubmit(timesModal, (call, _, fields) => on.setTimes(call, fields))],
  };
}
