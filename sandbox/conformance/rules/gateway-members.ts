import assert from "node:assert/strict";
import { GatewayIntentBits as Intent, GatewayOpcodes as Op } from "discord-api-types/v10";
import { APPLICATION_ID, GUILD_ID, PEOPLE, type Sandbox } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import type { Received, Wire } from "../wire.ts";

const MEMBERS = Intent.Guilds | Intent.GuildMembers;
const PRESENCES = Intent.Guilds | Intent.GuildPresences;
const EVERYBODY = 11;

/** Lets so many more people into the guild, without roles and offline. Gives their ids. */
async function crowd(lab: Lab, count: number): Promise<string[]> {
  const { world } = await lab.start();
  const guild = world.guild(GUILD_ID);
  return Array.from({ length: count }, (_, index) => {
    const id = world.ids.next();
    world.users.set(id, { id, username: `crowd${index}`, global_name: null, discriminator: "0", avatar: null });
    guild.members.set(id, { ...world.member(GUILD_ID, PEOPLE.pip), userId: id, roleIds: [], nick: null });
    world.offline.add(id);
    return id;
  });
}

/** Asks, and waits for the whole answer: all chunks. */
async function asked(bot: Wire, request: object, nonce = `n${bot.received.length}`): Promise<Received["d"][]> {
  bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, nonce, ...request });
  const isMine = ({ t, d }: Received) => t === "GUILD_MEMBERS_CHUNK" && d.nonce === nonce;
  await bot.until((payload) => isMine(payload) && payload.d.chunk_index === payload.d.chunk_count - 1, `the last chunk of ${nonce}`);
  return bot.received.filter(isMine).map(({ d }) => d);
}

/** How many members and presences a GUILD_CREATE brings, and whether the guild is large. */
async function brought(lab: Lab, intents: number, more: object = {}): Promise<[members: number, presences: number, large: boolean]> {
  const { d } = await (await lab.bot({ intents, more })).event("GUILD_CREATE");
  return [d.members.length, d.presences.length, d.large];
}

const goOffline = ({ world }: Sandbox, ...ids: string[]) => ids.forEach((id) => world.offline.add(id));

