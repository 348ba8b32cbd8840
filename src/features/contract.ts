/**
 * What a room offers to the rest: commands, components, modals, reactions to events, messages to send,
 * tables, sentences. A room is a folder with a `feature.ts` that gives one {@link Feature}, and a line in
 * `desk.ts`.
 */
import type {
  APIApplicationCommandOptionChoice,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Migrations } from "../database/migrator.ts";
import type { Db } from "../database/schema.ts";
import type { Texts, Translator, Translators } from "../kernel/texts.ts";
import type { Delays } from "./guild-settings/delays.ts";
import type { GuildSettings } from "./guild-settings/guild-settings.ts";
import type { Rights } from "./guild-settings/rights.ts";
import type { ModalFields } from "./modal-fields.ts";

/** A message as a pure function of state, in Components V2. Mentions never ping, but for the roles that it names. */
export interface View {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** What a `file` or `picture` of view-kit.ts in it shows. A later view of the same message drops them, but for its own. */
  readonly files?: readonly ViewFile[];
  /** The roles whose members a new message may ping, where its text mentions them; never from what people typed. */
  readonly pings?: readonly string[];
}

/** A file that goes with a view, at most 10 of them and 10 MiB each. */
export interface ViewFile {
  /** Letters, digits, `-`, `_` and `.` only: Discord changes other names, and then the view's part does not find it. */
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array | string;
  /** What a picture shows, for who cannot see it; at most 1,024 characters. */
  readonly description?: string;
}

/**
 * How long what a reply shows stays where it has to be swept, when nobody touches it: a `menu` 5 min, a `submenu`
 * 90 s, the `completion` of a flow 30 s, a `form` 15 min and in nobody's way until then; a confirmation as long as
 * the guild chose. A reply that only the person sees needs no sweeping.
 */
export type Stay = "menu" | "submenu" | "form" | "completion" | "confirmation" | "characterConfirmation";

/** What a handler answers; the router sends it. */
export type Reply =
  /**
   * A new message for this person, where the guild's `surface` has it. `stay`: `menu` when left out. `isForServer`: what
   * it leads to asks for roles, channels or people, which Discord does not offer in direct messages.
   */
  | { readonly kind: "show"; readonly view: View; readonly stay?: Stay; readonly isForServer?: boolean }
  /** Edits the message that was pressed in place; after a command, the same as `show`. */
  | { readonly kind: "update"; readonly view: View; readonly stay?: Stay }
  | { readonly kind: "modal"; readonly modal: APIModalInteractionResponseCallbackData }
  /** One sentence that only this person sees; the message that was pressed stays. */
  | { readonly kind: "refuse"; readonly sentence: string };

