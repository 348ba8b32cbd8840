import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { connectPerson, type Driver, type Outcome, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import type { GuildSettings, Surface } from "../../src/features/guild-settings/guild-settings.ts";
import { startBot } from "../../src/main.ts";
import { createLog } from "../../src/telemetry/log.ts";

export const DESK = CHANNELS.craftingDesk;

/** The whole bot in a sandbox with Discord's limits as bots observe them. */
export interface FlowDesk extends AsyncDisposable {
  readonly sandbox: Sandbox;
  person(name: keyof typeof PEOPLE): Promise<Driver>;
}

export async function openFlowDesk(surface: Surface): Promise<FlowDesk> {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
  const settings: Partial<GuildSettings> = {
    submissionsPerMinute: 200,
    roles: { officer: [ROLES.officer], member: [ROLES.member], core: [ROLES.core], professions: { enchanting: [ROLES.enchanter], tailoring: [ROLES.tailor] } },
    panelChannelId: CHANNELS.craftingDesk,
    boardChannelId: CHANNELS.craftingBoard,
    surface,
    // What only confirms would be gone before the next step.
    confirmationMessageDelay: 60_000,
    characterConfirmationDelay: 60_000,
  };
  const config = { token: sandbox.token, apiUrl: sandbox.apiUrl, database: { engine: "sqlite", file: join(folder, "guildsmith.db") }, dataFolder: "", logLevel: "error", membersIntent: "auto", packFolders: [], guilds: new Map(), defaults: {}, named: [], metrics: null } as const;
  const bot = await startBot(config, createLog("error"), new Map([[GUILD_ID, settings]]));
  const people: Driver[] = [];
  return {
    sandbox,
    async person(name) {
      const person = await connectPerson(sandbox.url, PEOPLE[name]);
      people.push(person);
      await person.waitForBot(["request"]);
      return person;
    },
    async [Symbol.asyncDispose]() {
      for (const person of people) await person.close();
      await bot.close();
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What an interaction shows, wherever the surface has it. @throws when it shows nothing */
export async function shownTo(person: Driver, { message }: Pick<Outcome, "message">): Promise<APIMessage> {
  if (!message) throw new Error("nothing was answered");
  const [, channelId, messageId] = /discord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)/.exec(textOf(message)) ?? [];
  return channelId === undefined || messageId === undefined ? message : person.until(() => person.message(channelId, messageId));
}
