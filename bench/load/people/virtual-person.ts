import type { APIMessage } from "discord-api-types/v10";
import { textOf } from "../../../sandbox/driver.ts";
import type { ModalField } from "../../../sandbox/protocol.ts";
import { ClientRefusal } from "../../../sandbox/world/client-refusal.ts";
import { openModalOf, submitModal } from "../../../sandbox/world/interactions/submit-modal.ts";
import { askForChoices, runCommand } from "../../../sandbox/world/interactions/run-command.ts";
import { useComponent } from "../../../sandbox/world/interactions/use-component.ts";
import type { World } from "../../../sandbox/world/world.ts";
import type { Action } from "./action.ts";
import type { Outcome, Outcomes } from "./outcomes.ts";

/** Where a person is. */
export interface Presence {
  readonly personId: string;
  readonly guildId: string;
  /** Where they type commands. */
  readonly channelId: string;
}

/** Somebody without a page: acts in the world itself, so that thousands of them cost little. */
export class VirtualPerson {
  readonly presence: Presence;
  readonly #world: World;
  readonly #outcomes: Outcomes;
  readonly #applicationId: string;

  constructor(world: World, outcomes: Outcomes, applicationId: string, presence: Presence) {
    this.presence = presence;
    this.#world = world;
    this.#outcomes = outcomes;
    this.#applicationId = applicationId;
  }

  /** Does it; null when Discord's client would not let a person do that, as when the button is gone by now. */
  async act(action: Action): Promise<Outcome | null> {
    try {
      const outcome = await this.#begin(action);
      return { ...outcome, message: outcome.message && this.#whereItIs(outcome.message) };
    } catch (cause) {
      if (cause instanceof ClientRefusal) return null;
      throw cause;
    }
  }

  #begin(action: Action): Promise<Outcome> {
    const { personId, channelId } = this.presence;
    const world = this.#world;
    const applicationId = this.#applicationId;
    switch (action.kind) {
      case "type":
        return this.#outcomes.ofChoices(async () => askForChoices(world, personId, world.channel(channelId), { applicationId, channelId, name: action.name, focused: action.focused, options: action.options }));
      case "command":
        return this.#outcomes.of(() => runCommand(world, personId, world.channel(channelId), { applicationId, channelId, name: action.name, options: action.options ?? {} }));
      case "press": {
        const { on, customId, values = [] } = action;
        const channel = world.channels.get(on.channel_id);
        if (!channel) throw new ClientRefusal("That channel is gone.");
        return this.#outcomes.of(() => useComponent(world, personId, channel, on.id, customId, values));
      }
      case "submit": {
        const fields = Object.entries(action.fields).map(([customId, value]): ModalField => (Array.isArray(value) ? { customId, values: value as readonly string[] } : { customId, value: value as string | boolean | null }));
        openModalOf(world, personId, action.form.interactionId);
        return this.#outcomes.of(() => submitModal(world, personId, action.form.interactionId, fields));
      }
    }
  }

  /** A reply may only say where the flow is shown: behind its link. */
  #whereItIs(message: APIMessage): APIMessage {
    const [, channelId, messageId] = /discord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)/.exec(textOf(message)) ?? [];
    return this.#world.messages.get(channelId ?? "")?.get(messageId ?? "")?.api ?? message;
  }
}
