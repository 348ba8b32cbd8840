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
import { editBody, privateBody, sentenceView } from "./bodies.ts";

/** Discord finds the answer itself at fault; another one may still be given. */
export class AnswerRejected extends Error {
  constructor(options: { cause: unknown }) {
    super("Discord rejected the answer", options);
    this.name = "AnswerRejected";
  }
}

/** The three ways to answer an interaction (interactions/receiving-and-responding.mdx in Discord's documentation). Each may throw {@link AnswerRejected}. */
export interface Callbacks {
  respond(interaction: APIInteraction, response: APIInteractionResponse, files?: View["files"]): Promise<void>;
  editOriginal(interaction: APIInteraction, body: RESTPatchAPIChannelMessageJSONBody, files?: View["files"]): Promise<void>;
  followUp(interaction: APIInteraction, body: APIInteractionResponseCallbackData, files?: View["files"]): Promise<void>;
}

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

  /** Sends the reply. @throws what the callback threw */
  async send(reply: Reply): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#deferral) {
      const files = reply.kind === "show" || reply.kind === "update" ? reply.view.files : undefined;
      return this.#callbacks.respond(this.#interaction, this.#response(reply), files);
    }
    await this.#deferral;
    const view = reply.kind === "show" || reply.kind === "update" ? reply.view : sentenceView(this.#sentence(reply));
    if (reply.kind === "update" || !this.#hasMessage) return this.#callbacks.editOriginal(this.#interaction, editBody(view), view.files);
    return this.#callbacks.followUp(this.#interaction, privateBody(view), view.files);
  }

  #sentence(reply: Extract<Reply, { kind: "modal" | "refuse" }>): string {
    return reply.kind === "refuse" ? reply.sentence : this.#tooSlow();
  }

  /** Whether a message was pressed (or a modal opened from one) that an update can edit. */
  get #hasMessage(): boolean {
    return this.#interaction.type === InteractionType.MessageComponent || (this.#interaction.type === InteractionType.ModalSubmit && this.#interaction.message !== undefined);
  }

  #deferralBody(): APIInteractionResponse {
    return this.#hasMessage
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
        return this.#hasMessage
          ? { type: InteractionResponseType.UpdateMessage, data: editBody(reply.view) }
          : { type: InteractionResponseType.ChannelMessageWithSource, data: privateBody(reply.view) };
    }
  }
}
