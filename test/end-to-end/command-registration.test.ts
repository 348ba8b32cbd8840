import { REST } from "discord.js";
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OBSERVED_LIMITS, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { registerCommands } from "../../src/discord/command-registration.ts";
import { choice, described, slashCommand } from "../../src/features/slash-command.ts";
import { defineTexts, type OtherTexts } from "../../src/kernel/texts.ts";

const en = { about: "Post the panel", where: "Where it stands", here: "This channel", there: "That channel" };
const textsWith = (others: Readonly<Record<string, OtherTexts<typeof en>>> = {}) => defineTexts("panel", en, others);

let sandbox: Sandbox;
let rest: REST;
beforeAll(async () => {
  // Discord itself takes a list of commands rarely.
  sandbox = await startSandbox({ limits: { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } } });
  rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
});
afterAll(() => sandbox.close());

function commands(texts = textsWith(), choices: readonly ("here" | "there")[] = ["here"]) {
  const where = { type: ApplicationCommandOptionType.String as const, name: "where", ...described(texts, "where"), choices: choices.map((one) => choice(texts, one, one)) };
  return [slashCommand(texts, "panel", "about", ...(choices.length === 0 ? [] : [where]))];
}
const register = (...given: Parameters<typeof commands>) => registerCommands(rest, sandbox.applicationId, commands(...given));

it("registers commands when they changed, and only then", async () => {
  expect([await register(), await register()]).toEqual([true, false]);
  expect([await register(textsWith(), ["here", "there"]), await register(textsWith(), ["here", "there"])]).toEqual([true, false]);
  expect([await register(textsWith(), []), await register(textsWith(), [])]).toEqual([true, false]);
});

it("sees a language that came, changed or went", async () => {
  await register();
  const german = textsWith({ de: { about: "Stellt das Pult auf" } });
  expect([await register(german), await register(german)]).toEqual([true, false]);
  const both = textsWith({ de: { about: "Stellt das Pult hin", where: "Wo es steht" } });
  expect([await register(both), await register(both)]).toEqual([true, false]);
  expect([await register(), await register()]).toEqual([true, false]);
});

it("sees a language that went from one command in several", async () => {
  await register(textsWith({ de: { about: "Stellt das Pult auf" }, fr: { about: "Publie le panneau" } }));
  expect(await register(textsWith({ de: { about: "Stellt das Pult auf" } }))).toBe(true);
});