export const gatewayMemberRules: readonly Rule[] = [
  documented("without GUILD_PRESENCES a guild comes with the bot as its only member", "events/gateway-events.mdx:762", async (lab) => {
    const bot = await lab.bot({ intents: MEMBERS });
    const { d } = await bot.event("GUILD_CREATE");
    assert.deepEqual(d.members.map(({ user }: { user: { id: string } }) => user.id), [APPLICATION_ID]);
    assert.deepEqual([d.member_count, d.presences, d.large], [EVERYBODY, [], false]);
  }),
  documented("with GUILD_PRESENCES a guild within the large threshold comes with all of its members", "events/gateway-events.mdx:182", async (lab) => {
    goOffline(await lab.start(), PEOPLE.pip);
    assert.deepEqual(await brought(lab, PRESENCES), [EVERYBODY, EVERYBODY, false]);
  }),
  documented("a guild over the large threshold comes without those who are offline and have neither role nor nickname", "events/gateway-events.mdx:182", async (lab) => {
    await crowd(lab, 50);
    goOffline(await lab.start(), PEOPLE.eva);
    assert.deepEqual(await brought(lab, PRESENCES), [EVERYBODY, EVERYBODY - 1, true]);
  }),
  documented("the large threshold is 50 unless a bot says another", "events/gateway-events.mdx:85", async (lab) => {
    await crowd(lab, 50 - EVERYBODY);
    assert.deepEqual((await brought(lab, PRESENCES))[2], false);
    await crowd(lab, 1);
    assert.deepEqual((await brought(lab, PRESENCES))[2], true);
    assert.deepEqual((await brought(lab, PRESENCES, { large_threshold: 51 }))[2], false);
  }),
  documented("members are found by how their name begins, as many as asked for", "events/gateway-events.mdx:182", async (lab) => {
    await crowd(lab, 20);
    const bot = await lab.bot();
    const [found] = await asked(bot, { query: "syl", limit: 5 });
    assert.deepEqual(found.members.map(({ user }: { user: { id: string } }) => user.id), [PEOPLE.sylra]);
    assert.deepEqual([found.chunk_index, found.chunk_count, found.not_found], [0, 1, []]);
    assert.equal((await asked(bot, { query: "crowd", limit: 7 }))[0].members.length, 7);
  }),
  documented("a search finds at most 100 members", "events/gateway-events.mdx:182", async (lab) => {
    await crowd(lab, 150);
    const bot = await lab.bot();
    assert.equal((await asked(bot, { query: "crowd", limit: 0 }))[0].members.length, 100);
    assert.equal((await asked(bot, { query: "crowd", limit: 120 }))[0].members.length, 100);
  }),
  documented("members are found by their ids, at most 100, and who is not there is named", "events/gateway-events.mdx:902", async (lab) => {
    const ids = await crowd(lab, 120);
    const bot = await lab.bot();
    const [one] = await asked(bot, { user_ids: PEOPLE.eva });
    assert.deepEqual(one.members.map(({ user }: { user: { id: string } }) => user.id), [PEOPLE.eva]);
    const [some] = await asked(bot, { user_ids: [PEOPLE.pip, "1"] });
    assert.deepEqual([some.members.length, some.not_found], [1, ["1"]]);
    assert.equal((await asked(bot, { user_ids: ids }))[0].members.length, 100);
  }),
  documented("the whole list comes in chunks of 1000, each with its number", "events/gateway-events.mdx:902", async (lab) => {
    await crowd(lab, 2500 - EVERYBODY);
    const bot = await lab.bot({ intents: MEMBERS });
    const chunks = await asked(bot, { query: "", limit: 0 });
    assert.deepEqual(chunks.map(({ chunk_index: index, chunk_count: count, members }) => [index, count, members.length]), [[0, 3, 1000], [1, 3, 1000], [2, 3, 500]]);
    assert.equal(new Set(chunks.flatMap(({ members }) => members.map(({ user }: { user: { id: string } }) => user.id))).size, 2500);
  }),
  documented("the whole list needs GUILD_MEMBERS", "events/gateway-events.mdx:182", async (lab) => {
    const bot = await lab.bot();
    bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, query: "", limit: 0 });
    bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, query: "", limit: 5 });
    await asked(bot, { query: "eva", limit: 1 }, "last");
    assert.equal(bot.all("GUILD_MEMBERS_CHUNK").length, 1);
  }),
  documented("presences come with the members when asked for, and with GUILD_PRESENCES", "events/gateway-events.mdx:182", async (lab) => {
    const request = { user_ids: [PEOPLE.eva, PEOPLE.pip], presences: true };
    goOffline(await lab.start(), PEOPLE.pip);
    const [shown] = await asked(await lab.bot({ intents: PRESENCES }), request);
    assert.deepEqual(shown.presences.map(({ user, status }: { user: { id: string }; status: string }) => [user.id, status]), [[PEOPLE.eva, "online"]]);
    const [hidden] = await asked(await lab.bot(), request);
    assert.equal("presences" in hidden, false);
  }),
  documented("a nonce of up to 32 bytes comes back with the members, a longer one is ignored", "events/gateway-events.mdx:209", async (lab) => {
    const bot = await lab.bot();
    await asked(bot, { query: "eva", limit: 1 }, "é".repeat(16));
    bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, query: "pip", limit: 1, nonce: "é".repeat(17) });
    const chunk = await bot.event("GUILD_MEMBERS_CHUNK", ({ members }) => members[0].user.id === PEOPLE.pip);
    assert.equal("nonce" in chunk.d, false);
  }),
  documented("the whole list of a guild comes once in 30 seconds, and who asks again is told when to", "change-log.mdx:1464", async (lab) => {
    const bot = await lab.bot({ intents: MEMBERS });
    const request = { query: "", limit: 0 };
    await asked(bot, request);
    lab.clock.advance(10_000);
    bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, nonce: "again", ...request });
    assert.deepEqual((await bot.event("RATE_LIMITED")).d, { opcode: Op.RequestGuildMembers, retry_after: 20, meta: { guild_id: GUILD_ID, nonce: "again" } });
    await asked(bot, { query: "eva", limit: 1 });
    lab.clock.advance(20_000);
    await asked(bot, request);
  }),
  assumed("a request that cannot be understood, or is for a guild that the bot is not in, is not answered", "the documents name no error for it", async (lab) => {
    const bot = await lab.bot();
    for (const wrong of [{}, { query: 5 }, { query: "eva", guild_id: "1" }, { query: "eva", guild_id: [GUILD_ID] }]) bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, ...wrong });
    await asked(bot, { user_ids: PEOPLE.eva }, "last");
    assert.equal(bot.all("GUILD_MEMBERS_CHUNK").length, 1);
  }),
];
