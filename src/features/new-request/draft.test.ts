import { describe, expect, it } from "vitest";
import { type DraftEvent, type DraftState, newState, type Step } from "./draft.ts";
import { advance } from "./draft-steps.ts";

const FORM = { characterId: "c1", characterName: "", source: "some", amounts: "Dust: 3", quantity: "abc", date: "", note: "soon" } as const;
const at = (step: Step, given: Partial<DraftState> = {}): DraftState => newState({ step, ...given });

const PROFESSION = at("profession");
const CATEGORY = at("category", { profession: "enchanting" });
const ITEM = at("item", { profession: "enchanting", category: "Weapon", page: 2 });
const RESULTS = at("results", { search: "crusader" });
const DETAILS = at("details", { profession: "enchanting", category: "Weapon", recipeId: "crusader", quantity: 3 });
const ALL = [PROFESSION, CATEGORY, ITEM, RESULTS, DETAILS];

describe("a draft's steps", () => {
  it.each<[string, DraftState, DraftEvent, Partial<DraftState>]>([
    ["a profession leads to its categories", PROFESSION, { kind: "choose-profession", profession: "tailoring" }, { step: "category", profession: "tailoring", page: 0 }],
    ["a category leads to its items", CATEGORY, { kind: "choose-category", category: "Boots" }, { step: "item", category: "Boots" }],
    ["an item leads to its details", ITEM, { kind: "choose-item", recipeId: "crusader" }, { step: "details", recipeId: "crusader", page: 2 }],
    ["a recent item skips the list", PROFESSION, { kind: "choose-item", recipeId: "crusader" }, { step: "details", recipeId: "crusader" }],
    ["a search shows what it found", CATEGORY, { kind: "search", text: " bag " }, { step: "results", search: "bag", profession: "enchanting" }],
    ["a page is turned to", ITEM, { kind: "turn-to", page: 3 }, { step: "item", page: 3 }],
    ["back from categories", CATEGORY, { kind: "back" }, { step: "profession", profession: null }],
    ["back from items", ITEM, { kind: "back" }, { step: "category", category: null, page: 0 }],
    ["back from results", RESULTS, { kind: "back" }, { step: "profession", search: "" }],
    ["back from results inside a category", { ...ITEM, step: "results", search: "x" }, { kind: "back" }, { step: "item", search: "" }],
    ["back from details", DETAILS, { kind: "back" }, { step: "item", category: "Weapon" }],
    ["back from details that a search found", { ...DETAILS, search: "crus" }, { kind: "back" }, { step: "results" }],
    ["back from details that the command named", at("details", { recipeId: "x" }), { kind: "back" }, { step: "profession" }],
    ["one more", DETAILS, { kind: "add-quantity", count: 1 }, { quantity: 4 }],
    ["the first of an unknown quantity", at("details", { recipeId: "x" }), { kind: "add-quantity", count: 5 }, { quantity: 5 }],
    ["never below 1", DETAILS, { kind: "add-quantity", count: -10 }, { quantity: 1 }],
    ["never above 999", { ...DETAILS, quantity: 998 }, { kind: "add-quantity", count: 5 }, { quantity: 999 }],
    ["a typed quantity", DETAILS, { kind: "type-quantity", typed: "40" }, { quantity: 40, problems: [] }],
    ["a typed quantity that is none", DETAILS, { kind: "type-quantity", typed: "abc" }, { quantity: 3, problems: [{ kind: "bad-quantity", typed: "abc" }] }],
    ["a form with something wrong", DETAILS, { kind: "fill-in", form: FORM, problems: [{ kind: "amounts-empty" }] }, { step: "details", form: FORM, quantity: 3, problems: [{ kind: "amounts-empty" }] }],
    ["a form's good quantity", at("details"), { kind: "fill-in", form: { ...FORM, quantity: "7" }, problems: [{ kind: "amounts-empty" }] }, { quantity: 7 }],
    ["a choice that is gone keeps quantity and note", { ...DETAILS, form: FORM }, { kind: "lose-choice" }, { step: "profession", recipeId: null, quantity: 3, form: { ...FORM, amounts: "" }, problems: [{ kind: "choice-gone" }] }],
    ["another item keeps the note, not the amounts", { ...ITEM, recipeId: "boots", form: FORM }, { kind: "choose-item", recipeId: "crusader" }, { form: { ...FORM, amounts: "", source: "all" } }],
    ["the same item again keeps the amounts", { ...ITEM, recipeId: "crusader", form: FORM }, { kind: "choose-item", recipeId: "crusader" }, { form: FORM }],
    ["sent", DETAILS, { kind: "send", requestId: "r1" }, { step: "sent", requestId: "r1" }],
  ])("%s", (_, state, event, expected) => {
    expect(advance(state, event)).toMatchObject(expected);
  });

  it("says a problem only until the next step", () => {
    const wrong = advance(DETAILS, { kind: "type-quantity", typed: "abc" });
    expect(advance(wrong, { kind: "add-quantity", count: 1 }).problems).toEqual([]);
    const badName = { kind: "character-refused", name: "M", refusal: "name-length" } as const;
    const both = advance({ ...wrong, problems: [...wrong.problems, badName] }, { kind: "add-quantity", count: 1 });
    expect(both.problems).toEqual([badName]);
    expect(advance(both, { kind: "type-quantity", typed: "x" }).problems).toEqual([{ kind: "bad-quantity", typed: "x" }, badName]);
  });

  it.each(ALL.map((state) => [state.step, state] as const))("cancels at %s, and is then over", (_, state) => {
    const cancelled = advance(state, { kind: "cancel" });
    expect(cancelled.step).toBe("cancelled");
    expect(advance(cancelled, { kind: "back" })).toBe(cancelled);
    expect(advance(cancelled, { kind: "choose-profession", profession: "tailoring" })).toBe(cancelled);
  });

  it.each<[string, DraftState, DraftEvent]>([
    ["a category before a profession", PROFESSION, { kind: "choose-category", category: "Boots" }],
    ["a profession at items", ITEM, { kind: "choose-profession", profession: "tailoring" }],
    ["an item at details", DETAILS, { kind: "choose-item", recipeId: "boots" }],
    ["a quantity before an item", ITEM, { kind: "add-quantity", count: 1 }],
    ["a typed quantity before an item", ITEM, { kind: "type-quantity", typed: "3" }],
    ["a form before an item", ITEM, { kind: "fill-in", form: FORM, problems: [] }],
    ["a search at details", DETAILS, { kind: "search", text: "bag" }],
    ["a search for nothing", ITEM, { kind: "search", text: "  " }],
    ["back from the first step", PROFESSION, { kind: "back" }],
  ])("leaves the draft as it is for %s", (_, state, event) => {
    expect(advance(state, event)).toBe(state);
  });
});
