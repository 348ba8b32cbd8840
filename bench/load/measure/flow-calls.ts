import type { TrafficEntry } from "../../../sandbox/index.ts";

/** How many REST calls each flow took: answers to its interactions, and calls about the person's own place while they were at it. */
export class FlowCalls {
  readonly #byInteraction = new Map<string, number>();
  readonly #byChannel = new Map<string, string>();
  readonly #underWay = new Map<string, number>();
  readonly #calls = new Map<number, number>();

  /** `index`: of the flow; null when it is over. */
  isAt(personId: string, index: number | null): void {
    if (index === null) this.#underWay.delete(personId);
    else this.#underWay.set(personId, index);
  }

  /** A direct message or a private channel of theirs. */
  owns(personId: string, channelId: string): void {
    this.#byChannel.set(channelId, personId);
  }

  began(interactionId: string, personId: string): void {
    const index = this.#underWay.get(personId);
    if (index !== undefined) this.#byInteraction.set(interactionId, index);
  }

  hear(entry: TrafficEntry): void {
    if (entry.kind !== "rest") return;
    const index = entry.interactionId === null ? this.#ofChannel(entry.path) : this.#byInteraction.get(entry.interactionId);
    if (index !== undefined) this.#calls.set(index, (this.#calls.get(index) ?? 0) + 1);
  }

  of(index: number): number {
    return this.#calls.get(index) ?? 0;
  }

  #ofChannel(path: string): number | undefined {
    const channelId = /^\/channels\/(\d+)/.exec(path)?.[1];
    return this.#underWay.get(this.#byChannel.get(channelId ?? "") ?? "");
  }
}
