import assert from "node:assert/strict";
import { GUILD_ID } from "../../index.ts";
import { problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { COMMANDS } from "../scene.ts";

const IN_GUILD = COMMANDS.replace("/commands", `/guilds/${GUILD_ID}/commands`);
const attempt = (more: object = {}) => ({ name: "try", description: "Tries it", ...more });
const many = (count: number, more: object = {}, prefix = "c") => Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, description: "d", ...more }));
const onUsers = { type: 2, description: undefined };

export const commandRules: readonly Rule[] = [
  documented("making a command answers 201, making it again overwrites it and answers 200", "interactions/application-commands.mdx:1208", async (lab) => {
    const first = await lab.expect(201, "POST", COMMANDS, attempt());
    const second = await lab.expect(200, "POST", COMMANDS, attempt({ description: "Tries it again" }));
    assert.equal(second.id, first.id);
    assert.deepEqual((await lab.get(COMMANDS)).map(({ description }: { description: string }) => description), ["Tries it again"]);
  }),
  documented("a guild's commands are its own, with the same answers", "interactions/application-commands.mdx:1298", async (lab) => {
    const command = await lab.expect(201, "POST", IN_GUILD, attempt());
    assert.equal(command.guild_id, GUILD_ID);
    await lab.expect(200, "POST", IN_GUILD, attempt());
    assert.notEqual((await lab.expect(201, "POST", COMMANDS, attempt())).id, command.id, "a global one may have the name too");
    assert.equal((await lab.get(IN_GUILD)).length, 1);
    await lab.refused(404, 10063, "GET", `${COMMANDS}/${command.id}`);
  }),
  documented("a command's version grows when it changes, and its id stays", "interactions/application-commands.mdx:40", async (lab) => {
    const put = async (description: string) => (await lab.expect(200, "PUT", COMMANDS, [attempt({ description })]))[0];
    const [first, same, other] = [await put("one"), await put("one"), await put("two")];
    assert.deepEqual([same.id, same.version], [first.id, first.version]);
    assert.equal(other.id, first.id);
    assert.ok(BigInt(other.version) > BigInt(first.version));
  }),
  assumed("a command that comes back has the id that it had", "bots that set their commands at every start keep the mentions of them", async (lab) => {
    const [first] = await lab.expect(200, "PUT", COMMANDS, [attempt()]);
    await lab.expect(200, "PUT", COMMANDS, []);
    assert.equal((await lab.expect(200, "PUT", COMMANDS, [attempt()]))[0].id, first.id);
  }),
  assumed("a bulk overwrite that names a command's id gives it a new name", "the documents name the id for a guild's commands only; bots rename global ones by it too", async (lab) => {
    const [{ id }] = await lab.expect(200, "PUT", COMMANDS, [attempt()]);
    const [renamed] = await lab.expect(200, "PUT", COMMANDS, [{ ...attempt({ name: "attempt" }), id }]);
    assert.deepEqual([renamed.id, renamed.name], [id, "attempt"]);
  }),
  documented("a command changes by what it is sent; one that is gone is 10063", "interactions/application-commands.mdx:1240", async (lab) => {
    const { id } = await lab.expect(201, "POST", COMMANDS, attempt({ options: [{ type: 3, name: "what", description: "What" }] }));
    const one = `${COMMANDS}/${id}`;
    const changed = await lab.expect(200, "PATCH", one, { description: "New" });
    assert.deepEqual([changed.name, changed.description, changed.options.length], ["try", "New", 1]);
    assert.deepEqual(problemsOf(await lab.ask("PATCH", one, { name: "No Good" })), ["name APPLICATION_COMMAND_INVALID_NAME"]);
    await lab.expect(201, "POST", COMMANDS, attempt({ name: "other" }));
    await lab.refused(400, 40041, "PATCH", one, { name: "other" });
    await lab.expect(204, "DELETE", one);
    for (const method of ["GET", "PATCH", "DELETE"]) await lab.refused(404, 10063, method, one, method === "PATCH" ? {} : undefined);
  }),
  documented("there may be 100 slash, 15 user and 15 message commands, and a list with more changes nothing", "interactions/application-commands.mdx:167", async (lab) => {
    const full = [...many(100), ...many(15, onUsers), ...many(15, { ...onUsers, type: 3 })];
    assert.equal((await lab.expect(200, "PUT", COMMANDS, full)).length, 130);
    await lab.refused(400, 30032, "POST", COMMANDS, attempt());
    await lab.refused(400, 30032, "POST", COMMANDS, attempt(onUsers));
    await lab.refused(400, 30032, "PUT", COMMANDS, many(101));
    await lab.refused(400, 30032, "PUT", COMMANDS, many(16, onUsers));
    assert.equal((await lab.get(COMMANDS)).length, 130);
    await lab.expect(201, "POST", IN_GUILD, attempt(onUsers));
  }),
  documented("more than 200 new commands in a day are refused, in each guild and globally by themselves", "interactions/application-commands.mdx:177", async (lab) => {
    await lab.expect(200, "PUT", IN_GUILD, many(100));
    for (const prefix of ["d", "e"]) await lab.expect(200, "PUT", IN_GUILD, many(50, {}, prefix));
    const { status, body } = await lab.ask("POST", IN_GUILD, attempt());
    assert.deepEqual([status, body.code], [429, 30034]);
    await lab.expect(200, "POST", IN_GUILD, { name: "e0", description: "an overwritten one is not new" });
    await lab.expect(201, "POST", COMMANDS, attempt());
    lab.clock.advance(body.retry_after * 1000);
    await lab.expect(200, "PUT", IN_GUILD, [attempt()]);
  }),
  documented("in one list no two commands of a type have the same name", "interactions/application-commands.mdx:29", async (lab) => {
    await lab.expect(200, "PUT", COMMANDS, [attempt(), attempt(onUsers), attempt({ ...onUsers, type: 3 })]);
    assert.deepEqual(problemsOf(await lab.ask("PUT", COMMANDS, [attempt(), attempt()])), ["1 APPLICATION_COMMANDS_DUPLICATE_NAME"]);
  }),
  assumed("a guild that the bot is not in is 50001, another's application 20012", "discord.js users report both when they mix up ids", async (lab) => {
    await lab.refused(403, 50001, "PUT", IN_GUILD.replace(GUILD_ID, "1100000000000000001"), []);
    await lab.refused(403, 20012, "GET", "/applications/1100000000000000001/commands");
  }),
  documented("who may use a command in which place is a matter of global commands only", "interactions/application-commands.mdx:39", async (lab) => {
    const global = await lab.expect(201, "POST", COMMANDS, attempt({ contexts: [0], integration_types: [0] }));
    assert.deepEqual([global.contexts, global.integration_types, global.dm_permission], [[0], [0], false]);
    assert.equal((await lab.expect(201, "POST", IN_GUILD, attempt({ contexts: [1] }))).contexts, null);
  }),
  documented("a command that says nothing of it is for everyone and everywhere", "interactions/application-commands.mdx:34", async (lab) => {
    const command = await lab.expect(201, "POST", COMMANDS, attempt());
    assert.deepEqual([command.type, command.default_member_permissions, command.contexts, command.integration_types, command.nsfw], [1, null, null, [0], false]);
    assert.equal((await lab.expect(200, "POST", COMMANDS, attempt({ default_member_permissions: 32 }))).default_member_permissions, "32");
  }),
  documented("the older dm_permission false leaves servers only", "interactions/application-commands.mdx:35", async (lab) => {
    assert.deepEqual((await lab.expect(201, "POST", COMMANDS, attempt({ dm_permission: false }))).contexts, [0]);
  }),
  documented("the list of all leaves translations out unless it is asked for them, and gives the one that fits", "interactions/application-commands.mdx:30", async (lab) => {
    const option = { type: 3, name: "color", description: "Which", name_localizations: { "en-GB": "colour" }, choices: [{ name: "red", name_localizations: { de: "Rot" }, value: "r" }] };
    const { id } = await lab.expect(201, "POST", COMMANDS, attempt({ name_localizations: { de: "probieren" }, options: [option] }));
    const list = async (query: string, locale?: string) => (await lab.ask("GET", `${COMMANDS}${query}`, undefined, locale === undefined ? {} : { headers: { "x-discord-locale": locale } })).body[0];
    const plain = await list("");
    assert.deepEqual([plain.name_localizations, plain.name_localized], [undefined, undefined]);
    const german = await list("", "de");
    assert.deepEqual([german.name_localized, german.options[0].name_localized, german.options[0].choices[0].name_localized], ["probieren", undefined, "Rot"]);
    assert.equal((await list("", "en-US")).options[0].name_localized, "colour", "en-US falls back on en-GB");
    assert.deepEqual((await list("?with_localizations=true")).name_localizations, { de: "probieren" });
    assert.deepEqual((await lab.get(`${COMMANDS}/${id}`)).name_localizations, { de: "probieren" });
  }),
  assumed("a command that nobody set permissions for has none: 10066; a bot may set none: 20001", "the documents have the codes and do not say when; bots report both", async (lab) => {
    const { id } = await lab.expect(201, "POST", IN_GUILD, attempt());
    assert.deepEqual(await lab.get(`${IN_GUILD}/permissions`), []);
    await lab.refused(404, 10066, "GET", `${IN_GUILD}/${id}/permissions`);
    await lab.refused(403, 20001, "PUT", `${IN_GUILD}/${id}/permissions`, { permissions: [] });
  }),
];
