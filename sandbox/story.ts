import { type APIMessage, ApplicationCommandType, ComponentType } from "discord-api-types/v10";
import { connectPerson, type Driver, type FieldValue, type Outcome } from "./driver.ts";
import { findComponent, textOf } from "./driver/find.ts";
import { type Form, formOf, readForm, valueFor } from "./driver/form.ts";
import { findCommand, optionValues } from "./driver/commands.ts";
import { type Place, Places } from "./driver/places.ts";
import { mapStep, type Step } from "./driver/step.ts";
import type { Person } from "./protocol.ts";

export type { Form } from "./driver/form.ts";
export type { Step } from "./driver/step.ts";

/** What somebody has before their eyes after what they did. */
export interface Seen {
  /** In words, a line each: the message's text, embeds, buttons and options, or the form's title and labels, or why nothing came. */
  readonly text: string;
  /** The answer, or the message as the answer changed it. */
  readonly message: APIMessage | null;
  /** The form that opened. */
  readonly form: Form | null;
}

/** What a person puts into an option: for people, roles, channels and choices their name; ids and values work too. */
export type Given = string | number | boolean;

/**
 * One person at their page, told like a story: they go to a channel, use commands, press, choose and fill in, and
 * every step answers with what they now see; its `begun` comes before the answer. Names are those that a person reads; ids and custom ids work too.
 */
export class Player implements AsyncDisposable {
  readonly driver: Driver;
  readonly #places: Places;
  #here: Place;

  constructor(driver: Driver) {
    this.driver = driver;
    this.#places = new Places(driver);
    this.#here = this.#places.first();
  }

  /** Opens a channel, thread or direct message by its name, and reads it. @throws Error that lists what there is */
  goTo(place: string): string {
    this.#here = this.#places.find(place);
    return this.sees();
  }

  /** All that stands in the channel, oldest first. */
  sees(): string {
    return this.driver.messages(this.#here.id).map(textOf).join("\n\n");
  }

  /** What a message says now; empty when it is gone. */
  reads({ channel_id, id }: APIMessage): string {
    const message = this.driver.message(channel_id, id);
    return message ? textOf(message) : "";
  }

  /** Uses a slash command, a subcommand behind its command's name: `command("settings roles", { role: "Officer" })`. @throws ActionRefused with what Discord's client would say */
  command(name: string, options: Readonly<Record<string, Given>> = {}): Step<Seen> {
    return this.#step(FAILED_COMMAND, () => {
      const { applicationId, options: defined, ...found } = findCommand(this.driver.snapshot, ApplicationCommandType.ChatInput, name);
      return this.driver.command({ applicationId, channelId: this.#here.id, name: found.name, path: found.path, options: optionValues(defined, options, this.#places) });
    });
  }

  /** What the bot offers while an option is typed: the names. */
  async suggestions(name: string, option: string, typed: string, others: Readonly<Record<string, Given>> = {}): Promise<string[]> {
    const found = findCommand(this.driver.snapshot, ApplicationCommandType.ChatInput, name);
    const options = optionValues(found.options, { ...others, [option]: typed }, this.#places);
    const choices = await this.driver.autocomplete({ applicationId: found.applicationId, channelId: this.#here.id, name: found.name, path: found.path, focused: option, options });
    return choices.map((choice) => choice.name);
  }

  /** Uses a command of the menu of a message, or of a person by their name. @throws ActionRefused */
  use(name: string, target: APIMessage | string): Step<Seen> {
    return this.#step(FAILED_COMMAND, () => {
      const type = typeof target === "string" ? ApplicationCommandType.User : ApplicationCommandType.Message;
      const found = findCommand(this.driver.snapshot, type, name);
      const targetId = typeof target === "string" ? this.#places.person(target) : target.id;
      return this.driver.command({ applicationId: found.applicationId, channelId: this.#here.id, name: found.name, commandType: type, targetId });
    });
  }

  /** Presses a button by its label or custom id. @throws ActionRefused */
  press(message: APIMessage, button: string): Step<Seen> {
    return this.#step(FAILED_PRESS, () => this.driver.press(message, button));
  }

  /** Chooses in a select, named by its placeholder or custom id: options by label or value, people, roles and channels by name. @throws ActionRefused */
  choose(message: APIMessage, select: string, ...choices: readonly string[]): Step<Seen> {
    return this.#step(FAILED_PRESS, () => {
      const current = this.driver.message(message.channel_id, message.id) ?? message;
      const component = findComponent(current, select);
      if (component.type === ComponentType.Button) throw new Error(`"${select}" is a button: press it.`);
      return this.driver.press(message, component.custom_id, choices.map((choice) => valueFor(component, choice, this.#places)));
    });
  }

  /** Fills in a form by its labels or custom ids, and sends it; what is not named keeps what it came with. @throws ActionRefused */
  fill(form: Form | null, fields: Readonly<Record<string, FieldValue>>): Step<Seen> {
    return this.#step(FAILED_PRESS, () => {
      if (!form) throw new Error("No form is open.");
      return this.driver.submit(form.open, readForm(form, fields, this.#places));
    });
  }

  /** Writes in the channel. @throws ActionRefused */
  async write(text: string): Promise<APIMessage> {
    const { id } = this.#here;
    const messageId = await this.driver.send(id, text);
    return this.driver.until(() => this.driver.message(id, messageId), undefined, "the message that was written");
  }

  async react({ channel_id: channelId, id: messageId }: APIMessage, emoji: string): Promise<void> {
    await this.driver.act("react", { channelId, messageId, emoji, on: true });
  }

  /** The newest message of the channel whose words have this in them, once there is one. @throws Error after 10 s */
  waitFor(words: string | RegExp): Promise<APIMessage> {
    return this.driver.waitForMessage(this.#here.id, (message) => has(textOf(message), words));
  }

  /** The newest direct message whose words have this in them, once there is one. @throws Error after 10 s */
  waitForDirectMessage(words: string | RegExp): Promise<APIMessage> {
    return this.driver.waitForDirectMessage((message) => has(textOf(message), words));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.driver.close();
  }

  #step(failed: string, act: () => Step<Outcome>): Step<Seen> {
    return mapStep(act, (outcome) => seenOf(outcome, failed));
  }
}

const FAILED_COMMAND = "The application did not respond";
const FAILED_PRESS = "This interaction failed";

function seenOf({ state, message, modal }: Outcome, failed: string): Seen {
  if (state === "failed") return { text: failed, message: null, form: null };
  const form = modal && formOf(modal);
  return { text: form ? form.text : message ? textOf(message) : "", message, form };
}

const has = (text: string, words: string | RegExp): boolean => (typeof words === "string" ? text.includes(words) : words.test(text));

/** Sits down as somebody: `await using eva = await play(sandbox, "eva")`, by username, shown name or id. @throws Error that lists who there is */
export async function play({ url }: { readonly url: string }, who: string): Promise<Player> {
  const people = (await (await fetch(`${url}/sandbox/people`)).json()) as Person[];
  const person = people.find(({ id, username, displayName }) => [id, username, displayName].includes(who));
  if (!person) throw new Error(`There is nobody called "${who}". There are: ${people.map(({ username }) => username).join(", ")}.`);
  return new Player(await connectPerson(url, person.id));
}
