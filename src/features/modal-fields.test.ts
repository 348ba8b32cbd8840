import { ComponentType } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { readModalFields } from "./modal-fields.ts";

const input = (custom_id: string, value: string) => ({ type: ComponentType.TextInput as const, id: 2, custom_id, value });

it("reads texts trimmed and choices as they are; what is absent reads as empty", () => {
  const fields = readModalFields([
    { type: ComponentType.TextDisplay, id: 9 },
    { type: ComponentType.Label, id: 1, component: input("note", "  at the bank\n") },
    { type: ComponentType.Label, id: 3, component: { type: ComponentType.StringSelect, id: 4, custom_id: "character", values: ["a", "b"] } },
    { type: ComponentType.ActionRow, id: 5, components: [input("old", "yes")] },
  ]);
  expect([fields.text("note"), fields.text("character"), fields.text("old"), fields.text("other")]).toEqual(["at the bank", "a", "yes", ""]);
  expect([fields.choices("character"), fields.choices("other")]).toEqual([["a", "b"], []]);
  expect([fields.has("note"), fields.has("other")]).toEqual([true, false]);
});

it("leaves out the one character that a store may refuse", () => {
  expect(readModalFields([{ type: ComponentType.Label, id: 1, component: input("note", "be\0ware") }]).text("note")).toBe("beware");
});
