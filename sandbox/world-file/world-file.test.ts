import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GatewayOpcodes as Op } from "discord-api-types/v10";
import { expect, test, vi } from "vitest";
import { Lab } from "../conformance/lab.ts";
import { APPLICATION_ID, APPLICATION_NAME, CHANNELS, DEFAULT_TOKEN, GUILD_ID, GUILD_NAME, PEOPLE, readWorldFile, ROLES, saveWorld, type Sandbox, WorldFileError } from "../index.ts";
import { worldJsonSchema } from "./schema.ts";

const SMALL = `
applications: [{ name: Helper, token: helper-token }, { name: Other, token: other-token }]
people: [{ username: ann }, { username: bob, displayName: Bob }]
guilds:
  - name: First
    owner: ann
    everyone: [ViewChannel, SendMessages]
    roles: [{ name: High, permissions: [ManageRoles] }, { name: Low }]
    channels:
      - name: open
      - category: Back
        channels: [{ name: closed, overwrites: [{ role: "@everyone", deny: [ViewChannel] }, { person: bob, allow: [ViewChannel] }] }]
    members: [{ person: ann }, { person: bob, roles: [Low], nick: Bobby }]
    bots: [{ application: Helper, permissions: [ManageMessages] }]
  - { name: Second, owner: bob, members: [{ person: bob }], bots: [{ application: Other }], crowd: 3 }
`;

/** What a world is, without what changes at every start. */
const shapeOf = ({ world }: Sandbox) => ({
  people: world.people,
  users: [...world.users.values()],
  applications: [...world.applications.values()],
  guilds: [...world.guilds.values()],
  channels: [...world.channels.values()],
});

/** `crafting-desk` is `craftingDesk` in code. */
const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[- ](\w)/g, (_, letter: string) => letter.toUpperCase());

async function problemsOf(text: string): Promise<readonly string[]> {
  return Promise.resolve()
    .then(() => readWorldFile(text, "world.yaml"))
    .then(
      () => [],
      (error: unknown) => (error instanceof WorldFileError ? error.problems : Promise.reject(error)),
    );
}

test("the ids that tests name are those of the world that a sandbox begins with", async () => {
  await using lab = new Lab();
  const { world } = await lab.start();
  const guild = world.guild(GUILD_ID);
  expect(guild.name).toBe(GUILD_NAME);
  expect(Object.fromEntries([...world.channels.values()].map(({ name, id }) => [keyOf(name ?? ""), id]))).toEqual(CHANNELS);
  expect(Object.fromEntries(world.people.map(({ username, id }) => [username, id]))).toEqual(PEOPLE);
  expect(Object.fromEntries([...guild.roles.values()].map(({ name, id }) => [name === "@everyone" ? "everyone" : name === APPLICATION_NAME ? "bot" : keyOf(name), id]))).toEqual(ROLES);
  expect(world.application(APPLICATION_ID)).toMatchObject({ name: APPLICATION_NAME, token: DEFAULT_TOKEN });
});

test("a small file makes a world: servers, roles, channels with their overwrites, people, a crowd, and two bots with their own tokens", async () => {
  await using lab = new Lab();
  const sandbox = await lab.start({ world: readWorldFile(SMALL, "world.yaml") });
  const [first, second] = [...sandbox.world.guilds.values()];
  expect([...(first?.roles.values() ?? [])].map(({ name, position }) => [name, position])).toEqual([["@everyone", 0], ["Low", 1], ["High", 2], ["Helper", 3]]);
  expect(second?.members.size).toBe(5);
  const asked = await Promise.all(["helper-token", "sandbox-any", "other-token", "nobody"].map((token) => lab.ask("GET", "/users/@me", undefined, { token })));
  expect(asked.map(({ status, body }) => body.username ?? status)).toEqual(["Helper", "Helper", "Other", 401]);
  const bot = await lab.bot({ token: "other-token" });
  await bot.settled();
  expect(bot.all("GUILD_CREATE").map(({ d }) => d.name)).toEqual(["Second"]);
});

test.each([
  ["the world that a sandbox begins with", undefined],
  ["a small one", readWorldFile(SMALL, "world.yaml")],
])("what is saved of %s begins it again", async (_what, world) => {
  await using lab = new Lab();
  const before = await lab.start(world ? { world } : {});
  await using again = new Lab();
  const after = await again.start({ world: readWorldFile(saveWorld(before.world), "saved.yaml") });
  const withoutParts = (shape: ReturnType<typeof shapeOf>) => ({ ...shape, users: shape.users.toSorted((first, second) => first.id.localeCompare(second.id)) });
  expect(withoutParts(shapeOf(after))).toEqual(withoutParts(shapeOf(before)));
  expect(saveWorld(after.world)).toBe(saveWorld(before.world));
});

