import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { defineTexts } from "../kernel/texts.ts";
import { choice, described, slashCommand } from "./slash-command.ts";

const en = { about: "Post the panel", where: "Where it stands", here: "This channel" };
const english = defineTexts("panel", en);
const more = defineTexts("panel", en, { de: { about: "Stellt das Pult auf", here: "Dieser Kanal" }, fr: { about: "Publie le panneau" } });
const commandOf = (texts: typeof more) =>
  slashCommand(texts, "panel", "about", { type: ApplicationCommandOptionType.String, name: "where", ...described(texts, "where"), choices: [choice(texts, "here", "here")] });

it("is for guilds, in English where there is no other language", () => {
  expect(commandOf(english)).toEqual({
    type: 1,
    name: "panel",
    description: "Post the panel",
    contexts: [0],
    integration_types: [0],
    options: [{ type: 3, name: "where", description: "Where it stands", choices: [{ name: "This channel", value: "here" }] }],
  });
});

it("says in every language what that language has, and keeps what is typed and sent", () => {
  const [option] = commandOf(more).options ?? [];
  expect(commandOf(more)).toMatchObject({ name: "panel", description: "Post the panel", description_localizations: { de: "Stellt das Pult auf", fr: "Publie le panneau" } });
  expect(option).toEqual({
    type: 3,
    name: "where",
    description: "Where it stands",
    choices: [{ name: "This channel", name_localizations: { de: "Dieser Kanal" }, value: "here" }],
  });
});

it("has no options where there are none", () => {
  expect(slashCommand(english, "panel", "about")).not.toHaveProperty("options");
});
