import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
} from "discord-api-types/v10";
import type { Reply, View } from "../features/contract.ts";
import { editBody, privateBody, publicBody, sentenceView } from "./bodies.ts";

/** Discord finds the answer itself at fault; another one may still be given. */
export class AnswerRejected extends Error {
  constructor(options: { cause: unknown }) {
    super("Discord rejected the answer", options);
    this.name = "AnswerRejected";
  }
}

/** The ways to answer an interaction (interactions/receiving-and-responding.mdx in Discord's documentation). Each may throw {@link AnswerRejected}. */
export interface Callbacks {
  respond(interaction: APIInteraction, response: APIInteractionResponse, files?: View["files"]): Promise<void>;
  /** Responds with a message, and gives its id. */
  respondWith(interaction: APIInteraction, data: APIInteractionResponseCallbackData, files?: View["files"]): Promise<string>;
  editOriginal(interaction: APIInteraction, body: RESTPatchAPIChannelMessageJSONBody, files?: View["files"]): Promise<void>;
  /** Gives the id of the message. */
  followUp(interaction: APIInteraction, body: APIInteractionResponseCallbackData, files?: View["files"]): Promise<string>;
}

/** What is sent as the answer: a room's reply, or a message that everybody in the channel sees. */
export type Answer = Reply | { readonly kind: "post"; readonly view: View };

/** What Discord allows is 3 s; half of it is left for the network. */
export const DEFER_AFTER_MS = 1_500;

/**
 * Answers one interaction within Discord's 3 s: at once when the reply is there, else by deferring
 * first and filling in later. A modal cannot follow a deferral; then `tooSlow` is said instead.
 */
export class Acknowledgment {
  readonly #interaction: APIInteraction;
  readonly #callbacks: Callbacks;
  readonly #tooSlow: () => string;
  readonly #timer: NodeJS.Timeout;
  #deferral: Promise<void> | null = null;
  #wasTried = false;

  constructor(interaction: APIInteraction, callbacks: Callbacks, tooSlow: () => string, deferAfterMs = DEFER_AFTER_MS) {
    this.#interaction = interaction;
    this.#callbacks = callbacks;
    this.#tooSlow = tooSlow;
    this.#timer = setTimeout(() => {
      this.#deferral = callbacks.respond(interaction, this.#deferralBody());
      // Its failure is thrown where the reply is sent; this only keeps it from being unheard until then.
      this.#deferral.catch(() => undefined);
    }, deferAfterMs);
  }

  /** Sends the answer; gives the id of what was posted for everybody, else null. @throws what the callback threw */
  async send(answer: Answer): Promise<string | null> {
    clearTimeout(this.#timer);
    this.#wasTried = true;
    if (!this.#deferral) return this.#respond(answer);
    await this.#deferral;
    const view = answer.kind === "modal" || answer.kind === "refuse" ? sentenceView(this.#sentence(answer)) : answer.view;
    if (answer.kind === "update" || !this.hasMessage) {
      await this.#callbacks.editOriginal(this.#interaction, editBody(view), view.files);
      return null;
    }
    if (answer.kind === "post") return this.#callbacks.followUp(this.#interaction, publicBody(view), view.files);
    await this.#callbacks.followUp(this.#interaction, privateBody(view), view.files);
    return null;
  }

  /** Tells the person something more, once the answer is sent. @throws what the callback threw */
  async add(view: View): Promise<void> {
    await this.#callbacks.followUp(this.#interaction, privateBody(view), view.files);
  }

  async #respond(answer: Answer): Promise<string | null> {
    if (answer.kind === "post") return this.#callbacks.respondWith(this.#interaction, publicBody(answer.view), answer.view.files);
    const files = answer.kind === "show" || answer.kind === "update" ? answer.view.files : undefined;
    await this.#callbacks.respond(this.#interaction, this.#response(answer), files);
    return null;
  }

  #sentence(reply: Extract<Reply, { kind: "modal" | "refuse" }>): string {
    return reply.kind === "refuse" ? reply.sentence : this.#tooSlow();
  }

  /** Whether an answer was sent, or may have been. */
  get wasTried(): boolean {
    return this.#wasTried;
  }

  /** Whether a message was pressed (or a modal opened from one) that an update can edit. */
  get hasMessage(): boolean {
    return this.#interaction.type === InteractionType.MessageComponent || (this.#interaction.type === InteractionType.ModalSubmit && this.#interaction.message !== undefined);
  }

  #deferralBody(): APIInteractionResponse {
    return this.hasMessage
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } };
  }

  #response(reply: Reply): APIInteractionResponse {
    switch (reply.kind) {
      case "modal":
        return { type: InteractionResponseType.Modal, data: reply.modal };
      case "refuse":
        return { type: InteractionResponseType.ChannelMessageWithSource, data: privateBody(sentenceView(reply.sentence)) };
      case "show":
        return { type: InteractionResponseType.ChannelMessageWithSource, data: privateBody(reply.view) };
      case "update":
        return this.hasMessage
          ? { type: InteractionResponseType.UpdateMessage, data: editBody(reply.view) }
          : { type: InteractionResponseType.ChannelMessageWithSource, data: privateBody(reply.view) };
    }
  }
}
