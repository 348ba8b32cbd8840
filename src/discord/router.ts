import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  InteractionType,
} from "discord-api-types/v10";
import type { Call, Feature, OptionValues, Reply } from "../features/contract.ts";
import type { FlowMessage } from "../features/surfaces/surface-port.ts";
import { readModalFields } from "../features/modal-fields.ts";
import { prefixOf } from "../kernel/custom-id.ts";
import type { NewId } from "../kernel/id.ts";
import type { Log } from "../telemetry/log.ts";
import { Acknowledgment, AnswerRejected, type Callbacks } from "./acknowledgment.ts";
import { answerAutocomplete } from "./autocomplete.ts";
import { type CallerDeps, type CallerRefusal, callOf, localeOf } from "./caller.ts";
import { valuesOf } from "./option-values.ts";
import { targetOf } from "./command-target.ts";
import { collectRoutes, commandKey } from "./routes.ts";
import type { Placement } from "./surfaces/placement.ts";
import { routerTexts } from "./texts.ts";

export interface RouterDeps extends CallerDeps {
  readonly features: readonly Feature[];
  readonly callbacks: Callbacks;
  readonly placement: Placement;
  /** Tells a person what could not reach them, after the answer to a command. */
  readonly tellUnseen: (call: Call, acknowledgment: Acknowledgment) => Promise<void>;
  readonly newId: NewId;
  readonly log: Log;
  readonly deferAfterMs?: number;
}

/** Handles one interaction; the promise never rejects. */
export type Route = (interaction: APIInteraction) => Promise<void>;

/**
 * Leads each interaction to its room, sends the room's reply, and turns an error into a sentence with a
 * reference number that is in the log. @throws Error at once when two rooms offer the same name
 */
export function createRouter(deps: RouterDeps): Route {
  const routes = collectRoutes(deps.features);
  const { placement } = deps;

  async function handle(interaction: Answerable): Promise<Handled> {
    const pressed = await placement.pressedIn(interaction);
    const say = deps.translators(localeOf(interaction)).in(routerTexts);
    const withCall = async (guildOf: (() => string | null) | undefined, room: (call: Call) => Promise<Reply | null>): Promise<Handled> => {
      const call = await callOf(deps, interaction, () => guildOf?.() ?? pressed?.guildId ?? null);
      if (!call.ok) return refused(call.error);
      const reply = await room(call.value);
      return reply ? { pressed, call: call.value, reply } : refused("outdated");
    };
    const refused = (key: CallerRefusal | "outdated" | "unknownCommand"): Handled => ({ pressed, call: null, reply: { kind: "refuse", sentence: say(key) } });
    switch (interaction.type) {
      case InteractionType.ApplicationCommand: {
        const command = routes.commands.get(commandKey(interaction.data));
        if (!command) return refused("unknownCommand");
        return withCall(undefined, (call) => command.run(call, optionsOf(interaction), targetOf(interaction)));
      }
      case InteractionType.MessageComponent: {
        const customId = interaction.data.custom_id;
        const route = routes.components.get(prefixOf(customId));
        const values = "values" in interaction.data ? interaction.data.values : [];
        if (!route || !values.every(isChoice)) return refused("outdated");
        return withCall(
          () => route.guildOf?.(customId) ?? null,
          (call) => route.press(call, { customId, values, messageId: interaction.message.id }),
        );
      }
      case InteractionType.ModalSubmit: {
        const customId = interaction.data.custom_id;
        const route = routes.modals.get(prefixOf(customId));
        if (!route) return refused("outdated");
        return withCall(
          () => route.guildOf?.(customId) ?? null,
          (call) => route.submit(call, { customId, fields: readModalFields(interaction.data.components) }),
        );
      }
    }
  }

  function failed(interaction: APIInteraction, cause: unknown): Reply {
    const reference = deps.newId().slice(-6).toUpperCase();
    deps.log.error({ err: cause, reference, interaction: interaction.id, what: nameOf(interaction), guild: interaction.guild_id }, "an interaction failed");
    return { kind: "refuse", sentence: deps.translators(localeOf(interaction)).in(routerTexts)("failed", { reference }) };
  }

  async function answer(interaction: Answerable): Promise<void> {
    const tooSlow = (): string => deps.translators(localeOf(interaction)).in(routerTexts)("tooSlow");
    const acknowledgment = new Acknowledgment(interaction, deps.callbacks, tooSlow, deps.deferAfterMs);
    const { pressed, call, reply } = await handle(interaction).catch((cause: unknown): Handled => ({ pressed: null, call: null, reply: failed(interaction, cause) }));
    try {
      if (call) await placement.send(interaction, pressed, call, reply, acknowledgment);
      else await acknowledgment.send(reply);
      if (call && interaction.type === InteractionType.ApplicationCommand) await deps.tellUnseen(call, acknowledgment);
    } catch (cause) {
      if (!(cause instanceof AnswerRejected) && acknowledgment.wasTried) throw cause;
      await acknowledgment.send(failed(interaction, cause));
    }
  }

  return async (interaction) => {
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await answerAutocomplete(deps, routes, interaction);
      else if (interaction.type !== InteractionType.Ping) await answer(interaction);
    } catch (cause) {
      // Discord did not take the answer (too late, or it is away): nobody can be told but the operator.
      deps.log.error({ err: cause, interaction: interaction.id, what: nameOf(interaction) }, "an answer did not reach Discord");
    }
  };
}

/** What a room says to an interaction; no call when it never came to a room, or ended in an error. */
interface Handled {
  readonly pressed: FlowMessage | null;
  readonly call: Call | null;
  readonly reply: Reply;
}

/** Discord's limit (components/reference.mdx in its documentation); U+0000 PostgreSQL stores in no text. What we offer is always within. */
const isChoice = (value: string): boolean => value.length > 0 && value.length <= 100 && !value.includes("\0");

type Answerable = APIApplicationCommandInteraction | APIMessageComponentInteraction | APIModalSubmitInteraction;

/** Names a route for the log, without anybody's data in it. */
function nameOf(interaction: APIInteraction): string {
  if (interaction.type === InteractionType.Ping) return "ping";
  return "name" in interaction.data ? `/${interaction.data.name}` : prefixOf(interaction.data.custom_id);
}

/** A slash command's options by name; subcommands give their own. */
function optionsOf(interaction: APIApplicationCommandInteraction): OptionValues {
  return "options" in interaction.data ? valuesOf(interaction.data.options ?? []).values : {};
}
