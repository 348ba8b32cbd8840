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
import { newTrace, traces } from "../telemetry/trace.ts";
import { Acknowledgment, AnswerRejected, type Callbacks } from "./acknowledgment.ts";
import { answerAutocomplete } from "./autocomplete.ts";
import { type CallerDeps, type CallerRefusal, callOf, localeOf } from "./caller.ts";
import { valuesOf } from "./option-values.ts";
import { targetOf } from "./command-target.ts";
import { NO_MEASURES, type InteractionMeasures, type Outcome } from "./measures/interaction-measures.ts";
import { collectRoutes, commandKey, type Routes } from "./routes.ts";
import type { Placement } from "./surfaces/placement.ts";
import { routerTexts } from "./texts.ts";

export interface RouterDeps extends CallerDeps {
  readonly features: readonly Feature[];
  readonly callbacks: Callbacks;
  readonly placement: Placement;
  /** Tells a person what could not reach them, after the answer to a command. */
  readonly tellUnseen: (call: Call, acknowledgment: Acknowledgment) => Promise<void>;
  /** Hears of a message that an answer changed in place. */
  readonly changed?: (channelId: string, messageId: string) => void;
  readonly newId: NewId;
  readonly log: Log;
  readonly measures?: InteractionMeasures;
  readonly deferAfterMs?: number;
}

/** Handles one interaction, which came at `cameAt` (of `performance.now()`); the promise never rejects. */
export type Route = (interaction: APIInteraction, cameAt?: number) => Promise<void>;

/**
 * Leads each interaction to its room, sends the room's reply, and turns an error into a sentence with a
 * reference number that is in the log. @throws Error at once when two rooms offer the same name
 */
export function createRouter(deps: RouterDeps): Route {
  const routes = collectRoutes(deps.features);
  const { placement, measures = NO_MEASURES } = deps;

  /** `came` hears of the call once it is known whose it is, whatever becomes of it. */
  async function handle(interaction: Answerable, came: (call: Call) => void): Promise<Handled> {
    const pressed = await placement.pressedIn(interaction);
    const say = deps.translators(localeOf(interaction)).in(routerTexts);
    const withCall = async (guildOf: (() => string | null) | undefined, room: (call: Call) => Promise<Reply | null>): Promise<Handled> => {
      const call = await callOf(deps, interaction, () => guildOf?.() ?? pressed?.guildId ?? null);
      if (!call.ok) return refused(call.error);
      came(call.value);
      const reply = await room(call.value);
      return reply ? { pressed, call: call.value, reply } : refused("outdated");
    };
    const refused = (key: CallerRefusal | "outdated" | "unknownCommand"): Handled => ({ pressed, call: null, reply: { kind: "refuse", sentence: say(key) } });
    switch (interaction.type) {
      case InteractionType.ApplicationCommand: {
        const command = routes.commands.get(commandKey(interaction.data))?.entry;
        if (!command) return refused("unknownCommand");
        return withCall(undefined, (call) => command.run(call, optionsOf(interaction), targetOf(interaction)));
      }
      case InteractionType.MessageComponent: {
        const customId = interaction.data.custom_id;
        const route = routes.components.get(prefixOf(customId))?.entry;
        const values = "values" in interaction.data ? interaction.data.values : [];
        if (!route || !values.every(isChoice)) return refused("outdated");
        return withCall(
          () => route.guildOf?.(customId) ?? null,
          (call) => route.press(call, { customId, values, messageId: interaction.message.id }),
        );
      }
      case InteractionType.ModalSubmit: {
        const customId = interaction.data.custom_id;
        const route = routes.modals.get(prefixOf(customId))?.entry;
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

  /** Gives what was answered, once Discord has it. @throws when Discord did not take it */
  async function answer(interaction: Answerable, came: (call: Call) => void): Promise<Answered> {
    const tooSlow = (): string => deps.translators(localeOf(interaction)).in(routerTexts)("tooSlow");
    const acknowledgment = new Acknowledgment(interaction, deps.callbacks, tooSlow, deps.deferAfterMs);
    let hasFailed = false;
    const { pressed, call, reply } = await handle(interaction, came).catch((cause: unknown): Handled => {
      hasFailed = true;
      return { pressed: null, call: null, reply: failed(interaction, cause) };
    });
    try {
      if (call) await placement.send(interaction, pressed, call, reply, acknowledgment);
      else await acknowledgment.send(reply);
      if (reply.kind === "update" && "message" in interaction && interaction.message) deps.changed?.(interaction.message.channel_id, interaction.message.id);
      if (call && interaction.type === InteractionType.ApplicationCommand) await deps.tellUnseen(call, acknowledgment);
    } catch (cause) {
      if (!(cause instanceof AnswerRejected) && acknowledgment.wasTried) throw cause;
      hasFailed = true;
      await acknowledgment.send(failed(interaction, cause));
    }
    return { reply, outcome: hasFailed ? "failed" : reply.kind === "refuse" ? "refused" : "answered" };
  }

  /** Discord did not take the answer (too late, or it is away): nobody can be told but the operator. */
  function undelivered(interaction: APIInteraction, cause: unknown): Answered {
    deps.log.error({ err: cause, interaction: interaction.id, what: nameOf(interaction) }, "an answer did not reach Discord");
    return { reply: null, outcome: "undelivered" };
  }

  return async (interaction, cameAt = performance.now()) => {
    if (interaction.type === InteractionType.Ping) return;
    const trace = newTrace(cameAt);
    await traces.run(trace, async () => {
      const { route, flow } = measuredAs(routes, interaction);
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        const outcome = await answerAutocomplete(deps, routes, interaction).catch((cause: unknown) => undelivered(interaction, cause).outcome);
        measures.autocompleted(route, trace, outcome);
        return;
      }
      let call: Call | null = null;
      const answered = await answer(interaction, (one) => (call = one)).catch((cause: unknown) => undelivered(interaction, cause));
      measures.done({ interaction, trace, route, flow, call, ...answered });
    });
  };
}

interface Answered {
  /** Null when Discord took none. */
  readonly reply: Reply | null;
  readonly outcome: Outcome;
}

/** As whose an interaction counts; what no room offers is not counted by its name, which may be anything. */
function measuredAs(routes: Routes, interaction: Exclude<APIInteraction, { type: InteractionType.Ping }>): { readonly route: string; readonly flow: string } {
  const known = "name" in interaction.data ? routes.commands.get(commandKey(interaction.data)) : (interaction.type === InteractionType.ModalSubmit ? routes.modals : routes.components).get(prefixOf(interaction.data.custom_id));
  return known ? { route: nameOf(interaction), flow: known.flow } : { route: "unknown", flow: "unknown" };
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
