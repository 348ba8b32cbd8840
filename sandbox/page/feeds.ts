import type { WebSocket } from "ws";
import { ANOTHER_WORLD, type PageEvent, type Person } from "../protocol.ts";
import { ADDRESS_LIVES_MS } from "../world/messages/signed-address.ts";
import type { World } from "../world/world.ts";
import { pageEvents } from "./feed.ts";
import { snapshotOf } from "./views.ts";

/** The open pages: any number for one person, all told the same. */
export class Feeds {
  readonly #world: World;
  readonly #sockets = new Map<WebSocket, Person>();
  readonly #dismissed = new Map<string, Set<string>>();
  readonly #stopListening: () => void;
  #callOffRefresh = () => {};

  constructor(world: World) {
    this.#world = world;
    this.#stopListening = world.events.subscribe((event) => {
      for (const [socket, person] of this.#sockets) {
        for (const told of pageEvents(world, person, this.#dismissedBy(person.id), event)) say(socket, told);
      }
    });
    this.#refreshInTime();
  }

  open(socket: WebSocket, person: Person): void {
    this.#sockets.set(socket, person);
    socket.on("close", () => this.#sockets.delete(socket));
    // A socket that breaks is also closed, and that is what counts.
    socket.on("error", () => socket.terminate());
    say(socket, { type: "snapshot", snapshot: snapshotOf(this.#world, person, this.#dismissedBy(person.id)) });
  }

  /** Hides a message on all of a person's pages, for good. */
  dismiss(personId: string, channelId: string, messageId: string): void {
    this.#dismissedBy(personId).add(messageId);
    for (const [socket, person] of this.#sockets) {
      if (person.id === personId) say(socket, { type: "messages-removed", channelId, messageIds: [messageId] });
    }
  }

  /** Tells every page that this is another world now: it has to load itself again. */
  restart(): void {
    this.#dismissed.clear();
    for (const socket of this.#sockets.keys()) socket.close(ANOTHER_WORLD, "another world");
  }

  close(): void {
    this.#stopListening();
    this.#callOffRefresh();
    for (const socket of this.#sockets.keys()) socket.terminate();
  }

  /** Gives pages that stay open attachments' addresses anew before those that they have are over. */
  #refreshInTime(): void {
    this.#callOffRefresh = this.#world.clock.after(ADDRESS_LIVES_MS / 2, () => {
      for (const [socket, person] of this.#sockets) say(socket, { type: "snapshot", snapshot: snapshotOf(this.#world, person, this.#dismissedBy(person.id)) });
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
