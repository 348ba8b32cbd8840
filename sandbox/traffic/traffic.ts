import { AsyncLocalStorage } from "node:async_hooks";
import type { World } from "../world/world.ts";
import type { GatewayFrame, RestCall, TrafficEntry } from "./entries.ts";

/** What is known of a call while it runs. */
export interface RunningCall {
  /** Its place among all entries: it came before everything that it made happen. */
  readonly id: number;
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  requestBody: string | null;
  isForm: boolean;
  fileNames: string[];
  readonly messageIds: Set<string>;
}

export type CallFacts = Omit<RestCall, "kind" | "id" | "at" | "messageIds" | "requestBody" | "isForm" | "fileNames" | "interactionId">;

export type FrameFacts = Omit<GatewayFrame, "kind" | "id" | "at" | "applicationId" | "sessionId">;

/** Everything that goes over the wires, for whoever looks on: the page's inspector, and checks in tests. */
export class Traffic {
  readonly #world: World;
  readonly #kept: number;
  readonly #entries: TrafficEntry[] = [];
  readonly #listeners = new Set<(entry: TrafficEntry) => void>();
  readonly #running = new AsyncLocalStorage<RunningCall>();
  #lastId = 0;

  /** Remembers so many entries. */
  constructor(world: World, kept = 2000) {
    this.#world = world;
    this.#kept = kept;
    world.events.subscribe((event) => {
      if (event.type === "message-created" || event.type === "message-updated") this.#running.getStore()?.messageIds.add(event.message.api.id);
    });
  }

  /** In the order in which they ended: a call stands behind what it made happen, and has a smaller id. */
  get entries(): readonly TrafficEntry[] {
    return this.#entries;
  }

  /** Answers with the way to stop listening. */
  subscribe(listener: (entry: TrafficEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notes that a call has come. */
  beginCall(): RunningCall {
    return { id: this.#nextId(), at: this.#world.clock.now(), requestBody: null, isForm: false, fileNames: [], messageIds: new Set() };
  }

  /** Lets `work` and all that comes of it belong to a call, so that what it changes is noted with it. */
  during<T>(call: RunningCall, work: () => T): T {
    return this.#running.run(call, work);
  }

  recordCall(call: RunningCall, facts: CallFacts): void {
    const interactionId = this.#interactionOf(facts.path);
    this.#add({
      kind: "rest",
      id: call.id,
      at: call.at,
      ...facts,
      // Who answers an interaction says so by its token alone.
      applicationId: facts.applicationId ?? this.#world.interactions.get(interactionId ?? "")?.applicationId ?? null,
      requestBody: call.requestBody,
      isForm: call.isForm,
      fileNames: call.fileNames,
      messageIds: [...call.messageIds],
      interactionId,
    });
  }

  recordFrame(facts: FrameFacts, session: { readonly id: string; readonly application: { readonly id: string } } | null): void {
    const at = this.#world.clock.now();
    this.#add({ kind: "gateway", id: this.#nextId(), at, applicationId: session?.application.id ?? null, sessionId: session?.id ?? null, ...facts });
  }

  /** By its own address, or by its token behind a webhook's. */
  #interactionOf(path: string): string | null {
    const [, room, first, token] = path.split(/[/?]/);
    if (room === "interactions") return first ?? null;
    return room === "webhooks" && token !== undefined ? (this.#world.interactionIds.get(token) ?? null) : null;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #add(entry: TrafficEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#kept) this.#entries.splice(0, this.#entries.length - this.#kept);
    for (const listener of this.#listeners) listener(entry);
  }
}
