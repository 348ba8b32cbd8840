import assert from "node:assert/strict";
import type { Answer, Body, Lab } from "../lab.ts";
import { placesOf, problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { deferred, said, type Scene, scene, TRY } from "../scene.ts";

const RESPONDING = "interactions/receiving-and-responding.mdx";
const EPHEMERAL = 64;
const LOADING = 128;
const BUTTON = { type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] };
const MODAL = { type: 9, data: { custom_id: "m", title: "T", components: [{ type: 18, label: "L", component: { type: 4, custom_id: "i", style: 1, required: false } }] } };
const TYPED = { ...TRY, options: [{ type: 3, name: "what", description: "What", autocomplete: true }] };

const choices = (count: number, name = "n") => ({ type: 8, data: { choices: Array.from({ length: count }, (_, index) => ({ name, value: String(index) })) } });
const choice = (value: unknown) => ({ type: 8, data: { choices: [{ name: "n", value }] } });

/** A command that was answered so, with what is to be answered to it. */
async function answered(lab: Lab, answer: object): Promise<{ at: Scene; interaction: Body }> {
  const at = await scene(lab);
  const interaction = await at.run();
  assert.equal((await at.answer(interaction, answer)).status, 204);
  return { at, interaction };
}

/** All that a token is for. */
const useAll = (at: Scene, interaction: Body): Promise<Answer[]> =>
  Promise.all([
    at.webhook("GET", interaction),
    at.webhook("PATCH", interaction, "@original", { content: "x" }),
    at.webhook("DELETE", interaction),
    at.webhook("POST", interaction, null, { content: "x" }),
  ]);

