import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { limitProblems } from "./view-limits.ts";

const button = (label: string) => ({ type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: "a", label, emoji: { name: "✅" } }] });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const gallery = (item: object) => ({ type: ComponentType.MediaGallery, items: [item] });

it.each([
  ["a button of a sign alone", button("✅"), "a button without words: a"],
  ["a button without a label", { ...button(""), components: [{ type: ComponentType.Button, custom_id: "a", emoji: { name: "✅" } }] }, "a button without words: a"],
  ["a text of a sign alone", text("🟢"), "a text of signs alone: 🟢"],
  ["a picture without a description", gallery({ media: { url: "attachment://a.png" } }), "a picture without words"],
])("finds %s", (_, component, problem) => {
  expect(limitProblems({ components: [component] })).toContain(problem);
});

it("finds nothing where words stand beside the signs", () => {
  expect(limitProblems({ components: [button("Done"), text("🟢 Open"), gallery({ media: { url: "attachment://a.png" }, description: "Bar chart" })] })).toEqual([]);
});
