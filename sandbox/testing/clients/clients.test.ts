import { GatewayOpcodes as Op } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHANNELS, GUILD_ID, PEOPLE, type Sandbox, startSandbox } from "../../index.ts";
import { play, type Player } from "../../story.ts";
import { discordJs } from "./discord-js.ts";
import { discordJsCore } from "./discordjs-core.ts";
import { oceanic } from "./oceanic.ts";
import { ANSWERS, COMMANDS, DONE, LABEL, type ScenarioBot, type ScenarioClient, SCENARIO_STEPS, type ScenarioStep, SIZE } from "./scenario-bot.ts";

/** Every client that the README names. */
const CLIENTS: readonly ScenarioClient[] = [discordJs, discordJsCore, oceanic];
const POTION = "Elixir of Giants";

interface Stage {
  readonly sandbox: Sandbox;
  readonly bot: ScenarioBot;
  readonly eva: Player;
}

/** What happens at each step, for whatever client. */
const SCENARIO: Readonly<Record<ScenarioStep, (stage: Stage) => Promise<void>>> = {
  "log in and register commands": async ({ eva }) => {
    await eva.driver.waitForBot(COMMANDS.map(({ name }) => name));
  },
  autocomplete: async ({ eva }) => {
    expect(await eva.suggestions("brew", "potion", "elixir")).toEqual(["Elixir of Giants", "Elixir of Fortitude"]);
  },
  "slash command": async ({ eva }) => {
    expect((await eva.command("brew", { potion: POTION })).text).toBe([ANSWERS.brewing(POTION), DONE.label, SIZE.placeholder, ...SIZE.options].join("\n"));
  },
  button: async ({ eva }) => {
    const brewed = await eva.waitFor(ANSWERS.brewing(POTION));
    const pressed = await eva.press(brewed, DONE.label);
    expect(pressed.message?.id).toBe(brewed.id);
    expect(eva.reads(brewed)).toContain(ANSWERS.pressed);
  },
  select: async ({ eva, sandbox }) => {
    const { text, message } = await eva.choose(await eva.waitFor(ANSWERS.pressed), SIZE.placeholder, "large");
    expect(text).toBe(ANSWERS.chose("large"));
    await using corwin = await play(sandbox, "corwin");
    corwin.goTo("general");
    expect(corwin.driver.message(CHANNELS.general, message?.id ?? "")).toBeNull();
  },
  "modal, deferred answer and follow-up": async ({ eva }) => {
    const { form, text } = await eva.command("label");
    expect(text).toBe(`${LABEL.title}\n${LABEL.label}`);
    const sent = await eva.fill(form, { [LABEL.label]: "Strength" });
    expect(sent.text).toBe(ANSWERS.labelled("Strength"));
    await eva.waitFor(ANSWERS.followUp);
  },
  "send, edit and delete": async ({ eva, bot }) => {
    const id = await bot.send(CHANNELS.general, "first words");
    const said = await eva.waitFor("first words");
    await bot.edit(CHANNELS.general, id, "better words");
    await eva.waitFor("better words");
    await bot.remove(CHANNELS.general, id);
    await eva.driver.until(() => (eva.reads(said) === "" ? true : null));
  },
  "bulk delete": async ({ eva, bot }) => {
    const ids = [await bot.send(CHANNELS.general, "one of many"), await bot.send(CHANNELS.general, "two of many")];
    await eva.waitFor("two of many");
    await bot.removeMany(CHANNELS.general, ids);
    await eva.driver.until(() => (eva.sees().includes("of many") ? null : true));
  },
  "direct message": async ({ eva, bot }) => {
    await bot.writeTo(PEOPLE.eva, "only for you");
    const message = await eva.waitForDirectMessage("only for you");
    expect(message.channel_id).not.toBe(CHANNELS.general);
  },
  thread: async ({ eva, bot }) => {
    const id = await bot.openThread(CHANNELS.general, "The recipe", "It begins with water");
    await eva.driver.until(() => (eva.driver.messages(id).length > 0 ? true : null));
    eva.goTo("The recipe");
    expect(eva.sees()).toContain("It begins with water");
    eva.goTo("general");
  },
  "file upload": async ({ eva, bot }) => {
    await bot.upload(CHANNELS.general, "recipe.txt", Buffer.from("Stir well."));
    const { attachments } = await eva.driver.waitForMessage(CHANNELS.general, (message) => message.attachments.length > 0);
    expect(attachments[0]).toMatchObject({ filename: "recipe.txt", size: 10 });
    expect(await (await fetch(attachments[0]?.url ?? "")).text()).toBe("Stir well.");
  },
  "load all members": async ({ sandbox, bot }) => {
    expect(await bot.loadMembers(GUILD_ID)).toBe(sandbox.world.guild(GUILD_ID).members.size);
  },
  "resume when asked to reconnect": (stage) => resumes(stage, ({ gateway }) => gateway.requestReconnect()),
  "resume after a lost connection": (stage) => resumes(stage, ({ gateway }) => gateway.dropConnections()),
};

/** Whatever happens to its connection, the bot goes on with the same session, and gets what happened meanwhile. */
async function resumes({ sandbox, eva }: Stage, shake: (sandbox: Sandbox) => void): Promise<void> {
  const from = sandbox.traffic.entries.at(-1)?.id ?? 0;
  const since = () => sandbox.traffic.entries.filter((entry) => entry.kind === "gateway" && entry.id > from);
  const resumed = new Promise<void>((resolve) => {
    const stop = sandbox.traffic.subscribe((entry) => {
      if (entry.kind !== "gateway" || entry.event !== "RESUMED") return;
      stop();
      resolve();
    });
  });
  shake(sandbox);
  await resumed;
  expect(since().some((entry) => entry.kind === "gateway" && entry.direction === "received" && entry.op === Op.Identify)).toBe(false);
  expect((await eva.command("brew", { potion: "anything" })).text).toContain(ANSWERS.brewing("anything"));
}

describe.each(CLIENTS.map((client) => [client.name, client] as const))("%s, unmodified but for its address", (_name, client) => {
  let stage: Stage;

  beforeAll(async () => {
    const sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
    const eva = await play(sandbox, "eva");
    eva.goTo("general");
    stage = { sandbox, eva, bot: await client.start(sandbox) };
  });
  afterAll(async () => {
    await stage.bot[Symbol.asyncDispose]();
    await stage.eva[Symbol.asyncDispose]();
    await stage.sandbox.close();
  });

  // What is listed as missing must really be missing: a library that learns it takes the entry away.
  test.each(SCENARIO_STEPS)("%s", async (step) => {
    const failure = await SCENARIO[step](stage).then(() => "", String);
    expect(failure).toMatch(client.lacks[step] === undefined ? /^$/ : /./);
  });
});
