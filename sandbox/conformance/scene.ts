import { type APIApplicationCommandOptionChoice, type APIMessage, ApplicationCommandType, type InteractionType } from "discord-api-types/v10";
import type { Driver } from "../driver.ts";
import { APPLICATION_ID, CHANNELS, type PEOPLE } from "../index.ts";
import type { PageActions } from "../protocol.ts";
import type { Answer, Body, Lab } from "./lab.ts";
import type { Wire } from "./wire.ts";

/** A command that takes nothing. */
export const TRY = { name: "try", description: "Tries it" };

export const COMMANDS = `/applications/${APPLICATION_ID}/commands`;

/** "Thinking…". */
export const deferred = (flags = 0) => ({ type: 5, data: { flags } });

/** An answer at once, in words. */
export const said = (content: string, more: object = {}) => ({ type: 4, data: { content, ...more } });

/** A bot on a bare connection, and somebody who uses what it offers. Nothing answers by itself. */
export class Scene {
  readonly wire: Wire;
  readonly person: Driver;
  readonly #lab: Lab;
  readonly #seen = new Set<string>();

  constructor(lab: Lab, wire: Wire, person: Driver) {
    this.#lab = lab;
    this.wire = wire;
    this.person = person;
  }

  /** Runs a command; gives the interaction as the bot got it. */
  async run(command: Partial<PageActions["command"]["body"]> = {}): Promise<Body> {
    const { interactionId } = await this.person.act("command", { channelId: CHANNELS.general, applicationId: APPLICATION_ID, name: TRY.name, ...command });
    return this.got(interactionId);
  }

  /** Presses or chooses; gives the interaction as the bot got it. */
  async press(message: Pick<APIMessage, "id" | "channel_id">, customId: string, values?: readonly string[]): Promise<Body> {
    const where = { channelId: message.channel_id, messageId: message.id };
    const { interactionId } = await this.person.act("component", { ...where, customId, ...(values ? { values } : {}) });
    return this.got(interactionId);
  }

  /** Sends the modal that an interaction opened; gives the interaction as the bot got it. */
  async submit(opener: Body, fields: PageActions["modal"]["body"]["fields"] = []): Promise<Body> {
    const { interactionId } = await this.person.act("modal", { interactionId: opener.id, fields });
    return this.got(interactionId);
  }

  /** Types into an option; gives the choices once the bot has answered. */
  type(focused: string, options: PageActions["autocomplete"]["body"]["options"], path: readonly string[] = []): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return this.person.autocomplete({ channelId: CHANNELS.general, name: TRY.name, focused, options, path });
  }

  /** The newest interaction of a type that nobody has looked at yet. */
  async next(type: InteractionType): Promise<Body> {
    const { d } = await this.wire.event("INTERACTION_CREATE", (each) => each.type === type && !this.#seen.has(each.id));
    this.#seen.add(d.id);
    return d;
  }

  /** The interaction as it came over the gateway. */
  async got(interactionId: string): Promise<Body> {
    return (await this.wire.event("INTERACTION_CREATE", ({ id }) => id === interactionId)).d;
  }

  /** Answers an interaction. */
  answer({ id, token }: Body, body: unknown, query = ""): Promise<Answer> {
    return this.#lab.ask("POST", `/interactions/${id}/${token}/callback${query}`, body, { token: null });
  }

  /** Runs a command and answers it with this message; gives that as Discord has it. */
  async message(data: object): Promise<Body> {
    const { body } = await this.answer(await this.run(), { type: 4, data }, "?with_response=true");
    return body.resource.message;
  }

  /** Asks for what a token allows: `@original`, another message, or with a null the webhook itself. */
  webhook(method: string, { token }: Body, messageId: string | null = "@original", body?: unknown): Promise<Answer> {
    return this.#lab.ask(method, `/webhooks/${APPLICATION_ID}/${token}${messageId === null ? "" : `/messages/${messageId}`}`, body, { token: null });
  }
}

/** Registers the commands (TRY when none are named), connects a bot, and lets somebody in. */
export async function scene(lab: Lab, commands: readonly object[] = [TRY], name: keyof typeof PEOPLE = "eva"): Promise<Scene> {
  await lab.expect(200, "PUT", COMMANDS, commands);
  const wire = await lab.bot();
  const person = await lab.person(name);
  const slash = commands.flatMap((command) => ("name" in command && !("type" in command && command.type !== ApplicationCommandType.ChatInput) ? [String(command.name)] : []));
  await person.waitForBot(slash);
  return new Scene(lab, wire, person);
}
