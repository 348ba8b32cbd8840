import type { KnownMember } from "./known-member.ts";

/** `on-demand`: nobody is kept here, for now or because there are too many. */
export type RosterState = "on-demand" | "loading" | "loaded";

/** One guild's members in memory. Most have the roles of many others, so each list of roles is kept once. */
/** So many lists may be kept besides one for each member. */
const LISTS_SPARE = 100;

export class Roster {
  /** Ends what is under way for it, once another one or none takes its place. */
  readonly ended = new AbortController();
  readonly #members = new Map<string, KnownMember>();
  readonly #roleLists = new Map<string, readonly string[]>();
  readonly #deletedRoles = new Set<string>();
  /** Whom events told of while the list was on its way: they know better than it does. */
  readonly #touched = new Set<string>();
  #state: RosterState = "on-demand";

  get state(): RosterState {
    return this.#state;
  }

  get size(): number {
    return this.#members.size;
  }

  /** Null unless it is loaded and they are in it. */
  get(userId: string): KnownMember | null {
    return this.#state === "loaded" ? (this.#members.get(userId) ?? null) : null;
  }

  begin(): void {
    this.#state = "loading";
  }

  /** Somebody of the list. */
  take(userId: string, member: KnownMember): void {
    if (this.#state === "loading" && !this.#touched.has(userId)) this.#put(userId, member);
  }

  complete(): void {
    this.#touched.clear();
    this.#state = "loaded";
  }

  /** What an event says of somebody; null: they have left. */
  follow(userId: string, member: KnownMember | null): void {
    if (this.#state === "on-demand") return;
    if (this.#state === "loading") this.#touched.add(userId);
    if (member) this.#put(userId, member);
    else this.#members.delete(userId);
  }

  /** Discord sends no update of each member who had a role that is deleted. */
  removeRole(roleId: string): void {
    this.#deletedRoles.add(roleId);
    this.#roleLists.clear();
    for (const [userId, member] of this.#members) this.#put(userId, member);
  }

  /** Keeps nobody any more. */
  clear(): void {
    this.#state = "on-demand";
    this.#members.clear();
    this.#roleLists.clear();
    this.#touched.clear();
  }

  #put(userId: string, { roleIds, name }: KnownMember): void {
    this.#members.set(userId, { roleIds: this.#shared(roleIds.filter((id) => !this.#deletedRoles.has(id))), name });
  }

  #shared(roleIds: readonly string[]): readonly string[] {
    const key = roleIds.join();
    const known = this.#roleLists.get(key);
    if (known) return known;
    // Of lists that nobody has any more there are never more than members; those of members stay theirs.
    if (this.#roleLists.size > this.#members.size + LISTS_SPARE) this.#roleLists.clear();
    this.#roleLists.set(key, roleIds);
    return roleIds;
  }
}
