import { type ChatInputApplicationCommandData, Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { connectPerson, type Driver } from "../driver.ts";
import { PEOPLE, type Sandbox, type SandboxOptions, startSandbox } from "../index.ts";

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export interface Stage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly client: Client<true>;
  readonly eva: Driver;
  /** What the bot does with interactions. */
  on(handle: (interaction: Interaction) => Promise<unknown>): void;
  /** What went wrong in it. */
  readonly errors: unknown[];
  person(name: keyof typeof PEOPLE): Promise<Driver>;
  /** Discord's API without discord.js's queue and without a token, for answers that it would never give. */
  raw(method: string, path: string, body?: unknown, token?: string | null): Promise<{ status: number; headers: Headers; body: RawBody }>;
}

/** Whatever the API answered; errors have these three. */
export type RawBody = Record<string, unknown> & { code?: number; message?: string; errors?: Record<string, unknown> };

const COMMANDS: readonly ChatInputApplicationCommandData[] = [{ name: "try", description: "Tries it" }];

/** A sandbox with an unmodified discord.js client logged in and Eva at her page. */
export async function startStage(
  options: SandboxOptions = {},
  { commands = COMMANDS, intents = INTENTS }: { commands?: readonly ChatInputApplicationCommandData[]; intents?: ClientOptions["intents"] } = {},
): Promise<Stage> {
  const sandbox = await startSandbox(options);
  const client = await loginTo(sandbox, { intents, rest: { api: sandbox.apiUrl } });
  await client.application.commands.set(commands);
  const eva = await connectPerson(sandbox.url, PEOPLE.eva);
  await eva.waitForBot(commands.map(({ name }) => name));
  const people = [eva];
  const errors: unknown[] = [];
  let handle: ((interaction: Interaction) => Promise<unknown>) | null = null;
  client.on(Events.InteractionCreate, (interaction) => {
    handle?.(interaction).catch((error: unknown) => errors.push(error));
  });
  return {
    sandbox,
    client,
    eva,
    errors,
    on: (next) => {
      handle = next;
    },
    person: async (name) => {
      const driver = await connectPerson(sandbox.url, PEOPLE[name]);
      people.push(driver);
      return driver;
    },
    raw: (method, path, body, token = sandbox.token) => ask(sandbox, method, path, body, token),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(people.map((person) => person.close()));
      await client.destroy();
      await sandbox.close();
    },
  };
}

export async function loginTo(sandbox: Sandbox, options: ClientOptions): Promise<Client<true>> {
  const client = new Client(options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  return ready;
}

async function ask(sandbox: Sandbox, method: string, path: string, body: unknown, token: string | null) {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bot ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? {} : JSON.parse(text)) as RawBody };
}
