import assert from "node:assert/strict";
import type { Lab } from "../lab.ts";
import { problemsOf } from "../problems.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { scene } from "../scene.ts";

const RESPONDING = "interactions/receiving-and-responding.mdx";
const REFERENCE = "components/reference.mdx";
const input = (more: object = {}) => ({ type: 4, custom_id: "i", style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: "L", component, ...more });
const row = (component: object) => ({ type: 1, components: [component] });
const list = (count: number, make: (index: number) => object) => Array.from({ length: count }, (_, index) => make(index));
const options = (count: number) => list(count, (index) => ({ label: `o${index}`, value: `v${index}` }));
const inputs = (count: number) => list(count, (index) => label(input({ custom_id: String(index) })));
const upload = (more: object) => ({ type: 19, custom_id: "f", ...more });
const emptySelect = (more: object) => ({ type: 3, custom_id: "s", options: options(2), min_values: 0, ...more });

/** What is wrong with a modal of these components. */
async function wrong(lab: Lab, components: unknown, more: object = {}): Promise<string[]> {
  const at = await scene(lab);
  return problemsOf(await at.answer(await at.run(), { type: 9, data: { custom_id: "m", title: "T", components, ...more } })).map((line) => line.replace(/^data\./, ""));
}

/** What is wrong with one component under a label. */
const wrongIn = async (lab: Lab, component: object) => (await wrong(lab, [label(component)])).map((line) => line.replace("components.0.component.", ""));

export const modalRules: readonly Rule[] = [
  documented("a modal has a custom id of 1-100 characters and a title of up to 45", `${RESPONDING}:320`, async (lab) => {
    assert.deepEqual(await wrong(lab, inputs(1), { custom_id: "x".repeat(100), title: "x".repeat(45) }), []);
    assert.deepEqual(await wrong(lab, inputs(1), { custom_id: "x".repeat(101) }), ["custom_id BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrong(lab, inputs(1), { title: "x".repeat(46) }), ["title BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrong(lab, inputs(1), { title: undefined, custom_id: "" }), ["custom_id BASE_TYPE_REQUIRED", "title BASE_TYPE_REQUIRED"]);
  }),
  documented("a modal has 1 to 5 components", `${RESPONDING}:324`, async (lab) => {
    assert.deepEqual(await wrong(lab, inputs(5)), []);
    for (const count of [0, 6]) assert.deepEqual(await wrong(lab, inputs(count)), ["components BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrong(lab, undefined), ["components BASE_TYPE_REQUIRED"]);
  }),
  documented("a label has up to 45 characters, its description up to 100", `${REFERENCE}:2017`, async (lab) => {
    assert.deepEqual(await wrong(lab, [label(input(), { label: "x".repeat(45), description: "x".repeat(100) })]), []);
    assert.deepEqual(await wrong(lab, [label(input(), { label: "x".repeat(46) })]), ["components.0.label BASE_TYPE_BAD_LENGTH"]);
    assert.deepEqual(await wrong(lab, [label(input(), { description: "x".repeat(101) })]), ["components.0.description BASE_TYPE_MAX_LENGTH"]);
  }),
  documented("a text input has lengths within 4000 and a placeholder of up to 100", `${REFERENCE}:503`, async (lab) => {
    assert.deepEqual(await wrongIn(lab, input({ min_length: 0, max_length: 4000, placeholder: "x".repeat(100), style: 2 })), []);
    assert.deepEqual(await wrongIn(lab, input({ max_length: 4001 })), ["max_length NUMBER_TYPE_MAX"]);
    assert.deepEqual(await wrongIn(lab, input({ max_length: 0 })), ["max_length NUMBER_TYPE_MIN"]);
    assert.deepEqual(await wrongIn(lab, input({ placeholder: "x".repeat(101) })), ["placeholder BASE_TYPE_MAX_LENGTH"]);
    assert.deepEqual(await wrongIn(lab, input({ max_length: 2, value: "abc" })), ["value BASE_TYPE_MAX_LENGTH"]);
    assert.deepEqual(await wrongIn(lab, input({ style: undefined })), ["style BASE_TYPE_REQUIRED"]);
  }),
  assumed("a text input in an action row, with a label of its own, is still taken", "the documents show it only inside a label; modals of before labels still open", async (lab) => {
    assert.deepEqual(await wrong(lab, [row(input({ label: "Name" }))]), []);
    assert.deepEqual(await wrong(lab, [row(input())]), ["components.0.components.0.label BASE_TYPE_REQUIRED"]);
  }),
  documented("a file upload takes 0-10 files of up to 10 kinds", `${REFERENCE}:2098`, async (lab) => {
    assert.deepEqual(await wrongIn(lab, upload({ min_values: 0, max_values: 10, required: false, file_types: Array.from({ length: 10 }, (_, index) => `.t${index}`) })), []);
    assert.deepEqual(await wrongIn(lab, upload({ max_values: 11 })), ["max_values NUMBER_TYPE_MAX"]);
    assert.deepEqual(await wrongIn(lab, upload({ file_types: Array.from({ length: 11 }, () => ".png") })), ["file_types BASE_TYPE_MAX_LENGTH"]);
  }),
  documented("a radio group has 2-10 options", `${REFERENCE}:2222`, async (lab) => {
    for (const [count, problems] of [[2, []], [10, []], [1, ["options BASE_TYPE_BAD_LENGTH"]], [11, ["options BASE_TYPE_BAD_LENGTH"]]] as const) {
      assert.deepEqual(await wrongIn(lab, { type: 21, custom_id: "r", options: options(count) }), problems);
    }
  }),
  documented("a checkbox group has 1-10 options", `${REFERENCE}:2317`, async (lab) => {
    for (const [count, problems] of [[1, []], [10, []], [11, ["options BASE_TYPE_BAD_LENGTH"]]] as const) {
      assert.deepEqual(await wrongIn(lab, { type: 22, custom_id: "c", options: options(count) }), problems);
    }
    assert.deepEqual(await wrongIn(lab, { type: 22, custom_id: "c", options: [...options(1), ...options(1)] }), ["options.1 COMPONENT_OPTION_VALUE_DUPLICATED"]);
  }),
  documented("a select of which nothing need be chosen is not required", `${REFERENCE}:308`, async (lab) => {
    assert.deepEqual(await wrongIn(lab, emptySelect({ required: false })), []);
    assert.deepEqual(await wrongIn(lab, emptySelect({})), ["min_values SELECT_COMPONENT_MIN_VALUES_REQUIRED"]);
  }),
  documented("no two fields have one custom id, and buttons are none", `${REFERENCE}:81`, async (lab) => {
    assert.deepEqual(await wrong(lab, [label(input()), label(input())]), ["components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"]);
    assert.deepEqual(await wrongIn(lab, { type: 2, style: 1, label: "Go", custom_id: "go" }), ["type UNION_TYPE_CHOICES"]);
  }),
];
