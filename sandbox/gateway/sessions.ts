import type { Application, World } from "../world/world.ts";
import type { Identity } from "./identify.ts";
import { Session } from "./session.ts";

/** How long a bot that lost its socket may resume: "a few minutes", in events/gateway.mdx:242. */
const RESUMABLE_MS = 3 * 60_000;

/** The bots' sessions, and with them who is online. */
export class Sessions {
  readonly #world: World;
  readonly #byId = new Map<string, Session>();

  constructor(world: World) {
    this.#world = world;
  }

  all(): Session[] {
    return [...this.#byId.values()];
  }

  /** Those that were told READY: nothing comes before it. */
  greeted(): Session[] {
    return this.all().filter(({ sequence }) => sequence > 0);
  }

  of(application: Application): Session[] {
    return this.all().filter((session) => session.application === application);
  }

  begin(application: Application, identity: Identity): Session {
    this.#forgetOld();
    const session = new Session(application, identity);
    this.#byId.set(session.id, session);
    return session;
  }

  /** Is it one that can still be told something? */
  has(session: Session): boolean {
    return this.#byId.get(session.id) === session;
  }

  find(id: string): Session | null {
    this.#forgetOld();
    return this.#byId.get(id) ?? null;
  }

  /** It lost its socket; for a while it may be resumed. */
  detach(session: Session): void {
    session.socket = null;
    session.lostAt = this.#world.clock.now();
    this.notePresence(session.application);
    this.#world.clock.after(RESUMABLE_MS + 1, () => {
      this.#forgetOld();
      this.notePresence(session.application);
    });
  }

  end(session: Session): void {
    session.socket = null;
    this.#byId.delete(session.id);
    this.notePresence(session.application);
  }

  /** Writes down whether the application's bot is online, and tells when that changed. */
  notePresence(application: Application): void {
    const sessions = this.of(application);
    const isOnline = sessions.some(({ socket }) => socket !== null);
    application.hasSession = sessions.length > 0;
    if (application.isOnline === isOnline) return;
    application.isOnline = isOnline;
    this.#world.events.emit({ type: "application-presence", applicationId: application.id });
  }

  #forgetOld(): void {
    const oldest = this.#world.clock.now() - RESUMABLE_MS;
    for (const session of this.#byId.values()) if (session.lostAt !== null && session.lostAt < oldest) this.#byId.delete(session.id);
  }
}
