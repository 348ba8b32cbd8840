import { ComponentType, type Interaction, TextInputStyle } from "discord.js";
import { expect, test } from "vitest";
import { fieldsOf } from "./driver.ts";
import { CHANNELS } from "./index.ts";
import { startStage } from "./testing/start-bot.ts";

const choices = ["red", "green", "blue"].map((value) => ({ label: value, value, default: value === "green" }));
const run = { channelId: CHANNELS.general, name: "try" };

async function showForm(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.showModal({
    custom_id: "form",
    title: "A form",
    components: [
      { type: ComponentType.TextDisplay, content: "Fill it in." },
      { type: ComponentType.Label, label: "Text", component: { type: ComponentType.TextInput, custom_id: "text", style: TextInputStyle.Paragraph, value: "as before" } },
      { type: ComponentType.Label, label: "One", component: { type: ComponentType.RadioGroup, custom_id: "one", options: choices } },
      { type: ComponentType.Label, label: "Some", component: { type: ComponentType.CheckboxGroup, custom_id: "some", options: choices, min_values: 1, max_values: 2 } },
      { type: ComponentType.Label, label: "Picture", component: { type: ComponentType.FileUpload, custom_id: "picture", required: false, max_values: 1 } },
    ],
  });
}

test("every kind of field arrives: as prefilled, or as the person changed it", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    await showForm(interaction);
    if (!interaction.isModalSubmit()) return;
    const { fields } = interaction;
    const file = fields.getUploadedFiles("picture")?.first();
    await interaction.reply([fields.getTextInputValue("text"), fields.getRadioGroup("one"), fields.getCheckboxGroup("some").join("+"), file?.name].join(" | "));
  });
  const { modal: first } = await stage.eva.command(run);
  if (!first) throw new Error("no modal");
  expect(fieldsOf(first.modal).map(({ label }) => label)).toEqual(["Text", "One", "Some", "Picture"]);
  expect((await stage.eva.submit(first, {})).message?.content).toBe("as before | green | green |");
  const { modal: second } = await stage.eva.command(run);
  if (!second) throw new Error("no modal");
  await expect(stage.eva.submit(second, { some: ["red", "green", "blue"] })).rejects.toThrow("Some: choose at most 2.");
  await expect(stage.eva.submit(second, { one: null })).rejects.toThrow("One: choose one.");
  const picture = await stage.eva.upload("cloak.png", "image/png", new Uint8Array([1, 2, 3]));
  const { message } = await stage.eva.submit(second, { text: "new", one: "red", some: ["red", "blue"], picture: [picture] });
  expect(message?.content).toBe("new | red | red+blue | cloak.png");
  expect(stage.errors).toEqual([]);
});
