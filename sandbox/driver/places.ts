import type { Driver } from "../driver.ts";

/** A channel, thread or direct message. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Finds by name what a person sees: channels, people, roles. Every look-up takes ids too, and throws an Error that lists what there is. */
export class Places {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  /** Where a person is when the page opens. */
  first(): Place {
    const [first] = this.#channels();
    if (!first) throw new Error("There is no channel that this person sees.");
    return first;
  }

  /** `crafting-desk`, `#crafting-desk`, or somebody's name for the direct message with them. */
  find(name: string): Place {
    const wanted = name.replace(/^[#@]/, "");
    return found([...this.#channels(), ...this.#directMessages()], wanted, "channel");
  }

  channel(name: string): string {
    return found(this.#channels(), name.replace(/^#/, ""), "channel").id;
  }

  person(name: string): string {
    return found(this.#people(), name.replace(/^@/, ""), "person").id;
  }

  role(name: string): string {
    return found(this.#roles(), name.replace(/^@(?!everyone)/, ""), "role").id;
  }

  /** A person or a role. */
  mentionable(name: string): string {
    return found([...this.#people(), ...this.#roles()], name.replace(/^@(?!everyone)/, ""), "person or role").id;
  }

  #channels(): Place[] {
    return this.#driver.snapshot.guilds.flatMap(({ channels }) => channels.filter(({ kind }) => kind !== "category"));
  }

  #directMessages(): Place[] {
    const people = this.#people();
    return this.#driver.directMessages().flatMap(({ id, recipientIds }) => people.filter((person) => recipientIds.includes(person.id)).map(({ name }) => ({ id, name })));
  }

  /** By both of their names. */
  #people(): Place[] {
    return this.#driver.snapshot.guilds.flatMap(({ members }) => members.flatMap(({ userId: id, username, displayName }) => [{ id, name: username }, { id, name: displayName }]));
  }

  #roles(): Place[] {
    return this.#driver.snapshot.guilds.flatMap(({ roles }) => roles);
  }
}

function found(places: readonly Place[], wanted: string, what: string): Place {
  const place = places.find(({ id, name }) => id === wanted || name === wanted);
  if (place) return place;
  throw new Error(`There is no ${what} "${wanted}". There are: ${[...new Set(places.map(({ name }) => name))].join(", ") || "none"}.`);
}
