import assert from "node:assert/strict";
import { ActionRefused } from "../../driver.ts";
import { APPLICATION_ID, CHANNELS, PEOPLE, ROLES } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { COMMANDS, said, type Scene, scene, TRY } from "../scene.ts";

const DOCUMENT = "interactions/application-commands.mdx";
const option = (type: number, more: object = {}) => [{ type, name: "value", description: "d", ...more }];

/** With a command of this option: each of these values goes to the bot, each of the others stays with the person. */
async function takes(lab: Lab, options: object[], good: readonly (string | number | boolean)[], bad: readonly (string | number | boolean)[]): Promise<void> {
  const at = await scene(lab, [{ ...TRY, options }]);
  for (const value of good) assert.equal((await at.run({ options: { value } })).data.options[0].value, value);
  for (const value of bad) await assert.rejects(at.run({ options: { value } }), ActionRefused, String(value));
}

/** With these commands and a bot: lets somebody use one of them. */
async function usersOf(lab: Lab, commands: object[]) {
  await lab.expect(200, "PUT", COMMANDS, commands);
  await lab.bot();
  return async (who: keyof typeof PEOPLE, name: string, channelId: string = CHANNELS.general) => (await lab.person(who)).act("command", { applicationId: APPLICATION_ID, channelId, name });
}

const refused = (work: Promise<unknown>) => assert.rejects(work, ActionRefused);

/** A message with a select; gives what choosing these values does. */
async function choosing(at: Scene, select: object): Promise<(...values: string[]) => Promise<unknown>> {
  const message = await at.message({ content: "x", components: [{ type: 1, components: [{ custom_id: "pick", ...select }] }] });
  return (...values) => at.press(message, "pick", values);
}

export const clientRefusalRules: readonly Rule[] = [
  documented("a required option must be filled in", `${DOCUMENT}:75`, async (lab) => {
    const at = await scene(lab, [{ ...TRY, options: option(3, { required: true }) }]);
    await refused(at.run());
    await refused(at.run({ options: { value: "" } }));
  }),
  documented("an option's choices are the only values there are", `${DOCUMENT}:76`, (lab) => takes(lab, option(3, { choices: [{ name: "Red", value: "r" }] }), ["r"], ["Red", "x"])),
  documented("options with autocomplete take what was not offered too", `${DOCUMENT}:83`, (lab) => takes(lab, option(3, { autocomplete: true }), ["never offered"], [])),
  documented("a text option's length is within its bounds", `${DOCUMENT}:81`, (lab) => takes(lab, option(3, { min_length: 2, max_length: 3 }), ["ab", "abc", "🔨🔨"], ["a", "abcd"])),
  documented("a number is within its bounds and of its type", `${DOCUMENT}:79`, (lab) => takes(lab, option(4, { min_value: 0, max_value: 5 }), [0, 5], [-1, 6, 1.5, "five"])),
  documented("a channel option takes channels of its types", `${DOCUMENT}:78`, (lab) => takes(lab, option(7, { channel_types: [4] }), [CHANNELS.guildHall], [CHANNELS.general, PEOPLE.pip])),
  assumed("only channels that the person sees can be chosen", "Discord's client lists no others", (lab) => takes(lab, option(7), [CHANNELS.general], [CHANNELS.officers])),
  assumed("people, roles and files are chosen from those there are", "Discord's client offers no others", async (lab) => {
    const at = await scene(lab, [{ ...TRY, options: [...option(6), { type: 8, name: "role", description: "d" }, { type: 11, name: "file", description: "d" }] }]);
    for (const options of [{ value: "1" }, { role: PEOPLE.pip }, { file: "1" }, { other: "x" }]) await refused(at.run({ options }));
    const file = await (await lab.person("corwin")).upload("theirs.png", "image/png", new Uint8Array([1]));
    await refused(at.run({ options: { file } }));
  }),
  documented("in a guild a command is for who has its default permissions, or is an administrator; with 0 only for the latter", `${DOCUMENT}:34`, async (lab) => {
    const use = await usersOf(lab, [{ ...TRY, default_member_permissions: String(1 << 5) }, { name: "none", description: "For nobody", default_member_permissions: "0" }]);
    for (const name of ["try", "none"]) await use("maren", name);
    await use("tobin", "try");
    await refused(use("tobin", "none"));
    for (const name of ["try", "none"]) await refused(use("eva", name));
  }),
  documented("contexts say whether a command is for guilds or for direct messages with the bot", `${DOCUMENT}:39`, async (lab) => {
    const use = await usersOf(lab, [{ ...TRY, contexts: [0] }, { name: "whisper", description: "d", contexts: [1] }]);
    const directMessage = await (await lab.person("eva")).openDirectMessage();
    await use("eva", "try");
    await use("eva", "whisper", directMessage);
    await refused(use("eva", "whisper"));
    await refused(use("eva", "try", directMessage));
  }),
  documented("an age-restricted command is for age-restricted channels", `${DOCUMENT}:37`, async (lab) => {
    const use = await usersOf(lab, [{ ...TRY, nsfw: true }]);
    await refused(use("eva", "try"));
    const general = (await lab.start()).world.channels.get(CHANNELS.general);
    assert.ok(general && "nsfw" in general);
    general.nsfw = true;
    await use("eva", "try");
  }),
  assumed("a command that has subcommands is not used by itself", "Discord's client offers the subcommands", async (lab) => {
    const at = await scene(lab, [{ ...TRY, options: [{ type: 1, name: "sub", description: "d" }] }]);
    await refused(at.run());
    await refused(at.run({ path: ["other"] }));
    await at.run({ path: ["sub"] });
  }),
  documented("of a select as many are chosen as it asks for, each once, of those that it has", "components/reference.mdx:300", async (lab) => {
    const at = await scene(lab);
    const choose = await choosing(at, { type: 3, min_values: 2, max_values: 2, options: ["a", "b", "c"].map((value) => ({ label: value, value })) });
    for (const values of [["a"], ["a", "b", "c"], ["a", "a"], ["a", "z"]]) await refused(choose(...values));
    await choose("a", "b");
    await refused((await choosing(at, { type: 6 }))(PEOPLE.pip));
    await refused((await choosing(at, { type: 8, channel_types: [4] }))(CHANNELS.general));
    await refused((await choosing(at, { type: 5 }))(ROLES.core));
  }),
  assumed("what is switched off, gone or somebody else's cannot be pressed", "Discord's client draws it so", async (lab) => {
    const at = await scene(lab);
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "Off", custom_id: "off", disabled: true }] }];
    await refused(at.press(await at.message({ content: "x", components }), "off"));
    const secret = await at.message({ content: "x", flags: 64, components: [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }] });
    await refused((await lab.person("corwin")).startPress({ ...secret }, "go"));
    await refused(at.press({ ...secret, id: "1" }, "go"));
    await refused(at.press(secret, "other"));
  }),
  assumed("without a bot on the gateway an interaction fails at once", "the person reads that the application did not respond", async (lab) => {
    const at = await scene(lab);
    at.wire.close(1000);
    await at.person.until(({ snapshot }) => (snapshot.applications[0]?.online ? null : true));
    assert.equal((await at.person.command({ channelId: CHANNELS.general, name: "try" })).state, "failed");
  }),
  assumed("who is not answered in time is told that the interaction failed", "the person reads that the application did not respond", async (lab) => {
    const at = await scene(lab);
    const interaction = await at.run();
    lab.clock.advance(3001);
    assert.equal((await at.person.outcome(interaction.id)).state, "failed");
    assert.equal((await at.answer(interaction, said("late"))).body.code, 10062);
  }),
];
