import type { APIApplicationCommandOptionChoice, APIMessage } from "discord-api-types/v10";
import { findComponent } from "./driver/find.ts";
import { Mirror, type Outcome } from "./driver/mirror.ts";
import { type Step, stepOf } from "./driver/step.ts";
import type { ChannelView, ModalField, OpenModal, OptionValue, PageAction, PageActions, PageError, Snapshot } from "./protocol.ts";

export { fieldsOf, findComponent, labelOf, textOf, usableComponents } from "./driver/find.ts";
export type { Outcome } from "./driver/mirror.ts";
export type { Step } from "./driver/step.ts";
export type { OpenModal } from "./protocol.ts";

/** A bot has 3 s; what it put off may take longer. */
const PATIENCE_MS = 10_000;

/** What Discord's client would not let a person do, in its sentence. */
export class ActionRefused extends Error {}

/** What is filled into one field of a modal: text, a tick, or the values chosen. */
export type FieldValue = string | boolean | null | readonly string[];

/** A command to run; without an application it is the first one's. */
type CommandRun = Omit<PageActions["command"]["body"], "applicationId"> & { readonly applicationId?: string };

/** One person at their page, over the same socket and addresses as the page itself. */
export class Driver {
  readonly personId: string;
  readonly #url: string;
  readonly #mirror: Mirror;
  #modalsSeen = 0;

  constructor(url: string, personId: string) {
    this.personId = personId;
    this.#url = url;
    this.#mirror = new Mirror(`${url.replace(/^http/, "ws")}/sandbox/socket?person=${personId}`);
  }

  open(): Promise<void> {
    return this.#mirror.open();
  }

  close(): Promise<void> {
    return this.#mirror.close();
  }

  /** What the page shows besides messages: servers, channels, members, applications. */
  get snapshot(): Snapshot {
    return this.#mirror.snapshot;
  }

