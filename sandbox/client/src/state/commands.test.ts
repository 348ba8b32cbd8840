import { ApplicationCommandOptionType as Option, ApplicationCommandType, InteractionContextType, Locale, type APIApplicationCommand } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { ApplicationView } from "../../../protocol.ts";
import { filterEntries, menuCommands, slashEntries, typedOut } from "./commands.ts";
import { BOT, channel, direct } from "./fixtures.ts";
import { MISSING, optionsSoFar, readOption, readOptions } from "./options.ts";

const command = (name: string, about: Partial<APIApplicationCommand> = {}): APIApplicationCommand => ({
  id: name,
  type: ApplicationCommandType.ChatInput,
  application_id: BOT,
  name,
  description: `About ${name}`,
  default_member_permissions: null,
  version: "1",
  ...about,
});
const application: ApplicationView = {
  id: BOT,
  name: "Guildsmith",
  botUserId: BOT,
  online: true,
  commands: [
    command("request", {
      contexts: [InteractionContextType.Guild],
      description_localizations: { [Locale.German]: "Etwas bestellen" },
      options: [
        { type: Option.Integer, name: "quantity", description: "How many", min_value: 1, max_value: 999 },
        { type: Option.String, name: "item", description: "What", required: true },
      ],
    }),
    command("requests", { contexts: [InteractionContextType.Guild] }),
    command("help"),
    command("rollout", {
      options: [
        { type: Option.Subcommand, name: "pause", description: "Pause it" },
        { type: Option.SubcommandGroup, name: "plan", description: "", options: [{ type: Option.Subcommand, name: "show", description: "Show it" }] },
      ],
    }),
    command("Crafting requests", { type: ApplicationCommandType.User }),
  ],
};
const general = channel("10");
const entries = slashEntries([application], general, "en-US");
const labels = (list: typeof entries): readonly string[] => list.map((each) => each.label);

describe("the picker", () => {
  test("lists slash commands with subcommands written out, and puts required options first", () => {
    expect(labels(entries)).toEqual(["help", "request", "requests", "rollout pause", "rollout plan show"]);
    expect(entries[1]?.options.map((each) => each.name)).toEqual(["item", "quantity"]);
    expect(entries[4]?.path).toEqual(["plan", "show"]);
  });

  test("speaks the person's language where the bot does", () => {
    expect(slashEntries([application], general, "de")[1]?.description).toBe("Etwas bestellen");
  });

  test("leaves out what is for servers only in a direct message, and all in one without the bot", () => {
    expect(labels(slashEntries([application], direct, "en-US"))).toEqual(["help", "rollout pause", "rollout plan show"]);
    expect(slashEntries([application], { ...direct, recipientIds: ["305"] }, "en-US")).toEqual([]);
  });

  test.each([
    ["", ["help", "request", "requests", "rollout pause", "rollout plan show"]],
    ["req", ["request", "requests"]],
    ["pau", ["rollout pause"]],
    ["rollout p", ["rollout pause", "rollout plan show"]],
    ["show", ["rollout plan show"]],
    ["xyz", []],
  ])("filters by %j", (typed, found) => {
    expect(labels(filterEntries(entries, typed))).toEqual(found);
  });

  test("a name typed out with a space is chosen, a mere beginning is not", () => {
    expect(typedOut(entries, "request ")?.label).toBe("request");
    expect(typedOut(entries, "request")).toBeNull();
    expect(typedOut(entries, "rollout ")).toBeNull();
    expect(typedOut(entries, "Rollout Pause ")?.label).toBe("rollout pause");
  });

  test("menus have only their own kind", () => {
    expect(menuCommands([application], general, ApplicationCommandType.User).map((each) => each.command.name)).toEqual(["Crafting requests"]);
    expect(menuCommands([application], general, ApplicationCommandType.Message)).toEqual([]);
  });
});

const free = (text: string) => ({ text, picked: null });

describe("options", () => {
  const quantity = { type: Option.Integer, name: "quantity", description: "", min_value: 1, max_value: 999 } as const;
  const item = { type: Option.String, name: "item", description: "", required: true, max_length: 5 } as const;

  test.each([
    ["7", { value: 7 }],
    ["", { value: undefined }],
    ["abc", { problem: "Enter a whole number." }],
    ["1.5", { problem: "Enter a whole number." }],
    ["0", { problem: "Enter a number of at least 1." }],
    ["1000", { problem: "Enter a number of at most 999." }],
  ])("a whole number from %j", (text, reading) => {
    expect(readOption(quantity, free(text))).toEqual(reading);
  });

  test("text has its length, and what was picked counts as it is", () => {
    expect(readOption(item, free("helmet"))).toEqual({ problem: "Must be 5 or fewer in length." });
    expect(readOption(item, { text: "Lion Heart Helm", picked: "lionheart" })).toEqual({ value: "lionheart" });
  });

  test("people and listed values come from their lists", () => {
    expect(readOption({ type: Option.User, name: "who", description: "" }, free("eva"))).toEqual({ problem: "Choose a person from the list." });
    const kind = { type: Option.String, name: "kind", description: "", choices: [{ name: "All kinds", value: "all" }] } as const;
    expect(readOption({ ...kind, choices: [...kind.choices] }, free("all kinds"))).toEqual({ value: "all" });
    expect(readOption({ ...kind, choices: [...kind.choices] }, free("none"))).toEqual({ problem: "Choose one of the listed values." });
  });

  test("the first missing one is named; empty optional ones are left out", () => {
    expect(readOptions([item, quantity], {})).toEqual({ name: "item", problem: MISSING });
    expect(readOptions([item, quantity], { item: free("helm") })).toEqual({ values: { item: "helm" } });
  });

  test("autocomplete is told what can be read, and the text that is being typed", () => {
    expect(optionsSoFar([item, quantity], { item: free("h"), quantity: free("abc") }, "item")).toEqual({ item: "h" });
    expect(optionsSoFar([item, quantity], { quantity: free("3") }, "item")).toEqual({ item: "", quantity: 3 });
  });
});
