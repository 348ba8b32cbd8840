import type { APIMessage } from "discord-api-types/v10";
import type { ChannelView, Snapshot } from "../../../protocol.ts";
import { withMessage } from "./messages.ts";
import { initialState, type Event, type InteractionEntry, type ReadMarks, type State } from "./model.ts";

const KEPT_INTERACTIONS = 100;

/** The page after an event. Pure; `now` is in milliseconds since 1970. */
export function reduce(state: State, event: Event, now: number): State {
  switch (event.type) {
    case "became":
      return { ...initialState, readMarks: event.readMarks };
    case "connection":
      return { ...state, connection: event.connection };
    case "snapshot":
      return {
        ...state,
        snapshot: event.snapshot,
        interactions: [],
        typing: [],
        readMarks: withBaseline(state.readMarks, event.snapshot),
      };
    case "message":
      return withNewMessage(state, event.message);
    case "messages-removed":
      return inSnapshot(state, (snapshot) => withoutMessages(snapshot, event.channelId, event.messageIds));
    case "channel":
      return inSnapshot(state, (snapshot) => withChannel(snapshot, event.channel));
    case "channel-removed":
      return inSnapshot(state, (snapshot) => withoutChannel(snapshot, event.channelId));
    case "guild":
      return inSnapshot(state, (s) => ({ ...s, guilds: withItem(s.guilds, event.guild) }));
    case "application":
      return inSnapshot(state, (s) => ({ ...s, applications: withItem(s.applications, event.application) }));
    case "typing":
      return {
        ...state,
        typing: [...withoutTyping(state, event.channelId, event.userId), { channelId: event.channelId, userId: event.userId, at: now }],
      };
    case "modal":
      return { ...state, modal: event.open };
    case "faults":
      return { ...state, faults: { ...event.faults, at: now } };
    case "interaction": {
      const { type: _, ...entry } = event;
      return { ...state, interactions: withInteraction(state.interactions, entry) };
    }
    case "read":
      return withRead(state, event.channelId);
    case "modal-sent":
      return { ...state, sentFromModal: [...state.sentFromModal, event.interactionId].slice(-KEPT_INTERACTIONS) };
    case "modal-closed":
      return { ...state, modal: null };
    case "interaction-forgotten":
      return { ...state, interactions: state.interactions.filter((each) => each.interactionId !== event.interactionId) };
    case "toast": {
      const id = (state.toasts.at(-1)?.id ?? 0) + 1;
      return { ...state, toasts: [...state.toasts, { id, text: event.text }].slice(-3) };
    }
    case "toast-gone":
      return { ...state, toasts: state.toasts.filter((each) => each.id !== event.id) };
  }
}

function inSnapshot(state: State, change: (snapshot: Snapshot) => Snapshot): State {
  return state.snapshot === null ? state : { ...state, snapshot: change(state.snapshot) };
}

function withItem<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  const known = items.findIndex((each) => each.id === item.id);
  return known === -1 ? [...items, item] : items.with(known, item);
}

function withNewMessage(state: State, message: APIMessage): State {
  const changed = inSnapshot(state, (snapshot) => ({
    ...snapshot,
    messages: {
      ...snapshot.messages,
      [message.channel_id]: withMessage(snapshot.messages[message.channel_id] ?? [], message),
    },
  }));
  return {
    ...changed,
    typing: withoutTyping(state, message.channel_id, message.author.id),
    // A message that changed has outlived what failed on it before.
    interactions: state.interactions.filter((each) => each.messageId !== message.id || each.state !== "failed"),
  };
}

function withoutMessages(snapshot: Snapshot, channelId: string, ids: readonly string[]): Snapshot {
  const left = (snapshot.messages[channelId] ?? []).filter((each) => !ids.includes(each.id));
  return { ...snapshot, messages: { ...snapshot.messages, [channelId]: left } };
}

function withChannel(snapshot: Snapshot, channel: ChannelView): Snapshot {
  if (channel.guildId === null) return { ...snapshot, directMessages: withItem(snapshot.directMessages, channel) };
  const guilds = snapshot.guilds.map((guild) =>
    guild.id === channel.guildId ? { ...guild, channels: withItem(guild.channels, channel) } : guild,
  );
  return { ...snapshot, guilds };
}

function withoutChannel(snapshot: Snapshot, channelId: string): Snapshot {
  const { [channelId]: _, ...messages } = snapshot.messages;
  return {
    ...snapshot,
    messages,
    directMessages: snapshot.directMessages.filter((each) => each.id !== channelId),
    guilds: snapshot.guilds.map((guild) => ({
      ...guild,
      channels: guild.channels.filter((each) => each.id !== channelId),
    })),
  };
}

function withInteraction(entries: readonly InteractionEntry[], entry: InteractionEntry): readonly InteractionEntry[] {
  const others = entries.filter(
    (each) =>
      each.interactionId !== entry.interactionId &&
      (entry.messageId === null || each.messageId !== entry.messageId || each.state !== "failed"),
  );
  return [...others, entry].slice(-KEPT_INTERACTIONS);
}

function withoutTyping(state: State, channelId: string, userId: string): State["typing"] {
  return state.typing.filter((each) => each.channelId !== channelId || each.userId !== userId);
}

/** Somebody's first look at a guild begins with nothing unread; direct messages wait for them. */
function withBaseline(marks: ReadMarks, snapshot: Snapshot): ReadMarks {
  const channels = snapshot.guilds.flatMap((guild) => guild.channels);
  const baseline = channels.map((channel) => [channel.id, snapshot.messages[channel.id]?.at(-1)?.id ?? "0"] as const);
  return { ...Object.fromEntries(baseline), ...marks };
}

function withRead(state: State, channelId: string): State {
  const newest = state.snapshot?.messages[channelId]?.at(-1)?.id;
  if (newest === undefined || state.readMarks[channelId] === newest) return state;
  return { ...state, readMarks: { ...state.readMarks, [channelId]: newest } };
}
