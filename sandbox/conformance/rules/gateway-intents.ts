import assert from "node:assert/strict";
import { ApplicationFlags, GatewayCloseCodes as Close, GatewayIntentBits as Intent } from "discord-api-types/v10";
import { APPLICATION_ID, CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { documented, type Rule } from "../rule.ts";
import { PLAIN_INTENTS } from "../wire.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const CONTENT = Intent.GuildMessages | Intent.DirectMessages;

/** The names of what each bot was told after its guilds, once all of it is there. */
async function heard(lab: Lab, intents: readonly number[], happen: () => Promise<unknown> | void): Promise<string[][]> {
  const bots = await Promise.all(intents.map((each) => lab.bot({ intents: each })));
  await Promise.all(bots.map((bot) => bot.settled()));
  const before = bots.map((bot) => bot.received.length);
  await happen();
  await Promise.all(bots.map((bot) => bot.settled()));
  return bots.map((bot, index) => bot.received.slice(before[index]).flatMap(({ t }) => t ?? []));
}

export const gatewayIntentRules: readonly Rule[] = [
  documented("a privileged intent that the application has not switched on is closed with 4014", "events/gateway.mdx:302", async (lab) => {
    await lab.start({ privilegedIntents: Intent.GuildMembers });
    for (const intent of [Intent.GuildPresences, Intent.MessageContent, Intent.GuildMembers | Intent.MessageContent]) {
      const wire = await lab.wire();
      wire.sendIdentify({ intents: PLAIN_INTENTS | intent });
      assert.equal(await wire.closed(), Close.DisallowedIntents);
    }
    await lab.bot({ intents: PLAIN_INTENTS | Intent.GuildMembers });
  }),
  documented("READY has the flags of the privileged intents that the application has switched on", "events/gateway.mdx:459", async (lab) => {
    await lab.start({ privilegedIntents: Intent.MessageContent });
    const { application } = (await (await lab.wire()).identify()).d;
    assert.deepEqual(application, { id: APPLICATION_ID, flags: ApplicationFlags.GatewayMessageContentLimited, flags_new: String(ApplicationFlags.GatewayMessageContentLimited) });
  }),
  documented("an event comes with its intent only", "events/gateway.mdx:306", async (lab) => {
    const eva = await lab.person("eva");
    const names = await heard(lab, [0, Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages, PLAIN_INTENTS], async () => {
      await eva.send(CHANNELS.general, "hello");
      await eva.send(await eva.openDirectMessage(), "hello");
      await lab.expect(201, "POST", `/guilds/${GUILD_ID}/channels`, { name: "new" });
    });
    assert.deepEqual(names, [[], ["CHANNEL_CREATE"], ["MESSAGE_CREATE"], ["MESSAGE_CREATE"], ["MESSAGE_CREATE", "MESSAGE_CREATE", "CHANNEL_CREATE"]]);
  }),
  documented("guilds come with the intent for guilds only", "events/gateway.mdx:311", async (lab) => {
    const bots = await Promise.all([0, Intent.GuildMessages, Intent.Guilds].map((intents) => lab.bot({ intents })));
    for (const bot of bots) await bot.settled();
    assert.deepEqual(bots.map((bot) => bot.all("GUILD_CREATE").length), [0, 0, 1]);
  }),
  documented("an event that is in no intent's list is always told: interactions need none", "events/gateway.mdx:306", async (lab) => {
    await lab.expect(201, "POST", `/applications/${APPLICATION_ID}/commands`, { name: "try", description: "Tries it" });
    const bot = await lab.bot({ intents: 0 });
    const eva = await lab.person("eva");
    await eva.waitForBot(["try"]);
    void eva.command({ channelId: CHANNELS.general, name: "try" }).catch(() => undefined);
    await bot.event("INTERACTION_CREATE");
  }),
  documented("of others' members a bot hears with GUILD_MEMBERS, of its own always", "events/gateway.mdx:437", async (lab) => {
    const { world } = await lab.start();
    const updated = (userId: string) => world.events.emit({ type: "member-updated", guildId: GUILD_ID, userId });
    assert.deepEqual(await heard(lab, [Intent.Guilds, Intent.Guilds | Intent.GuildMembers], () => updated(PEOPLE.pip)), [[], ["GUILD_MEMBER_UPDATE"]]);
    assert.deepEqual(await heard(lab, [0], () => updated(APPLICATION_ID)), [["GUILD_MEMBER_UPDATE"]]);
  }),
  documented("somebody's typing comes with the intent for typing, one for guilds and one for direct messages", "events/gateway.mdx:306", async (lab) => {
    const { world } = await lab.start();
    const eva = await lab.person("eva");
    const directMessage = await eva.openDirectMessage();
    const names = await heard(lab, [PLAIN_INTENTS & ~Intent.GuildMessageTyping & ~Intent.DirectMessageTyping, Intent.GuildMessageTyping, Intent.DirectMessageTyping], () => {
      for (const channelId of [CHANNELS.general, CHANNELS.general, directMessage]) world.events.emit({ type: "typing", channelId, userId: PEOPLE.eva });
    });
    assert.deepEqual(names, [[], ["TYPING_START", "TYPING_START"], ["TYPING_START"]]);
  }),
  documented("presences come with GUILD_PRESENCES", "events/gateway.mdx:306", async (lab) => {
    const { world } = await lab.start();
    const changed = () => world.events.emit({ type: "application-presence", applicationId: APPLICATION_ID });
    assert.deepEqual(await heard(lab, [PLAIN_INTENTS, Intent.GuildPresences], changed), [[], ["PRESENCE_UPDATE"]]);
  }),
  documented("without MESSAGE_CONTENT what others write is empty, and with it whole", "events/gateway.mdx:495", async (lab) => {
    const eva = await lab.person("eva");
    const blind = await lab.bot({ intents: CONTENT });
    const reading = await lab.bot({ intents: CONTENT | Intent.MessageContent });
    const { world } = await lab.start();
    const id = await eva.send(CHANNELS.general, "secret");
    const message = world.message(CHANNELS.general, id);
    message.api.embeds = [{ title: "secret" }];
    message.api.poll = { question: { text: "secret?" }, answers: [], expiry: world.nowIso(), allow_multiselect: false, layout_type: 1 };
    world.events.emit({ type: "message-updated", message });
    const [hidden, shown] = await Promise.all([blind, reading].map(async (bot) => (await bot.event("MESSAGE_UPDATE")).d));
    assert.deepEqual([hidden.content, hidden.embeds, hidden.attachments, hidden.components, "poll" in hidden], ["", [], [], [], false]);
    assert.deepEqual([shown.content, shown.embeds[0].title, shown.poll.question.text], ["secret", "secret", "secret?"]);
    assert.deepEqual([hidden.author.id, hidden.member.roles], [PEOPLE.eva, [ROLES.member]]);
  }),
  documented("a bot reads its own messages without MESSAGE_CONTENT", "events/gateway.mdx:496", async (lab) => {
    const bot = await lab.bot({ intents: CONTENT });
    await lab.expect(200, "POST", GENERAL, { content: "mine" });
    assert.equal((await bot.event("MESSAGE_CREATE")).d.content, "mine");
  }),
  documented("a bot reads its direct messages without MESSAGE_CONTENT", "events/gateway.mdx:497", async (lab) => {
    const bot = await lab.bot({ intents: CONTENT });
    const eva = await lab.person("eva");
    await eva.send(await eva.openDirectMessage(), "for you");
    assert.equal((await bot.event("MESSAGE_CREATE")).d.content, "for you");
  }),
  documented("a bot reads messages that mention it without MESSAGE_CONTENT", "events/gateway.mdx:498", async (lab) => {
    const bot = await lab.bot({ intents: CONTENT });
    const eva = await lab.person("eva");
    const secret = await eva.send(CHANNELS.general, "secret");
    await eva.send(CHANNELS.general, `<@${APPLICATION_ID}> hear`);
    assert.equal((await bot.event("MESSAGE_CREATE", ({ id }) => id !== secret)).d.content, `<@${APPLICATION_ID}> hear`);
    assert.equal(bot.all("MESSAGE_CREATE").find(({ d }) => d.id === secret)?.d.content, "");
  }),
];