  /** One of the page's actions. @throws ActionRefused */
  async act<A extends PageAction>(action: A, body: PageActions[A]["body"]): Promise<PageActions[A]["reply"]> {
    const response = await fetch(`${this.#url}/sandbox/people/${this.personId}/${action}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ActionRefused((answer as PageError).message);
    return answer as PageActions[A]["reply"];
  }

  /** Runs a command and waits for what comes of it. @throws ActionRefused */
  command(run: CommandRun): Step<Outcome> {
    return this.#step(async () => this.act("command", { ...run, applicationId: run.applicationId ?? this.#onlyApplicationId() }));
  }

  /** The choices that the bot offers while `focused` is typed. @throws ActionRefused */
  async autocomplete(typing: {
    readonly channelId: string;
    readonly name: string;
    readonly focused: string;
    readonly options: Readonly<Record<string, OptionValue>>;
    readonly path?: readonly string[];
    readonly applicationId?: string;
  }): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const { choices } = await this.act("autocomplete", { ...typing, applicationId: typing.applicationId ?? this.#onlyApplicationId() });
    return choices;
  }

  /** Presses a button, or chooses `values` in a select, named by custom id, label or placeholder. @throws ActionRefused */
  press(message: APIMessage, customIdOrLabel: string, values?: readonly string[]): Step<Outcome> {
    return this.#step(() => this.startPress(message, customIdOrLabel, values));
  }

  /** Presses without waiting for what comes of it. */
  async startPress(message: APIMessage, customIdOrLabel: string, values?: readonly string[]): Promise<{ interactionId: string }> {
    const current = this.#mirror.message(message.channel_id, message.id) ?? message;
    const { custom_id: customId } = findComponent(current, customIdOrLabel);
    return this.act("component", { channelId: message.channel_id, messageId: message.id, customId, ...(values ? { values } : {}) });
  }

  /** Fills in a modal by its fields' custom ids and sends it. @throws ActionRefused */
  submit(modal: OpenModal, fields: Readonly<Record<string, FieldValue>>): Step<Outcome> {
    const filled = Object.entries(fields).map(([customId, value]): ModalField => (isList(value) ? { customId, values: value } : { customId, value }));
    return this.#step(() => this.act("modal", { interactionId: modal.interactionId, fields: filled }));
  }

  async closeModal(modal: OpenModal): Promise<void> {
    await this.act("close-modal", { interactionId: modal.interactionId });
  }

  /** How an interaction went: waits for the answer, and for what the bot put off. */
  outcome(interactionId: string, timeoutMs = PATIENCE_MS): Promise<Outcome> {
    return this.#mirror.until(() => this.#mirror.outcome(interactionId), timeoutMs, `the outcome of interaction ${interactionId}`);
  }

  /** Every message that an interaction brought, ephemeral ones too, the first answer first. */
  replies(channelId: string, interactionId: string): APIMessage[] {
    return this.#mirror.replies(channelId, interactionId);
  }

  /** The next modal that opens, or that opened since the last call. */
  async nextModal(timeoutMs = PATIENCE_MS): Promise<OpenModal> {
    const modal = await this.#mirror.until(() => this.#mirror.modals[this.#modalsSeen], timeoutMs, "a modal");
    this.#modalsSeen += 1;
    return modal;
  }

  /** What this person sees in a channel, oldest first. */
  messages(channelId: string): APIMessage[] {
    return this.#mirror.messages(channelId);
  }

  /** The message as it is now; null when it is gone. */
  message(channelId: string, messageId: string): APIMessage | null {
    return this.#mirror.message(channelId, messageId);
  }

  /** The newest message that fits, once there is one. */
  waitForMessage(channelId: string, predicate: (message: APIMessage) => boolean, timeoutMs = PATIENCE_MS): Promise<APIMessage> {
    return this.#mirror.until(() => this.messages(channelId).findLast(predicate), timeoutMs, `a message in channel ${channelId}`);
  }

  /** Waits until a look at this page finds something. */
  until<T>(look: (driver: this) => T | null | undefined, timeoutMs = PATIENCE_MS, what = "what the test looks for"): Promise<T> {
    return this.#mirror.until(() => look(this), timeoutMs, what);
  }

  /** Writes a plain message; gives its id. @throws ActionRefused */
  async send(channelId: string, content: string): Promise<string> {
    return (await this.act("message", { channelId, content })).messageId;
  }

  /** Puts a reaction on a message, or takes one's own away. `emoji` is Unicode, or `name:id`. @throws ActionRefused */
  async react(message: Pick<APIMessage, "id" | "channel_id">, emoji: string, on = true): Promise<void> {
    await this.act("react", { channelId: message.channel_id, messageId: message.id, emoji, on });
  }

  /** Stores a file for a modal's upload or a command's attachment; gives its id. */
  async upload(filename: string, contentType: string, data: Uint8Array): Promise<string> {
    return (await this.act("upload", { filename, contentType, data: Buffer.from(data).toString("base64") })).attachmentId;
  }

  directMessages(): readonly ChannelView[] {
    return this.snapshot.directMessages;
  }

  /** The channel with somebody, the bot by default. */
  async openDirectMessage(userId: string = this.#onlyApplicationId()): Promise<string> {
    return (await this.act("direct-message", { userId })).channelId;
  }

  /** The newest direct message from somebody that fits, once there is one. */
  waitForDirectMessage(predicate: (message: APIMessage) => boolean = () => true, timeoutMs = PATIENCE_MS): Promise<APIMessage> {
    const look = () => this.directMessages().flatMap(({ id }) => this.messages(id)).findLast((message) => message.author.id !== this.personId && predicate(message));
    return this.#mirror.until(look, timeoutMs, "a direct message");
  }

  /** Waits until the bot is connected and has these commands. */
  async waitForBot(commandNames: readonly string[] = [], timeoutMs = PATIENCE_MS): Promise<void> {
    const isThere = () => this.snapshot.applications.some(({ online, commands }) => online && commandNames.every((name) => commands.some((command) => command.name === name)));
    await this.#mirror.until(() => (isThere() ? true : null), timeoutMs, `the bot with ${commandNames.join(", ") || "or without commands"}`);
  }

  #step(begin: () => Promise<{ interactionId: string }>): Step<Outcome> {
    return stepOf(begin, (interactionId) => this.outcome(interactionId));
  }

  #onlyApplicationId(): string {
    const [application] = this.snapshot.applications;
    if (!application) throw new Error("there is no application in this sandbox");
    return application.id;
  }
}

const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value);

/** Opens a person's page: `const eva = await connectPerson(sandbox.url, PEOPLE.eva)`. */
export async function connectPerson(url: string, personId: string): Promise<Driver> {
  const driver = new Driver(url, personId);
  await driver.open();
  return driver;
}