test("a channel of a file is called as Discord would call it, a category as it is", async () => {
  await using lab = new Lab();
  const { world } = await lab.start({ world: readWorldFile(SMALL.replace("name: open", "name: General  Chat").replace("category: Back", "category: Back Room"), "world.yaml") });
  expect([...world.channels.values()].map(({ name }) => name)).toEqual(["general-chat", "Back Room", "closed"]);
});

test.each([
  ["a role that is not there", SMALL.replace("roles: [Low]", "roles: [Lowest]"), 'line 13: guilds.0.members.1.roles.0: there is no role "Lowest"; there are: High, Low'],
  ["an owner who is no member", SMALL.replace("owner: ann", "owner: carl"), 'line 6: guilds.0.owner: there is no member "carl"; there are: ann, bob'],
  ["a bot that is not there", SMALL.replace("application: Other", "application: Another"), 'line 15: guilds.1.bots.0.application: there is no application "Another"; there are: Helper, Other'],
  ["a person in an overwrite who is not there", SMALL.replace("person: bob, allow", "person: eve, allow"), 'line 12: guilds.0.channels.1.channels.0.overwrites.1.person: there is no person "eve"; there are: ann, bob'],
  ["a role's name that two have", SMALL.replace("roles: [{ name: High,", "roles: [{ name: Low }, { name: High,"), 'line 13: guilds.0.members.1.roles.0: 2 are called "Low": call the role by its id'],
  ["a bot whose role is said twice", SMALL.replace("{ name: Low }]", "{ name: Low, bot: Helper }]"), 'line 14: guilds.0.bots.0.application: the role of "Helper" is among the roles: its id and permissions belong there'],
  ["a misspelt entry", SMALL.replace("owner: ann", "owner: ann\n    colour: red"), "line 7: guilds.0.colour: there is no such entry; check its spelling"],
  ["a permission that does not exist", SMALL.replace("[ManageRoles]", "[Fly]"), 'line 8: guilds.0.roles.0.permissions.0: there is no "Fly" here; world-file/world.schema.json lists all 53'],
  ["a misspelt permission", SMALL.replace("[ManageRoles]", "[manageRole]"), 'line 8: guilds.0.roles.0.permissions.0: there is no "manageRole" here; did you mean ManageRoles?'],
  ["a kind that does not exist", SMALL.replace("- name: open", "- { name: open, type: voice }"), 'line 10: guilds.0.channels.0.type: there is no "voice" here; there are: text, announcement'],
  ["too long a text", SMALL.replace("nick: Bobby", `nick: ${"x".repeat(33)}`), "line 13: guilds.0.members.1.nick: must have at most 32 characters"],
  ["no name", SMALL.replace("name: High", 'name: ""'), "line 8: guilds.0.roles.0.name: must have at least 1 character"],
  ["an empty list", SMALL.replace("[{ name: Helper, token: helper-token }, { name: Other, token: other-token }]", "[]"), "line 2: applications: must have at least 1 entry"],
  ["too large a number", SMALL.replace("crowd: 3", "crowd: 10001"), "line 15: guilds.1.crowd: must be at most 10000"],
  ["a list that is none", SMALL.replace("everyone: [ViewChannel, SendMessages]", "everyone: ViewChannel"), 'line 7: guilds.0.everyone: must be a list, not "ViewChannel"'],
  ["what must be there", SMALL.replace("owner: ann", ""), "line 5: guilds.0.owner: is missing; it must be a text"],
  ["an id without quotes", SMALL.replace("name: open", "{ name: open, id: 1200000000000000001 }"), "line 10: guilds.0.channels.0.id: must be a text: put it in quotes"],
  ["no time", SMALL.replace("nick: Bobby", "joinedAt: today"), 'line 13: guilds.0.members.1.joinedAt: must be a time such as "2026-01-31T18:00:00Z"'],
  ["a misspelt entry of a channel", SMALL.replace("- name: open", "- { name: open, topics: x }"), "line 10: guilds.0.channels.0.topics: there is no such entry; check its spelling"],
  ["somebody twice", SMALL.replace("username: bob,", "username: ann,"), 'line 3: people.1.username: "ann" is there twice'],
  ["no YAML", "guilds: [", "at line 1"],
  ["an alias without its anchor", "guilds: *nothing", "nothing"],
  ["nothing", "", "the file: is empty; it must be entries with their names"],
  ["a list alone", "- a", "the file: must be entries with their names, not a list"],
])("of %s the person reads where it is and what is wrong", async (_what, text, sentence) => {
  expect((await problemsOf(text)).join("\n")).toContain(sentence);
});

