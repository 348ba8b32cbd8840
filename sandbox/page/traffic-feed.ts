import type { WebSocket } from "ws";
import type { TrafficNews } from "../protocol.ts";
import type { TrafficEntry } from "../traffic/entries.ts";
import type { Traffic } from "../traffic/traffic.ts";
import type { World } from "../world/world.ts";

/** What a person reads; a page of 2,000 uploads and member lists would stand still. */
const BODY_SHOWN = 20_000;

/** The open inspectors: each is told what is remembered, then what is new, all of a turn together. */
export class TrafficFeed {
  readonly #traffic: Traffic;
  readonly #world: World;
  readonly #sockets = new Set<WebSocket>();
  readonly #stopListening: () => void;
  #fresh: TrafficEntry[] = [];

  constructor(traffic: Traffic, world: World) {
    this.#traffic = traffic;
    this.#world = world;
    this.#stopListening = traffic.subscribe((entry) => {
      if (this.#sockets.size === 0) return;
      if (this.#fresh.push(entry) === 1) setImmediate(() => this.#tell());
    });
  }

  open(socket: WebSocket): void {
    this.#tell();
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    // A socket that breaks is also closed, and that is what counts.
    socket.on("error", () => socket.terminate());
    socket.send(this.#newsOf(this.#traffic.entries));
  }

  close(): void {
    this.#stopListening();
    for (const socket of this.#sockets) socket.terminate();
  }

  #tell(): void {
    const entries = this.#fresh;
    this.#fresh = [];
    if (entries.length === 0 || this.#sockets.size === 0) return;
    const news = this.#newsOf(entries);
    for (const socket of this.#sockets) socket.send(news);
  }

  #newsOf(entries: readonly TrafficEntry[]): string {
    const applications = Object.fromEntries([...this.#world.applications.values()].map(({ id, name }) => [id, name]));
    const news: TrafficNews = { applications, entries: entries.map(shortened) };
    return JSON.stringify(news);
  }
}

function shortened(entry: TrafficEntry): TrafficEntry {
  if (entry.kind === "gateway") return { ...entry, body: cut(entry.body) };
  return { ...entry, requestBody: entry.requestBody && cut(entry.requestBody), responseBody: entry.responseBody && cut(entry.responseBody) };
}

const cut = (text: string): string => (text.length > BODY_SHOWN ? `${text.slice(0, BODY_SHOWN)}… (${text.length} characters)` : text);
