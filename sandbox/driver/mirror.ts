import { type APIMessage, MessageFlags } from "discord-api-types/v10";
import { once } from "node:events";
import { WebSocket } from "ws";
import { textOf as textOfFrame } from "../gateway/payload.ts";
import type { OpenModal, PageEvent, Snapshot } from "../protocol.ts";

/** How an interaction went, as the person saw it. */
export interface Outcome {
  readonly interactionId: string;
  readonly state: "answered" | "failed";
  /** The reply, or the message as the answer changed it. */
  readonly message: APIMessage | null;
  /** The modal that it opened. */
  readonly modal: OpenModal | null;
}

/** What a person's page knows, kept up to date from its socket. */
export class Mirror {
  readonly #socket: WebSocket;
  #snapshot: Snapshot | null = null;
  readonly #messages = new Map<string, Map<string, APIMessage>>();
  readonly #interactions = new Map<string, Extract<PageEvent, { type: "interaction" }>>();
  /** Messages that changed since an interaction on them was deferred. */
  readonly #changedSinceDeferral = new Set<string>();
  readonly modals: OpenModal[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(socketUrl: string) {
    this.#socket = new WebSocket(socketUrl);
    this.#socket.on("message", (data) => {
      this.#take(JSON.parse(textOfFrame(data)) as PageEvent);
      for (const look of this.#waiting) look();
    });
  }

  /** Everything else that the page was told at first, and since. */
  get snapshot(): Snapshot {
    if (!this.#snapshot) throw new Error("the page's socket has not said anything yet");
    return this.#snapshot;
  }

  async open(): Promise<void> {
    await once(this.#socket, "open");
    await this.until(() => this.#snapshot, 5000, "the first snapshot");
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, "close");
    this.#socket.close();
    await closed;
  }

  messages(channelId: string): APIMessage[] {
    return [...(this.#messages.get(channelId)?.values() ?? [])];
  }

  message(channelId: string, messageId: string): APIMessage | null {
    return this.#messages.get(channelId)?.get(messageId) ?? null;
  }

  /** Waits until `look` finds something. @throws Error that names `what` after `timeoutMs` */
  until<T>(look: () => T | null | undefined, timeoutMs: number, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look();
        if (found === null || found === undefined) return;
        finish();
        resolve(found);
      };
      const finish = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}.`));
      }, timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }

  /** The outcome, once it is there: what the bot put off is waited for. */
  outcome(interactionId: string): Outcome | null {
    const event = this.#interactions.get(interactionId);
    if (!event || event.state === "pending") return null;
    const { state, channelId, messageId } = event;
    if (state === "failed") return { interactionId, state, message: null, modal: null };
    const modal = this.modals.find((open) => open.interactionId === interactionId) ?? null;
    const reply = this.replies(channelId, interactionId)[0] ?? null;
    if (reply && ((reply.flags ?? 0) & MessageFlags.Loading) !== 0) return null;
    if (event.deferred && !reply && !this.#changedSinceDeferral.has(interactionId)) return null;
    return { interactionId, state, message: reply ?? (messageId !== null && !modal ? this.message(channelId, messageId) : null), modal };
  }

  /** Every message that an interaction's token made, the first answer first. */
  replies(channelId: string, interactionId: string): APIMessage[] {
    return this.messages(channelId).filter(({ interaction_metadata }) => interaction_metadata?.id === interactionId);
  }

  #take(event: PageEvent): void {
    switch (event.type) {
      case "snapshot":
        this.#snapshot = event.snapshot;
        this.#messages.clear();
        for (const messages of Object.values(event.snapshot.messages)) for (const message of messages) this.#keep(message);
        break;
      case "message":
        this.#keep(event.message);
        for (const { interactionId, messageId, deferred } of this.#interactions.values()) {
          if (deferred && messageId === event.message.id) this.#changedSinceDeferral.add(interactionId);
        }
        break;
      case "messages-removed":
        for (const id of event.messageIds) this.#messages.get(event.channelId)?.delete(id);
        break;
      case "channel":
      case "channel-removed":
        this.#snapshot = withChannel(this.snapshot, event);
        break;
      case "guild":
        this.#snapshot = { ...this.snapshot, guilds: this.snapshot.guilds.map((guild) => (guild.id === event.guild.id ? event.guild : guild)) };
        break;
      case "application":
        this.#snapshot = {
          ...this.snapshot,
          applications: this.snapshot.applications.map((application) => (application.id === event.application.id ? event.application : application)),
        };
        break;
      case "modal":
        this.modals.push(event.open);
        break;
      case "interaction":
        this.#interactions.set(event.interactionId, event);
        break;
      case "typing":
      case "faults":
        break;
    }
  }

  #keep(message: APIMessage): void {
    const channel = this.#messages.get(message.channel_id) ?? new Map<string, APIMessage>();
    this.#messages.set(message.channel_id, channel);
    channel.set(message.id, message);
  }
}

function withChannel(snapshot: Snapshot, event: Extract<PageEvent, { type: "channel" | "channel-removed" }>): Snapshot {
  const id = event.type === "channel" ? event.channel.id : event.channelId;
  const added = event.type === "channel" ? [event.channel] : [];
  const isFor = (guildId: string | null) => added.filter((channel) => channel.guildId === guildId);
  return {
    ...snapshot,
    directMessages: [...snapshot.directMessages.filter((channel) => channel.id !== id), ...isFor(null)],
    guilds: snapshot.guilds.map((guild) => ({ ...guild, channels: [...guild.channels.filter((channel) => channel.id !== id), ...isFor(guild.id)] })),
  };
}