export const interactionRules: readonly Rule[] = [
  documented("a first answer is 204, and with with_response 200 with what it made", `${RESPONDING}:443`, async (lab) => {
    const { at, interaction } = await answered(lab, said("one"));
    assert.equal((await at.webhook("GET", interaction)).body.content, "one");
    const next = await at.run();
    const { status, body } = await at.answer(next, said("two", { flags: EPHEMERAL }), "?with_response=true");
    assert.equal(status, 200);
    const { message } = body.resource;
    const about = { id: next.id, type: 2, response_message_id: message.id, response_message_loading: false, response_message_ephemeral: true };
    assert.deepEqual([body.interaction, body.resource.type, message.content], [about, 4, "two"]);
  }),
  documented("an answer that is put off is told as loading, and is no resource", `${RESPONDING}:443`, async (lab) => {
    const at = await scene(lab);
    const { body } = await at.answer(await at.run(), deferred(), "?with_response=true");
    assert.deepEqual([body.interaction.response_message_loading, body.resource], [true, undefined]);
  }),
  documented("without an answer within 3 seconds the token is worth nothing", `${RESPONDING}:351`, async (lab) => {
    const at = await scene(lab);
    const [early, late] = [await at.run(), await at.run()];
    lab.clock.advance(2999);
    assert.equal((await at.answer(early, said("in time"))).status, 204);
    lab.clock.advance(2);
    assert.ok((await at.answer(late, said("too late"))).status >= 400);
    assert.ok((await at.webhook("POST", late, null, { content: "x" })).status >= 400);
  }),
  assumed("an answer that comes too late, or to what never was, finds an unknown interaction: 10062", "the documents have the code and do not say when; bots report it for late answers", async (lab) => {
    const at = await scene(lab);
    const late = await at.run();
    for (const wrong of [{ ...late, id: "1" }, { ...late, token: "t" }]) assert.equal((await at.answer(wrong, said("x"))).body.code, 10062);
    lab.clock.advance(3001);
    const { status, body } = await at.answer(late, said("too late"));
    assert.deepEqual([status, body.code], [404, 10062]);
  }),
  documented("a second first answer is 40060", "topics/opcodes-and-status-codes.mdx:251", async (lab) => {
    const { at, interaction } = await answered(lab, said("first"));
    const { status, body } = await at.answer(interaction, said("second"));
    assert.deepEqual([status, body.code], [400, 40060]);
  }),
  documented("a token works for 15 minutes and no longer", `${RESPONDING}:432`, async (lab) => {
    const { at, interaction } = await answered(lab, said("first"));
    lab.clock.advance(15 * 60_000 - 1);
    assert.equal((await at.webhook("PATCH", interaction, "@original", { content: "edited" })).status, 200);
    lab.clock.advance(2);
    for (const { status } of await useAll(at, interaction)) assert.ok(status >= 400);
  }),
  assumed("a token that is over is an invalid webhook token: 50027", "the documents have the code and do not say when; bots report it after 15 minutes", async (lab) => {
    const { at, interaction } = await answered(lab, said("first"));
    lab.clock.advance(15 * 60_000 + 1);
    for (const { status, body } of await useAll(at, interaction)) assert.deepEqual([status, body.code], [401, 50027]);
  }),
  assumed("before the first answer its webhook is unknown: 10015", "discord.js users report it for a follow-up that came first", async (lab) => {
    const at = await scene(lab);
    const interaction = await at.run();
    const { status, body } = await at.webhook("POST", interaction, null, { content: "x" });
    assert.deepEqual([status, body.code], [404, 10015]);
  }),
  documented("which answers there are depends on what is answered", `${RESPONDING}:266`, async (lab) => {
    const at = await scene(lab, [TYPED]);
    const refused = async (interaction: Body, types: readonly number[]) => {
      for (const type of types) assert.deepEqual(placesOf(await at.answer(interaction, { type, data: { content: "x", choices: [] } })), ["type"], String(type));
    };
    const command = await at.run();
    await refused(command, [1, 2, 3, 6, 7, 8, 10, 11, 13, 99]);
    await at.answer(command, MODAL);
    const sent = await at.submit(command);
    await refused(sent, [1, 6, 7, 8, 9]);
    const { body } = await at.answer(sent, said("x", { components: [BUTTON] }), "?with_response=true");
    const pressed = await at.press(body.resource.message, "go");
    await refused(pressed, [1, 8]);
    await at.answer(pressed, MODAL);
    const afterMessage = await at.submit(pressed);
    await refused(afterMessage, [9]);
    assert.equal((await at.answer(afterMessage, { type: 7, data: { content: "changed" } })).status, 204);
  }),
  documented("an application without an Activity cannot launch one", `${RESPONDING}:277`, async (lab) => {
    const at = await scene(lab);
    assert.deepEqual(placesOf(await at.answer(await at.run(), { type: 12 })), ["type"]);
  }),
  documented("of the flags of an answer that is put off only EPHEMERAL counts", `${RESPONDING}:299`, async (lab) => {
    const { at, interaction } = await answered(lab, deferred(EPHEMERAL | 4 | (1 << 15)));
    assert.equal((await at.webhook("GET", interaction)).body.flags, EPHEMERAL | LOADING);
    const edit = { flags: 1 << 15, components: [{ type: 10, content: "in components" }] };
    assert.equal((await at.webhook("PATCH", interaction, "@original", edit)).body.flags, EPHEMERAL | (1 << 15), "which may come with the edit");
  }),
  documented("an answer takes flags that an author may set, and no others", `${RESPONDING}:299`, async (lab) => {
    const at = await scene(lab);
    assert.equal((await at.message({ content: "x", flags: 4 | EPHEMERAL | (1 << 12) | 1 | 2 | LOADING })).flags, 4 | EPHEMERAL | (1 << 12));
  }),
  documented("the first follow-up after a deferral takes the place of thinking, and stays as hidden as that", `${RESPONDING}:479`, async (lab) => {
    const { at, interaction } = await answered(lab, deferred());
    const { body: original } = await at.webhook("GET", interaction);
    const { status, body } = await at.webhook("POST", interaction, null, { content: "done", flags: EPHEMERAL });
    assert.deepEqual([status, body.id, body.content, body.flags], [200, original.id, "done", 0]);
    const { body: second } = await at.webhook("POST", interaction, null, { content: "more", flags: EPHEMERAL });
    assert.notEqual(second.id, original.id);
    assert.equal(second.flags, EPHEMERAL);
  }),
  documented("a follow-up answers with its message whether it asks to wait or not", `${RESPONDING}:477`, async (lab) => {
    const { at, interaction } = await answered(lab, said("first"));
    assert.equal((await at.webhook("POST", interaction, null, { content: "more" })).body.content, "more");
  }),
  documented("a token changes and deletes what it made, ephemeral messages too, and nothing else", `${RESPONDING}:426`, async (lab) => {
    const { at, interaction } = await answered(lab, said("mine", { flags: EPHEMERAL }));
    const other = await at.message({ content: "other" });
    assert.equal((await at.webhook("PATCH", interaction, other.id, { content: "x" })).body.code, 10008);
    const { body: more } = await at.webhook("POST", interaction, null, { content: "more", flags: EPHEMERAL });
    assert.equal((await at.webhook("PATCH", interaction, more.id, { content: "changed" })).body.content, "changed");
    for (const id of [more.id, "@original"]) {
      assert.equal((await at.webhook("DELETE", interaction, id)).status, 204);
      assert.equal((await at.webhook("GET", interaction, id)).body.code, 10008);
    }
    await at.person.until((driver) => (driver.message(more.channel_id, more.id) ? null : true));
  }),
  documented("the answer of type 7 changes the message that was pressed, and @original is that message", `${RESPONDING}:266`, async (lab) => {
    const at = await scene(lab);
    const message = await at.message({ content: "0", components: [BUTTON] });
    const [first, second] = [await at.press(message, "go"), await at.press(message, "go")];
    const { body } = await at.answer(first, { type: 7, data: { content: "1" } }, "?with_response=true");
    assert.deepEqual([body.resource.type, body.resource.message.id, body.resource.message.content], [7, message.id, "1"]);
    await at.answer(second, { type: 6 });
    assert.equal((await at.webhook("PATCH", second, "@original", { content: "2" })).body.id, message.id);
  }),
  documented("autocomplete takes at most 25 choices, named with 1-100 characters", `${RESPONDING}:313`, async (lab) => {
    const at = await scene(lab, [TYPED]);
    const typing = at.type("what", { what: "clo" });
    const interaction = await at.next(4);
    assert.deepEqual(problemsOf(await at.answer(interaction, choices(26))), ["data.choices BASE_TYPE_MAX_LENGTH"]);
    assert.deepEqual(placesOf(await at.answer(interaction, choices(1, "x".repeat(101)))), ["data.choices.0.name"]);
    assert.deepEqual(placesOf(await at.answer(interaction, choice("x".repeat(101)))), ["data.choices.0.value"]);
    assert.equal((await at.answer(interaction, choices(25))).status, 204);
    assert.equal((await typing).length, 25);
  }),
  documented("a choice's value has the type of its option", "interactions/application-commands.mdx:124", async (lab) => {
    const at = await scene(lab, [{ ...TRY, options: [{ type: 4, name: "many", description: "How many", autocomplete: true }] }]);
    const typing = at.type("many", { many: "1" });
    const interaction = await at.next(4);
    for (const value of ["one", 1.5]) assert.deepEqual(placesOf(await at.answer(interaction, choice(value))), ["data.choices.0.value"]);
    await at.answer(interaction, choice(12));
    assert.deepEqual(await typing, [{ name: "n", value: 12 }]);
  }),
  assumed("an answer with nothing in it is an empty message: 50006", "libraries' users meet it with empty embeds", async (lab) => {
    const at = await scene(lab);
    const interaction = await at.run();
    for (const body of [{ type: 4 }, said(""), said(" ")]) assert.equal((await at.answer(interaction, body)).body.code, 50006);
    assert.equal((await at.answer(interaction, said("then this"))).status, 204, "a refused answer leaves the interaction as it was");
  }),
];
