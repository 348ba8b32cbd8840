import type { Dispatch, Session } from "./session.ts";

/** So much is told in one go, in characters; then everybody else has their turn. */
const CHARACTERS_A_TURN = 256 * 1024;

/**
 * Tells bots long stories in pieces: many guilds, or many thousands of members. What is short is told at once; of what
 * is long, each piece is only made when it is due, so that nobody has to wait for all of it.
 */
export class Turns {
  readonly #isKnown: (session: Session) => boolean;
  readonly #waiting: { readonly session: Session; readonly story: Iterator<Dispatch> }[] = [];
  #isScheduled = false;

  /** A session that `isKnown` no more is told nothing further: what its story tells of may be gone with it. */
  constructor(isKnown: (session: Session) => boolean) {
    this.#isKnown = isKnown;
  }

  add(session: Session, story: Iterator<Dispatch>): void {
    this.#waiting.push({ session, story });
    if (!this.#isScheduled) this.#take();
  }

  #take(): void {
    this.#isScheduled = false;
    let left = CHARACTERS_A_TURN;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (!this.#isKnown(next.session)) continue;
      const { done, value } = next.story.next();
      if (done) continue;
      left -= next.session.tell(value);
      this.#waiting.push(next);
      if (left <= 0) break;
    }
    if (this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => this.#take());
  }
}
