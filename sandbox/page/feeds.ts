import type { WebSocket } from "ws";
import type { Faults } from "../faults/faults.ts";
import { ANOTHER_WORLD, type PageEvent, type Person } from "../protocol.ts";
import { ADDRESS_LIVES_MS } from "../world/messages/signed-address.ts";
import type { World } from "../world/world.ts";
import { pageEvents } from "./feed.ts";
import { snapshotOf } from "./views.ts";

/** Who looks at a page, and what the page calls itself. */
interface Page {
  readonly person: Person;
  readonly client: string | null;
}

/** More interactions than are under way at any time. */
const ASKED_KEPT = 5000;

/** The open pages: any number for one person, all told the same but for modals. */
export class Feeds {
  readonly #world: World;
  readonly #faults: Faults;
  readonly #pages = new Map<WebSocket, Page>();
  /** Which of somebody's pages began an interaction. */
  readonly #askedBy = new Map<string, string>();
  readonly #dismissed = new Map<string, Set<string>>();
  readonly #stops: readonly (() => void)[];
  #callOffRefresh = () => {};

  constructor(world: World, faults: Faults) {
    this.#world = world;
    this.#faults = faults;
    const stopHearing = world.events.subscribe((event) => {
      for (const [socket, page] of this.#pages) {
        for (const told of pageEvents(world, page.person, this.#dismissedBy(page.person.id), event)) {
          if (told.type !== "modal" || this.#asked(page, told.open.interactionId)) say(socket, told);
        }
      }
    });
    const stopFaults = faults.subscribe(() => {
      for (const socket of this.#pages.keys()) say(socket, { type: "faults", faults: faults.state });
    });
    this.#stops = [stopHearing, stopFaults];
    this.#refreshInTime();
  }

  /** `client` is what the page calls itself, null when it has no name. */
  open(socket: WebSocket, person: Person, client: string | null = null): void {
    this.#pages.set(socket, { person, client });
    socket.on("close", () => this.#pages.delete(socket));
    // A socket that breaks is also closed, and that is what counts.
    socket.on("error", () => socket.terminate());
    say(socket, { type: "snapshot", snapshot: snapshotOf(this.#world, person, this.#dismissedBy(person.id)) });
    say(socket, { type: "faults", faults: this.#faults.state });
  }

  /** Remembers which page an interaction came from: as on Discord, its modal opens there alone. */
  noteAsker(interactionId: string, client: string): void {
    this.#askedBy.set(interactionId, client);
    const [oldest] = this.#askedBy.keys();
    if (this.#askedBy.size > ASKED_KEPT && oldest !== undefined) this.#askedBy.delete(oldest);
  }

  /** Hides a message on all of a person's pages, for good. */
  dismiss(personId: string, channelId: string, messageId: string): void {
    this.#dismissedBy(personId).add(messageId);
    for (const [socket, { person }] of this.#pages) {
      if (person.id === personId) say(socket, { type: "messages-removed", channelId, messageIds: [messageId] });
    }
  }

  /** Tells every page that this is another world now: it has to load itself again. */
  restart(): void {
    this.#dismissed.clear();
    for (const socket of this.#pages.keys()) socket.close(ANOTHER_WORLD, "another world");
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#callOffRefresh();
    for (const socket of this.#pages.keys()) socket.terminate();
  }

  #asked({ client }: Page, interactionId: string): boolean {
    const asker = this.#askedBy.get(interactionId);
    return asker === undefined || asker === client;
  }

  /** Gives pages that stay open attachments' addresses anew before those that they have are over. */
  #refreshInTime(): void {
    this.#callOffRefresh = this.#world.clock.after(ADDRESS_LIVES_MS / 2, () => {
      for (const [socket, { person }] of this.#pages) say(socket, { type: "snapshot", snapshot: snapshotOf(this.#world, person, this.#dismissedBy(person.id)) });
      this.#refreshInTime();
    });
  }

  #dismissedBy(personId: string): Set<string> {
    const known = this.#dismissed.get(personId) ?? new Set<string>();
    this.#dismissed.set(personId, known);
    return known;
  }
}

function say(socket: WebSocket, event: PageEvent): void {
  socket.send(JSON.stringify(event));
}
