import assert from "node:assert/strict";
import { ActionRefused } from "../../driver.ts";
import { CHANNELS, PEOPLE, ROLES } from "../../index.ts";
import type { ModalField } from "../../protocol.ts";
import type { Body, Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { said, type Scene, scene } from "../scene.ts";

const RESPONDING = "interactions/receiving-and-responding.mdx";
const REFERENCE = "components/reference.mdx";
const options = ["red", "green", "blue"].map((value) => ({ label: value, value, default: value === "green" }));
const field = (type: number, custom_id: string, more: object = {}) => ({ type: 18, label: custom_id, component: { type, custom_id, ...more } });
const text = (more: object = {}) => field(4, "text", { style: 1, ...more });

/** A modal that somebody has open. */
async function opened(lab: Lab, ...components: object[]): Promise<{ at: Scene; opener: Body; refused: (...fields: ModalField[]) => Promise<void> }> {
  const at = await scene(lab);
  const opener = await at.run();
  const { status, body } = await at.answer(opener, { type: 9, data: { custom_id: "form", title: "A form", components } });
  assert.equal(status, 204, JSON.stringify(body));
  await at.person.nextModal();
  return { at, opener, refused: (...fields) => assert.rejects(at.submit(opener, fields), ActionRefused) };
}

/** The answers by custom id, whatever they stand under. */
const valuesOf = ({ data }: Body): Record<string, unknown> =>
  Object.fromEntries(data.components.flatMap(({ component, components = [] }: Body) => [component, ...components].filter(Boolean).map((each: Body) => [each.custom_id, each.value ?? each.values])));

export const modalSubmitRules: readonly Rule[] = [
  documented("a sent modal is an interaction of type 5 with its custom id and its fields under their labels", `${RESPONDING}:143`, async (lab) => {
    const { at, opener } = await opened(lab, { type: 10, content: "Fill it in." }, text());
    const sent = await at.submit(opener, [{ customId: "text", value: "silk" }]);
    assert.deepEqual([sent.type, sent.data.custom_id, sent.message], [5, "form", undefined]);
    assert.deepEqual(sent.data.components.map(({ type, component }: Body) => [type, component?.type, component?.custom_id, component?.value]), [[10, undefined, undefined, undefined], [18, 4, "text", "silk"]]);
    assert.ok(sent.data.components.every(({ id }: Body) => typeof id === "number"));
    assert.equal((await at.answer(sent, said("thank you"))).status, 204);
  }),
  assumed("what is chosen or filled in beforehand is sent unless the person changes it", "Discord's client shows it so", async (lab) => {
    const { at, opener } = await opened(lab, text({ value: "as before" }), field(21, "one", { options }), field(22, "some", { options }), field(23, "tick", { default: true }), field(3, "pick", { options }));
    assert.deepEqual(valuesOf(await at.submit(opener)), { text: "as before", one: "green", some: ["green"], tick: true, pick: ["green"] });
  }),
  documented("people, roles, channels and files of a modal are resolved", `${RESPONDING}:144`, async (lab) => {
    const { at, opener } = await opened(lab, field(5, "who"), field(6, "role"), field(7, "any"), field(8, "where"), field(19, "files", { max_values: 2 }));
    const file = await at.person.upload("cloak.png", "image/png", new Uint8Array([1, 2, 3]));
    const given = { who: [PEOPLE.pip], role: [ROLES.core], any: [ROLES.tailor], where: [CHANNELS.general], files: [file] };
    const sent = await at.submit(opener, Object.entries(given).map(([customId, values]) => ({ customId, values })));
    assert.deepEqual(valuesOf(sent), given);
    const { users, members, roles, channels, attachments } = sent.data.resolved;
    assert.deepEqual([users[PEOPLE.pip].username, typeof members[PEOPLE.pip].permissions, Object.keys(roles).toSorted()], ["pip", "string", [ROLES.core, ROLES.tailor].toSorted()]);
    assert.deepEqual([channels[CHANNELS.general].name, attachments[file].filename, attachments[file].size], ["general", "cloak.png", 3]);
    const fetched = await fetch(attachments[file].url);
    assert.equal((await fetched.arrayBuffer()).byteLength, 3);
  }),
  documented("a text field's length is within its bounds, and is required unless it says otherwise", `${REFERENCE}:503`, async (lab) => {
    const { at, opener, refused } = await opened(lab, text({ min_length: 2, max_length: 3 }), field(4, "note", { style: 2, required: false, min_length: 2 }));
    for (const value of ["", "a", "abcd"]) await refused({ customId: "text", value });
    await refused({ customId: "text", value: "abc" }, { customId: "note", value: "a" });
    assert.deepEqual(valuesOf(await at.submit(opener, [{ customId: "text", value: "abc" }])), { text: "abc", note: "" });
  }),
  documented("as many files come as are asked for, of the kinds asked for", `${REFERENCE}:2098`, async (lab) => {
    const { at, opener, refused } = await opened(lab, field(19, "files", { min_values: 1, max_values: 1, file_types: ["image", ".txt"] }));
    const upload = (name: string, type: string) => at.person.upload(name, type, new Uint8Array([1]));
    const [picture, note, archive] = [await upload("a.png", "image/png"), await upload("a.TXT", "text/plain"), await upload("a.zip", "application/zip")];
    for (const values of [[], [picture, note], [archive]]) await refused({ customId: "files", values });
    assert.deepEqual(valuesOf(await at.submit(opener, [{ customId: "files", values: [note] }])), { files: [note] });
  }),
  documented("of a radio group one is chosen, of a checkbox group as many as it asks for", `${REFERENCE}:2222`, async (lab) => {
    const { at, opener, refused } = await opened(lab, field(21, "one", { options }), field(22, "some", { options, min_values: 1, max_values: 2 }));
    await refused({ customId: "one", value: null });
    await refused({ customId: "one", value: "purple" });
    for (const values of [[], ["red", "green", "blue"], ["purple"]]) await refused({ customId: "some", values });
    assert.deepEqual(valuesOf(await at.submit(opener, [{ customId: "one", value: "red" }, { customId: "some", values: ["red", "blue"] }])), { one: "red", some: ["red", "blue"] });
  }),
  documented("a select in a modal that is not required may be left as it is", `${REFERENCE}:308`, async (lab) => {
    const { at, opener } = await opened(lab, field(5, "who", { required: false }));
    assert.deepEqual(valuesOf(await at.submit(opener)), { who: [] });
  }),
  assumed("a text input in an action row comes back in one", "bots of before labels read it there", async (lab) => {
    const { at, opener } = await opened(lab, { type: 1, components: [{ type: 4, custom_id: "old", style: 1, label: "Old" }] });
    const { data } = await at.submit(opener, [{ customId: "old", value: "silk" }]);
    assert.deepEqual([data.components[0].type, data.components[0].components[0].value], [1, "silk"]);
  }),
  documented("a modal that a press opened brings the message of the press", `${RESPONDING}:36`, async (lab) => {
    const at = await scene(lab);
    const message = await at.message({ content: "x", components: [{ type: 1, components: [{ type: 2, style: 1, label: "Go", custom_id: "go" }] }] });
    const pressed = await at.press(message, "go");
    await at.answer(pressed, { type: 9, data: { custom_id: "form", title: "A form", components: [text()] } });
    const sent = await at.submit(pressed, [{ customId: "text", value: "silk" }]);
    assert.equal(sent.message.id, message.id);
    const { body } = await at.answer(sent, said("done"), "?with_response=true");
    assert.equal(body.resource.message.interaction_metadata.triggering_interaction_metadata.interacted_message_id, message.id);
  }),
  assumed("a modal is sent once; one without an answer stays open, a closed one does not", "Discord's client keeps what was typed", async (lab) => {
    const { at, opener, refused } = await opened(lab, text());
    await at.submit(opener, [{ customId: "text", value: "one" }]);
    await refused({ customId: "text", value: "two" });
    lab.clock.advance(3001);
    const again = await at.submit(opener, [{ customId: "text", value: "two" }]);
    assert.equal((await at.answer(again, said("thank you"))).status, 204);
    await refused({ customId: "text", value: "three" });
  }),
];
