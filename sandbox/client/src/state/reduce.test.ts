import { MessageFlags } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { PageEvent } from "../../../protocol.ts";
import { BOT, ME, channel, direct, guild, message, opened, snapshot } from "./fixtures.ts";
import { initialState, type Event, type State } from "./model.ts";
import { reduce } from "./reduce.ts";
import { firstUnread, unreadOf } from "./unread.ts";

const NOW = 1_000;
const after = (state: State, ...events: readonly Event[]): State => events.reduce((before, event) => reduce(before, event, NOW), state);
const ids = (state: State, channelId: string): readonly string[] | undefined => state.snapshot?.messages[channelId]?.map((each) => each.id);
const interaction = (about: Partial<Extract<PageEvent, { type: "interaction" }>>): PageEvent => ({
  type: "interaction",
  interactionId: "900",
  channelId: "10",
  messageId: "100",
  source: "claim",
  state: "pending",
  ...about,
});

describe("messages", () => {
  test("a new one goes to its place by age, a known one is replaced", () => {
    const state = after(
      opened,
      { type: "message", message: message("99") },
      { type: "message", message: message("1000") },
      { type: "message", message: message("100", { content: "changed" }) },
    );
    expect(ids(state, "10")).toEqual(["99", "100", "101", "1000"]);
    expect(state.snapshot?.messages["10"]?.[1]?.content).toBe("changed");
  });

  test("removed ones are gone, in their channel alone", () => {
    const state = after(opened, { type: "messages-removed", channelId: "10", messageIds: ["100", "102"] });
    expect(ids(state, "10")).toEqual(["101"]);
    expect(ids(state, "20")).toEqual(["102"]);
  });

  test("who wrote is no longer typing; others still are", () => {
    const typing = after(opened, { type: "typing", channelId: "10", userId: BOT }, { type: "typing", channelId: "10", userId: "305" });
    const state = after(typing, { type: "message", message: message("103") });
    expect(state.typing).toEqual([{ channelId: "10", userId: "305", at: NOW }]);
  });
});

describe("channels", () => {
  test("a direct message, a thread and a changed channel find their places", () => {
    const state = after(
      opened,
      { type: "channel", channel: { ...direct, id: "21" } },
      { type: "channel", channel: channel("12", { kind: "thread", parentId: "10" }) },
      { type: "channel", channel: channel("10", { name: "renamed" }) },
    );
    expect(state.snapshot?.directMessages.map((each) => each.id)).toEqual(["20", "21"]);
    expect(state.snapshot?.guilds[0]?.channels.map((each) => each.name)).toEqual(["renamed", "channel-11", "channel-12"]);
  });

  test("a removed channel takes its messages along", () => {
    const state = after(opened, { type: "channel-removed", channelId: "10" });
    expect(state.snapshot?.guilds[0]?.channels.map((each) => each.id)).toEqual(["11"]);
    expect(ids(state, "10")).toBeUndefined();
  });
});

describe("unread", () => {
  test("a first look at a guild begins read, direct messages wait", () => {
    const state = after(initialState, { type: "snapshot", snapshot });
    expect(unreadOf(state, guild.channels[0] ?? direct)).toEqual({ count: 0, mentions: 0 });
    expect(unreadOf(state, direct)).toEqual({ count: 1, mentions: 1 });
    expect(firstUnread(state, "20")).toBe("102");
  });

  test("what came since counts, one's own and ephemeral messages do not; reading ends it", () => {
    const me = { id: ME, username: "eva", discriminator: "0", global_name: null, avatar: null };
    const state = after(
      initialState,
      { type: "snapshot", snapshot },
      { type: "message", message: message("110", { mentions: [me] }) },
      { type: "message", message: message("111", { mention_roles: ["101"] }) },
      { type: "message", message: message("112", { author: me }) },
      { type: "message", message: message("113", { flags: MessageFlags.Ephemeral }) },
      { type: "message", message: message("114") },
    );
    const general = guild.channels[0] ?? direct;
    expect(unreadOf(state, general)).toEqual({ count: 3, mentions: 2 });
    expect(unreadOf(after(state, { type: "read", channelId: "10" }), general).count).toBe(0);
  });
});

describe("interactions", () => {
  test("a failure stands until the message is used again or changes", () => {
    const failed = after(opened, interaction({ state: "pending" }), interaction({ state: "failed" }));
    expect(failed.interactions.map((each) => each.state)).toEqual(["failed"]);
    const again = after(failed, interaction({ interactionId: "901" }));
    expect(again.interactions.map((each) => [each.interactionId, each.state])).toEqual([["901", "pending"]]);
    expect(after(failed, { type: "message", message: message("100") }).interactions).toEqual([]);
  });

  test("failures of commands stand side by side until each is dismissed", () => {
    const state = after(opened, interaction({ messageId: null, state: "failed" }), interaction({ messageId: null, interactionId: "901", state: "failed" }));
    expect(state.interactions).toHaveLength(2);
    expect(after(state, { type: "interaction-forgotten", interactionId: "900" }).interactions).toHaveLength(1);
  });
});

test("a new line to the server brings everything anew, but leaves an open form alone", () => {
  const open = { interactionId: "900", applicationId: "400", channelId: "10", modal: { custom_id: "m", title: "Form", components: [] } };
  const state = after(opened, { type: "modal", open }, interaction({}), { type: "snapshot", snapshot: { ...snapshot, messages: {} } });
  expect(state.modal).toBe(open);
  expect(state.interactions).toEqual([]);
  expect(ids(state, "10")).toBeUndefined();
});

test("three notices at most, each closed by its own id", () => {
  const state = after(opened, ...["a", "b", "c", "d"].map((text) => ({ type: "toast", text }) as const));
  expect(state.toasts.map((each) => each.text)).toEqual(["b", "c", "d"]);
  expect(after(state, { type: "toast-gone", id: 3 }).toasts.map((each) => each.text)).toEqual(["b", "d"]);
});
