import { type APIApplicationCommandOptionChoice, type APIMessage, InteractionResponseType as Answers, MessageFlags } from "discord-api-types/v10";
import type { OpenModal } from "../../../sandbox/driver.ts";
import type { InteractionRecord } from "../../../sandbox/world/interactions/record.ts";
import type { World } from "../../../sandbox/world/world.ts";
import type { WorldEvent } from "../../../sandbox/world/world-event.ts";

/** What became of an interaction, and when: milliseconds from its start. */
export interface Outcome {
  /** `missed`: no answer within Discord's 3 s. `unfinished`: it was put off, and nothing came. */
  readonly state: "answered" | "missed" | "unfinished";
  readonly acknowledgedMs: number;
  /** When the person saw something new. */
  readonly shownMs: number;
  readonly message: APIMessage | null;
  readonly form: OpenModal | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
}

interface Waiting {
  readonly startedAt: number;
  acknowledgedAt: number | null;
  readonly resolve: (outcome: Outcome) => void;
}

/** How long anybody waits for what a bot put off. */
const PATIENCE_MS = 15_000;

/** Sees in the world itself how interactions go, without a page for each person. */
export class Outcomes {
  readonly #world: World;
  readonly #waiting = new Map<string, Waiting>();
  /** By message that is to change, the interaction that was put off. */
  readonly #putOff = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
    world.events.subscribe((event) => this.#hear(event));
  }

  /** Starts an interaction, and waits for what the person sees of it. @throws what `start` throws, which is what Discord's client would not do */
  of(start: () => InteractionRecord): Promise<Outcome> {
    const startedAt = performance.now();
    const record = start();
    return new Promise((resolve) => {
      this.#waiting.set(record.id, { startedAt, acknowledgedAt: null, resolve });
      // There may be no bot to hear of it.
      this.#changed(record);
    });
  }

  /** The same for what the bot suggests while something is typed. */
  async ofChoices(ask: () => Promise<readonly APIApplicationCommandOptionChoice[] | null>): Promise<Outcome> {
    const startedAt = performance.now();
    const choices = await ask();
    const tookMs = performance.now() - startedAt;
    return { state: choices ? "answered" : "missed", acknowledgedMs: tookMs, shownMs: tookMs, message: null, form: null, choices: choices ?? [] };
  }

  #hear(event: WorldEvent): void {
    if (event.type === "interaction-changed") this.#changed(event.interaction);
    if (event.type !== "message-updated") return;
    const id = this.#putOff.get(event.message.api.id);
    const isLoading = ((event.message.api.flags ?? 0) & MessageFlags.Loading) !== 0;
    if (id !== undefined && !isLoading) this.#end(id, "answered", { message: event.message.api });
  }

  #changed(record: InteractionRecord): void {
    const waiting = this.#waiting.get(record.id);
    if (!waiting || record.state === "pending") return;
    if (record.state === "failed") return this.#end(record.id, "missed", {});
    waiting.acknowledgedAt = performance.now();
    switch (record.responseType) {
      case Answers.Modal:
        return this.#end(record.id, "answered", record.modal ? { form: { interactionId: record.id, applicationId: record.applicationId, channelId: record.channelId, modal: record.modal } } : {});
      case Answers.DeferredChannelMessageWithSource:
      case Answers.DeferredMessageUpdate:
        this.#putOff.set(record.originalMessageId ?? "", record.id);
        setTimeout(() => this.#end(record.id, "unfinished", {}), PATIENCE_MS).unref();
        return;
      default:
        return this.#end(record.id, "answered", { message: this.#messageOf(record) });
    }
  }

  #messageOf({ channelId, originalMessageId, messageId }: InteractionRecord): APIMessage | null {
    return this.#world.messages.get(channelId)?.get(originalMessageId ?? messageId ?? "")?.api ?? null;
  }

  #end(id: string, state: Outcome["state"], { message = null, form = null }: Partial<Pick<Outcome, "message" | "form">>): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    for (const [messageId, interactionId] of this.#putOff) if (interactionId === id) this.#putOff.delete(messageId);
    const now = performance.now();
    waiting.resolve({ state, acknowledgedMs: (waiting.acknowledgedAt ?? now) - waiting.startedAt, shownMs: now - waiting.startedAt, message, form, choices: [] });
  }
}
