import { ChannelType, ComponentType, MessageFlags } from "discord.js";
import { request } from "node:http";
import { expect, test } from "vitest";
import { connectPerson, textOf } from "../driver.ts";
import { CHANNELS, GUILD_ID, ManualClock, OBSERVED_LIMITS, PEOPLE, ROLES, type Sandbox, startSandbox } from "../index.ts";
import { startStage } from "../testing/start-bot.ts";

const limits = { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } };

/** Asks for the people with headers that fetch would not send. */
function statusWith(sandbox: Sandbox, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${sandbox.url}/sandbox/people`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.once("error", reject);
    asking.end();
  });
}

test("only the sandbox's own page may ask", async () => {
  const sandbox = await startSandbox();
  const { host } = new URL(sandbox.url);
  const asked = await Promise.all([
    statusWith(sandbox, {}),
    statusWith(sandbox, { origin: sandbox.url }),
    statusWith(sandbox, { host: host.replace("127.0.0.1", "localhost") }),
    statusWith(sandbox, { host: "rebound.example" }),
    statusWith(sandbox, { origin: "http://elsewhere.example" }),
  ]);
  expect(asked).toEqual([200, 200, 200, 403, 403]);
  await sandbox.close();
});

test("whatever the page's addresses are sent is answered with a sentence, never with a failure of their own", async () => {
  const sandbox = await startSandbox();
  const ask = async (path: string, body?: string, type = "application/json") => {
    const response = await fetch(`${sandbox.url}${path}`, body === undefined ? {} : { method: "POST", headers: { "content-type": type }, body });
    return [response.status, ((await response.json()) as { message: string }).message] as const;
  };
  const act = (action: string, body: unknown, type?: string) => ask(`/sandbox/people/${PEOPLE.eva}/${action}`, typeof body === "string" ? body : JSON.stringify(body), type);
  const channelId = CHANNELS.general;
  expect(await act("message", "{")).toEqual([400, "This request cannot be understood."]);
  expect(await act("message", "a=b", "application/x-www-form-urlencoded")).toEqual([415, "The request must be JSON."]);
  expect(await act("message", [])).toEqual([400, "The request has no JSON object in it."]);
  expect(await act("message", { channelId, content: 5 })).toEqual([400, '"content" must be text.']);
  expect(await act("modal", { interactionId: "1", fields: [{}] })).toEqual([400, '"fields" must be a list of fields, each with its customId.']);
  expect(await act("role", { guildId: GUILD_ID, userId: PEOPLE.eva, roleId: ROLES.core, has: "yes" })).toEqual([400, '"has" must be true or false.']);
  expect(await act("component", { channelId, messageId: "1", customId: "a", values: "b" })).toEqual([400, '"values" must be a list of texts.']);
  expect(await act("upload", { filename: "a", contentType: "b", data: "x".repeat(16 * 1024 * 1024) })).toEqual([413, "That is too large: files may have up to 10 MB."]);
  expect(await act("constructor", {})).toEqual([404, "There is no such action."]);
  expect(await ask("/..%2f..%2fpackage.json")).toEqual([403, "There is nothing to see at this address."]);
  const put = await fetch(`${sandbox.url}/sandbox/world`, { method: "PUT", body: new URLSearchParams({ guilds: "" }) });
  expect([put.status, await put.json()]).toEqual([415, { message: "A world is sent as YAML, with the content type text/yaml." }]);
  expect(await ask("/nothing")).toEqual([404, "There is nothing at this address."]);
  await sandbox.close();
});

test("a person sees the channels of their roles, and more or less when their roles change", async () => {
  const sandbox = await startSandbox();
  const [eva, maren] = await Promise.all([connectPerson(sandbox.url, PEOPLE.eva), connectPerson(sandbox.url, PEOPLE.maren)]);
  const sees = () => eva.snapshot.guilds[0]?.channels.some(({ id }) => id === CHANNELS.officers);
  expect(sees()).toBe(false);
  await maren.send(CHANNELS.officers, "among us");
  await expect(eva.send(CHANNELS.officers, "me too")).rejects.toThrow("You do not see that channel.");
  await maren.act("role", { guildId: GUILD_ID, userId: PEOPLE.eva, roleId: ROLES.officer, has: true });
  await eva.until(() => (sees() ? true : null));
  expect(eva.messages(CHANNELS.officers).map(({ content }) => content)).toEqual(["among us"]);
  await maren.act("role", { guildId: GUILD_ID, userId: PEOPLE.eva, roleId: ROLES.officer, has: false });
  await eva.until(() => (sees() ? null : true));
  expect(eva.messages(CHANNELS.officers)).toEqual([]);
  await Promise.all([eva.close(), maren.close()]);
  await sandbox.close();
});

test("a page that stays open gets attachments' addresses anew before they are over", async () => {
  const clock = new ManualClock();
  await using stage = await startStage({ clock, limits });
  const channel = stage.client.channels.cache.get(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel");
  const { id } = await channel.send({ files: [{ attachment: Buffer.from("some text"), name: "list.txt" }] });
  const address = () => stage.eva.message(CHANNELS.general, id)?.attachments[0]?.url ?? "";
  await stage.eva.waitForMessage(CHANNELS.general, (message) => message.id === id);
  const first = address();
  clock.advance(25 * 3_600_000);
  await stage.eva.until(() => (address() === first ? null : true));
  expect([(await fetch(first)).status, (await fetch(address())).status]).toEqual([404, 200]);
});

test("a private thread is its members' alone", async () => {
  await using stage = await startStage({ limits });
  const corwin = await stage.person("corwin");
  const channel = stage.client.channels.cache.get(CHANNELS.craftingDesk);
  if (channel?.type !== ChannelType.GuildText) throw new Error("no channel");
  const thread = await channel.threads.create({ name: "Eva's desk", type: ChannelType.PrivateThread });
  await thread.members.add(PEOPLE.eva);
  await thread.send("welcome");
  await stage.eva.waitForMessage(thread.id, ({ content }) => content === "welcome");
  const names = (person: typeof corwin) => person.snapshot.guilds[0]?.channels.filter(({ kind }) => kind === "thread").map(({ name }) => name);
  expect([names(stage.eva), names(corwin)]).toEqual([["Eva's desk"], []]);
  await expect(corwin.send(thread.id, "hello")).rejects.toThrow("You do not see that channel.");
  await stage.eva.send(thread.id, "thank you");
  await thread.setArchived(true);
  await stage.eva.until((eva) => (names(eva)?.length === 0 ? true : null));
  await thread.delete();
  await stage.eva.until((eva) => (eva.message(thread.id, "0") === null ? true : null));
});

test("Components V2: shown, changed in place, and never taken off", async () => {
  await using stage = await startStage({ limits });
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({
        flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
        components: [
          {
            type: ComponentType.Container,
            components: [
              { type: ComponentType.TextDisplay, content: "### Queue" },
              { type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: 1, customId: "next", label: "Next" }] },
            ],
          },
        ],
      });
    } else if (interaction.isButton()) {
      const code = await interaction.update({ content: "plain" }).then(() => null, (error: { code: number }) => error.code);
      await interaction.update({ components: [{ type: ComponentType.TextDisplay, content: `refused ${code}` }] });
    }
  });
  const { message } = await stage.eva.command({ channelId: CHANNELS.general, name: "try" });
  if (!message) throw new Error("no message");
  expect(textOf(message)).toBe("### Queue\nNext");
  const { message: changed } = await stage.eva.press(message, "Next");
  expect(changed && textOf(changed)).toBe("refused 50035");
  expect((changed?.flags ?? 0) & MessageFlags.IsComponentsV2).toBeGreaterThan(0);
  expect(stage.errors).toEqual([]);
});
