import { type APIApplicationCommandAutocompleteInteraction, InteractionResponseType } from "discord-api-types/v10";
import { AnswerRejected, type Callbacks } from "./acknowledgment.ts";
import { type CallerDeps, callOf } from "./caller.ts";
import type { Outcome } from "./measures/interaction-measures.ts";
import { valuesOf } from "./option-values.ts";
import { commandKey, type Routes } from "./routes.ts";
import type { Log } from "../telemetry/log.ts";

const CHOICES = 25;

/** Offers choices while somebody types; gives how it went. Nothing is said about a failure but in the log: the list is empty then, or Discord has dropped it for a newer one. */
export async function answerAutocomplete(
  deps: CallerDeps & { readonly callbacks: Callbacks; readonly log: Log },
  routes: Routes,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<Outcome> {
  let outcome: Outcome = "answered";
  const choices = await choicesFor(deps, routes, interaction).catch((cause: unknown) => {
    outcome = "failed";
    deps.log.error({ err: cause, what: `/${interaction.data.name}` }, "autocomplete failed");
    return [];
  });
  const response = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: choices.slice(0, CHOICES) } } as const;
  await deps.callbacks.respond(interaction, response).catch((cause: unknown) => {
    if (cause instanceof AnswerRejected) throw cause;
    outcome = "undelivered";
    deps.log.debug({ err: cause, what: `/${interaction.data.name}` }, "choices came too late");
  });
  return outcome;
}

async function choicesFor(deps: CallerDeps, routes: Routes, interaction: APIApplicationCommandAutocompleteInteraction) {
  const command = routes.commands.get(commandKey(interaction.data))?.entry;
  const { values, focused } = valuesOf(interaction.data.options);
  const call = await callOf(deps, interaction);
  if (!command?.autocomplete || !focused || !call.ok) return [];
  return command.autocomplete(call.value, focused, values);
}
