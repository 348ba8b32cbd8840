import { ApplicationCommandOptionType, ChannelType, ComponentType, MessageFlags, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { defaultValues, filterChoices, optionChoices, selectChoices } from "./choices.ts";
import { BOT, channel, direct, guild, message, snapshot } from "./fixtures.ts";
import { channelLabel, findPlace, homeChannel, lookOf } from "./look-up.ts";
import { groupsOfPeople } from "./people-groups.ts";
import { commandsWithoutMessage, rowsOf } from "./rows.ts";
import { timeOf } from "./snowflake.ts";

const place = { channel: channel("10"), guild };
const entry = (interactionId: string, about: object = {}) => ({ interactionId, channelId: "10", messageId: null, source: "try", state: "failed" as const, ...about });
const at = (minute: string): string => `2026-11-14T12:${minute}:00.000Z`;

describe("rows", () => {
  test("one author's messages within minutes share a head; a day, an answer and a new mark begin anew", () => {
    const rows = rowsOf(
      [
        message("1", { timestamp: at("00") }),
        message("2", { timestamp: at("01") }),
        message("3", { timestamp: at("02"), flags: MessageFlags.Ephemeral }),
        message("4", { timestamp: at("10") }),
        message("5", { timestamp: at("11") }),
        message("6", { timestamp: "2026-11-16T12:00:00.000Z" }),
      ],
      "5",
    );
    const drawn = rows.map((row) => (row.kind === "message" ? `${row.message.id}${row.startsGroup ? "!" : ""}` : row.kind));
    expect(drawn).toEqual(["day", "1!", "2", "3!", "4!", "new", "5!", "day", "6!"]);
  });
});

describe("commands without a message", () => {
  test("stand where they were used, and what follows has a head of its own", () => {
    const rows = rowsOf([message("1", { timestamp: timeOf("1") }), message("4", { timestamp: timeOf("4") })], null, [entry("5"), entry("3"), entry("2")]);
    const drawn = rows.map((row) => (row.kind === "message" ? `${row.message.id}${row.startsGroup ? "!" : ""}` : row.kind === "command" ? row.entry.interactionId : row.kind));
    expect(drawn).toEqual(["day", "1!", "2", "3", "4!", "5"]);
    expect(rowsOf([], null, [entry("2")]).map(({ kind }) => kind)).toEqual(["day", "command"]);
  });

  test("have the day that they were used on above them, and it is not said again", () => {
    const [first, later] = [String(86_400_000n << 22n), String((3n * 86_400_000n) << 22n)];
    const rows = rowsOf([message(first, { timestamp: timeOf(first) })], null, [entry(String(BigInt(first) - 1n)), entry(later)]);
    expect(rows.map((row) => (row.kind === "day" ? row.at.slice(0, 10) : row.kind))).toEqual(["2015-01-01", "command", "2015-01-02", "message", "2015-01-04", "command"]);
  });

  test("are those of this channel that have no answer, and that no form tells of", () => {
    const interactions = [entry("1"), entry("2", { channelId: "11" }), entry("3", { state: "answered" }), entry("4", { messageId: "9" }), entry("5"), entry("6", { state: "pending" })];
    expect(commandsWithoutMessage({ interactions, sentFromModal: ["5"] }, "10").map(({ interactionId }) => interactionId)).toEqual(["1", "6"]);
  });
});

describe("look-up", () => {
  test("somebody has their highest role's colour in the guild, and none in direct messages", () => {
    expect(lookOf(snapshot, guild, "305")).toMatchObject({ name: "Sylra", color: 0x9b59b6, online: true });
    expect(lookOf(snapshot, null, "305").color).toBe(0);
    expect(lookOf(snapshot, guild, "999").name).toBe("unknown-user");
  });

  test("channels are found and written as Discord does", () => {
    expect(findPlace(snapshot, "20")?.guild).toBeNull();
    expect(findPlace(snapshot, "77")).toBeNull();
    expect(channelLabel(snapshot, channel("10"))).toBe("#channel-10");
    expect(channelLabel(snapshot, direct)).toBe("@Guildsmith");
  });

  test("a newcomer lands where the buttons are, else where they may write", () => {
    expect(homeChannel(snapshot)?.id).toBe("10");
    const row = { type: ComponentType.ActionRow, components: [] } as const;
    const panel = message("103", { channel_id: "11", components: [{ ...row, components: [] }] });
    expect(homeChannel({ ...snapshot, messages: { "11": [panel] } })?.id).toBe("11");
  });
});

test("people stand under their highest role, who is away last", () => {
  const groups = groupsOfPeople(snapshot, place).map((group) => [group.name, ...group.people.map((look) => look.name)]);
  expect(groups).toEqual([["Enchanter", "Sylra"], ["Member", "Eva"], ["Online", "Guildsmith"], ["Offline", "Pip"]]);
});

describe("choices", () => {
  test("a select of people offers all here, roles all but everyone's, channels by type", () => {
    const people = selectChoices(snapshot, place, { type: ComponentType.UserSelect, custom_id: "s" });
    expect(people.map((each) => each.label)).toEqual(["Eva", "Guildsmith", "Sylra", "Pip"]);
    const roles = selectChoices(snapshot, place, { type: ComponentType.RoleSelect, custom_id: "s" });
    expect(roles.map((each) => each.label)).toEqual(["Enchanter", "Member"]);
    const threads = selectChoices(snapshot, place, { type: ComponentType.ChannelSelect, custom_id: "s", channel_types: [ChannelType.PublicThread] });
    expect(threads).toEqual([]);
    expect(selectChoices(snapshot, { channel: direct, guild: null }, { type: ComponentType.UserSelect, custom_id: "s" }).map((each) => each.value)).toEqual(["301", BOT]);
  });

  test("what the bot preset is chosen", () => {
    expect(defaultValues({ type: ComponentType.StringSelect, custom_id: "s", options: [{ label: "A", value: "a" }, { label: "B", value: "b", default: true }] })).toEqual(["b"]);
    expect(defaultValues({ type: ComponentType.RoleSelect, custom_id: "s", default_values: [{ id: "104", type: SelectMenuDefaultValueType.Role }] })).toEqual(["104"]);
  });

  test("searching takes any part of name or description, and beginnings first", () => {
    const choices = [{ value: "1", label: "Minor Agility" }, { value: "2", label: "Agility", description: "weapon" }];
    expect(filterChoices(choices, "agi").map((each) => each.value)).toEqual(["2", "1"]);
    expect(filterChoices(choices, "WEAPON").map((each) => each.value)).toEqual(["2"]);
  });

  test("a yes or no is a choice of two, free text is none", () => {
    expect(optionChoices(snapshot, place, { type: ApplicationCommandOptionType.Boolean, name: "b", description: "" })?.map((each) => each.value)).toEqual([true, false]);
    expect(optionChoices(snapshot, place, { type: ApplicationCommandOptionType.String, name: "s", description: "" })).toBeNull();
  });
});