test("what is of a wrong kind and what names something that is not there are told at once, by their lines", async () => {
  const text = SMALL.replace("owner: ann", "owner: carl\n    colour: red").replace("[ManageRoles]", "[ManageRole]").replace("roles: [Low]", "roles: [Lowest, 5]");
  expect(await problemsOf(text)).toEqual([
    'line 6: guilds.0.owner: there is no member "carl"; there are: ann, bob',
    "line 7: guilds.0.colour: there is no such entry; check its spelling",
    'line 9: guilds.0.roles.0.permissions.0: there is no "ManageRole" here; did you mean ManageRoles?',
    "line 14: guilds.0.members.1.roles.1: must be a text: put it in quotes",
    'line 14: guilds.0.members.1.roles.0: there is no role "Lowest"; there are: High, Low, Helper',
  ]);
});

test("a world is saved and another loaded while it runs: the bot identifies anew and finds itself there, a page is told", async () => {
  await using lab = new Lab();
  const { url, world } = await lab.start();
  const ask = (method: string, body?: string) => fetch(`${url}/sandbox/world`, { method, ...(body === undefined ? {} : { body, headers: { "content-type": "text/yaml" } }) });
  const saved = await ask("GET");
  expect(readWorldFile(await saved.text(), "saved.yaml").guilds[0]?.name).toBe(GUILD_NAME);
  const bot = await lab.bot();
  const page = new WebSocket(`${url.replace("http", "ws")}/sandbox/socket?person=${PEOPLE.eva}`);
  const pageClosed = new Promise<number>((resolve) => page.addEventListener("close", ({ code }) => resolve(code)));
  await new Promise((resolve) => page.addEventListener("message", resolve));

  const refused = await ask("PUT", SMALL.replace("owner: ann", "owner: carl"));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toEqual({ message: 'The world file cannot be used:\n  line 6: guilds.0.owner: there is no member "carl"; there are: ann, bob' });
  expect(world.guild(GUILD_ID).name).toBe(GUILD_NAME);

  expect((await ask("PUT", SMALL)).status).toBe(204);
  expect(await pageClosed).toBe(4900);
  await bot.until(({ op, d }) => op === Op.InvalidSession && d === false, "an invalid session");
  const again = await lab.bot({ token: "helper-token" });
  await again.settled();
  expect(again.all("GUILD_CREATE").map(({ d }) => d.name)).toEqual(["First"]);
});

test("over another world an application with the same id keeps its commands and what it says of itself, but for those of servers that are gone", async () => {
  await using lab = new Lab();
  const { world, loadWorld } = await lab.start();
  const saved = saveWorld(world);
  const commands = `/applications/${APPLICATION_ID}/commands`;
  const inGuild = `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`;
  await lab.expect(201, "POST", commands, { name: "look", description: "Looks" });
  await lab.expect(201, "POST", inGuild, { name: "here", description: "Looks here" });
  const before = [await lab.get(commands), await lab.get(inGuild)];
  await lab.expect(200, "PATCH", "/applications/@me", { description: "Looks for you" });
  loadWorld(readWorldFile(saved, "world.yaml"));
  expect([await lab.get(commands), await lab.get(inGuild)]).toEqual(before);
  expect((await lab.get("/applications/@me")).description).toBe("Looks for you");

  loadWorld(readWorldFile(SMALL.replace("name: Helper,", `name: Helper, id: "${APPLICATION_ID}",`), "world.yaml"));
  expect([...world.application(APPLICATION_ID).commands.values()].map(({ name }) => name)).toEqual(["look"]);
  loadWorld(readWorldFile(SMALL, "world.yaml"));
  expect(world.applications.values().toArray().flatMap(({ commands: all }) => [...all])).toEqual([]);
});

test("when another world is loaded, who waits for choices hears that none come, and no thread's time runs on", async () => {
  await using lab = new Lab();
  const { world, loadWorld } = await lab.start();
  await lab.bot();
  await lab.expect(201, "POST", `/applications/${APPLICATION_ID}/commands`, { name: "look", description: "Looks", options: [{ name: "for", description: "What", type: 3, autocomplete: true }] });
  const eva = await lab.person("eva");
  const thread = await lab.expect(201, "POST", `/channels/${CHANNELS.general}/threads`, { name: "Desk", type: 11 });
  let isCalledOff = false;
  world.threadTimers.set(thread.id, () => (isCalledOff = true));
  const choices = eva.autocomplete({ channelId: CHANNELS.general, name: "look", focused: "for", options: { for: "a" } });
  const refusal = choices.then(() => null, (error: unknown) => String(error));
  await vi.waitUntil(() => world.interactions.size > 0);
  loadWorld(readWorldFile(SMALL, "world.yaml"));
  expect(await refusal).toContain("Loading options failed");
  expect(isCalledOff).toBe(true);
});

test("the JSON schema for editors is that of the code: npm run schema -w sandbox writes it", () => {
  const written: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "world.schema.json"), "utf8"));
  expect(written).toEqual(JSON.parse(JSON.stringify(worldJsonSchema())));
});