/** Who asks, where, and what holds for them: one frozen snapshot per interaction. */
export interface Call {
  readonly guildId: string;
  readonly userId: string;
  readonly channelId: string;
  /** Whether it was asked in a direct message, where Discord offers no people but the two, and no roles or channels. */
  readonly isDirect: boolean;
  readonly rights: Rights;
  readonly settings: GuildSettings;
  /** How long confirmations stay for this person. */
  readonly delays: Delays;
  readonly translator: Translator;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** What somebody chose in Discord's "Apps" menu: a person, or a message with what it says. */
export type CommandTarget =
  | { readonly kind: "user"; readonly userId: string; readonly isBot: boolean }
  | { readonly kind: "message"; readonly messageId: string; readonly authorId: string; readonly content: string };

/** Handlers answer in the router's one way; whatever else is to happen goes through the outbox. */
export interface Command {
  /** What people do with it, for measuring; the room's when left out. */
  readonly flow?: string;
  /** A slash command, or one of the "Apps" menu; see slash-command.ts, which gives its words in every language that the room has. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** `target`: given to user and message commands alone. */
  run(call: Call, options: OptionValues, target?: CommandTarget): Promise<Reply>;
  /** At most 25 choices for the option that is being typed. */
  autocomplete?(call: Call, focused: { readonly name: string; readonly value: string }, options: OptionValues): Promise<readonly APIApplicationCommandOptionChoice[]>;
}

export interface ComponentPress {
  readonly customId: string;
  /** What was chosen in a select; empty for a button. */
  readonly values: readonly string[];
  readonly messageId: string;
}

/** A handler that gives null says "this id is malformed", and the router answers as to an old message. */
export interface ComponentRoute {
  /** `route.version`, see kernel/custom-id.ts. */
  readonly prefix: string;
  /** As with commands. */
  readonly flow?: string;
  press(call: Call, press: ComponentPress): Promise<Reply | null>;
  /** For buttons in direct messages, which carry no guild: reads it from the custom id. */
  guildOf?(customId: string): string | null;
}

export interface ModalRoute {
  readonly prefix: string;
  /** As with commands. */
  readonly flow?: string;
  submit(call: Call, submission: { readonly customId: string; readonly fields: ModalFields }): Promise<Reply | null>;
  /** For modals opened in direct messages, as with components. */
  guildOf?(customId: string): string | null;
}

/** What rooms tell each other; each room adds its own events by declaration merging. */
export interface DomainEvents {}

export type DomainEvent = { [K in keyof DomainEvents]: { readonly type: K } & DomainEvents[K] }[keyof DomainEvents];

/** One transaction: everything that a work writes becomes durable together, or not at all. */
export interface Transaction {
  readonly db: Db;
  readonly now: number;
  /** Tells the rooms that subscribe to it, inside this transaction. */
  raise(event: DomainEvent): Promise<void>;
}

/**
 * Runs `work` in a transaction. When it gives a refusal (`ok: false`), nothing that it wrote stays.
 * @throws what `work` threw, likewise with nothing written
 */
export type InTransaction = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

export interface Subscription {
  readonly type: DomainEvent["type"];
  handle(tx: Transaction, event: DomainEvent): Promise<void>;
}

/** A room's reaction to an event of its own or another room. */
export function subscribe<K extends DomainEvent["type"]>(
  type: K,
  handle: (tx: Transaction, event: Extract<DomainEvent, { type: K }>) => Promise<void>,
): Subscription {
  const isMine = (event: DomainEvent): event is Extract<DomainEvent, { type: K }> => event.type === type;
  return { type, handle: (tx, event) => (isMine(event) ? handle(tx, event) : Promise.resolve()) };
}

/** Where a message goes. */
export type Destination = { readonly kind: "dm"; readonly userId: string } | { readonly kind: "channel"; readonly channelId: string } | ({ readonly kind: "thread" } & PrivateThread);

/** A private thread as it shall be before something is sent there. */
export interface PrivateThread {
  /** The one that there is; null to open one. When it is gone, another is opened. */
  readonly channelId: string | null;
  /** Under which channel it is opened. */
  readonly parentId: string;
  /** No other thread there has this name: one that was opened, and of which nobody heard, is found by it. */
  readonly name: string;
  /** It has another name until now. */
  readonly isRenamed: boolean;
  /** Who is let in, unless they cannot be. */
  readonly join: readonly string[];
  readonly leave: readonly string[];
  /** Discord puts it away after an hour in which nobody writes, else after a week. */
  readonly isOver: boolean;
}

/** A row of the outbox as its topic sees it. */
export interface OutboxMessage {
  /** Also Discord's nonce, and the mark by which a sent message is found again. */
  readonly id: string;
  readonly guildId: string;
  readonly topic: string;
  /** What the message is about, such as a request's id; rows of one topic and key are told in order. */
  readonly key: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
}

/** What is to be sent now. */
export interface Delivery {
  readonly to: Destination;
  /** Some custom id in it must contain the row's id, or else the row is not found again after a crash. */
  readonly view: View;
  /** Set: edit this message instead of sending one. When it is gone, a new one is sent. */
  readonly messageId?: string;
  /** Set: when the message to edit is gone, there is nothing left to tell. */
  readonly isEditOnly?: boolean;
  /** Set: somebody wants the message itself there, also where it shows the same as before: it may have been deleted. */
  readonly isAskedFor?: boolean;
}

/** Why a message will never arrive. */
export type DeliveryFailure = "closed-dm" | "no-access" | "gone" | "rejected" | "too-many-attempts";

/** Where a message is, and what was wanted: state may have changed since. */
export interface Arrival {
  readonly channelId: string;
  readonly messageId: string;
  readonly to: Destination;
}

/** A kind of message that a room sends through the outbox. */
export interface Topic {
  readonly name: string;
  /**
   * How many of one guild's are on their way at once, where the usual share is too much: Discord limits each
   * channel by itself, so that what all goes to one channel is not sooner there when several wait for it.
   */
  readonly atOncePerGuild?: number;
  /**
   * Renders from the state at sending time; null when there is nothing left to tell. `mayHaveArrived`: an
   * earlier attempt may have brought the message to Discord, and nobody knows; null then leaves it as it is.
   */
  compose(context: { readonly db: Db; readonly translators: Translators; readonly now: number; readonly mayHaveArrived: boolean }, message: OutboxMessage): Promise<Delivery | null>;
  /** Runs in the transaction that marks the row as delivered. */
  delivered?(tx: Transaction, message: OutboxMessage, sent: Arrival): Promise<void>;
  /** Runs in the transaction that gives the row up. `channelId`: where the last attempt was to go; null when it came to no channel. */
  failed?(tx: Transaction, message: OutboxMessage, failure: DeliveryFailure, channelId: string | null): Promise<void>;
}

/** Puts a message into the outbox, in the transaction of what it tells. */
export interface Outbox {
  add(tx: Transaction, message: NewOutboxMessage): Promise<void>;
}

export interface NewOutboxMessage {
  readonly guildId: string;
  readonly topic: string;
  readonly key: string;
  readonly payload?: Readonly<Record<string, string | number | null>>;
  /** Not before this time; now when left out. */
  readonly dueAt?: number;
  /** A row of this topic and key that has not been sent yet is used instead of a second one. */
  readonly coalesce?: boolean;
}

/** What a timer is about. */
export interface TimerRow {
  readonly guildId: string;
  /** Such as a request's id; a guild has one timer of each kind and key. */
  readonly key: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
}

/** Something that a room does later. */
export interface Timer {
  readonly kind: string;
  /**
   * Runs once it is due, in the transaction that takes the timer out; when it throws, it is tried again later.
   * State may have changed since it was set: it must ask anew whether there is still something to do.
   */
  due(tx: Transaction, timer: TimerRow): Promise<void>;
}

/** Sets timers, in the transaction of what makes them necessary. They outlive the process. */
export interface Schedule {
  /** Replaces the timer of this kind and key where there is one. */
  set(tx: Transaction, timer: NewTimer): Promise<void>;
  /** Does nothing when there is none. */
  clear(tx: Transaction, timer: { readonly guildId: string; readonly kind: string; readonly key: string }): Promise<void>;
}

export interface NewTimer {
  readonly guildId: string;
  readonly kind: string;
  readonly key: string;
  /** Milliseconds since 1970; at once when it is past. */
  readonly dueAt: number;
  readonly payload?: TimerRow["payload"];
}

export interface Feature {
  readonly name: string;
  /** What people do here, for measuring; its name when left out. */
  readonly flow?: string;
  readonly texts?: Texts;
  readonly commands?: readonly Command[];
  readonly components?: readonly ComponentRoute[];
  readonly modals?: readonly ModalRoute[];
  readonly subscriptions?: readonly Subscription[];
  readonly topics?: readonly Topic[];
  readonly timers?: readonly Timer[];
  readonly migrations?: Migrations;
}
