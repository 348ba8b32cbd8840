import { type APIInteraction, ChannelType, InteractionType } from "discord-api-types/v10";
import type { Call, Reply, View } from "../../features/contract.ts";
import type { FlowMessage, SurfaceBook } from "../../features/surfaces/surface-port.ts";
import { card, COLOURS, text } from "../../features/view-kit.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Acknowledgment } from "../acknowledgment.ts";
import { isUnknownMessage } from "./api-error.ts";
import type { DisplayTimes } from "../measures/display-times.ts";
import type { Homes, Placed } from "./homes.ts";
import { FORM_MS, MENU_MS, QUIET_MS, trackedAs } from "./idle.ts";
import { surfaceTexts } from "./texts.ts";
import type { UnderWay } from "./under-way.ts";

/** Decides where replies go: a room's handlers and views are the same wherever that is. */
export interface Placement {
  /**
   * The message of a flow that was pressed, or that a modal was opened from; null when it is none. From now on
   * nothing is swept where it stands for a while.
   */
  pressedIn(interaction: APIInteraction): Promise<FlowMessage | null>;
  /** Sends a room's reply, and keeps what is needed to sweep it. @throws what the callback threw */
  send(interaction: APIInteraction, pressed: FlowMessage | null, call: Call, reply: Reply, acknowledgment: Acknowledgment): Promise<void>;
}

export interface PlacementDeps {
  readonly book: SurfaceBook;
  readonly homes: Homes;
  readonly underWay: UnderWay;
  readonly clock: Clock;
  /** Called when something is to be swept sooner than before. */
  readonly wake: () => void;
  readonly displayTimes: DisplayTimes;
}

interface Told {
  readonly call: Call;
  readonly reply: Showing;
}

type Showing = Extract<Reply, { kind: "show" | "update" }>;

export function createPlacement({ book, homes, underWay, clock, wake, displayTimes }: PlacementDeps): Placement {
  /** Sends what is to be tracked from then on, and tracks it: under the id that sending gives, or else as it was. */
  async function sendAndTrack(place: Omit<FlowMessage, "isForm" | "dueAt">, { call, reply }: Told, send: () => Promise<string | null>): Promise<void> {
    const { guildId, channelId, userId } = place;
    const state = trackedAs(reply, call.delays, clock.now());
    await underWay.during(channelId, async () => {
      const messageId = (await send()) ?? place.messageId;
      if (messageId === "") return;
      await book.track({ guildId, channelId, messageId, userId, ...state });
      displayTimes.shown(messageId, reply.stay ?? "menu");
    });
    wake();
  }

  /** Whether it was asked in this person's own place, where answers are shown openly. */
  async function isAtHome(interaction: APIInteraction, call: Call): Promise<boolean> {
    if (call.isDirect) return true;
    if (call.settings.surface !== "channel" && interaction.channel?.type !== ChannelType.PrivateThread) return false;
    return (await book.ownerOf(call.channelId))?.userId === call.userId;
  }

  async function post(call: Call, reply: Showing, acknowledgment: Acknowledgment): Promise<void> {
    const { guildId, channelId, userId } = call;
    await sendAndTrack({ guildId, channelId, userId, messageId: "" }, { call, reply }, () => acknowledgment.send({ kind: "post", view: reply.view }));
  }

  async function edit(pressed: FlowMessage, call: Call, reply: Showing, acknowledgment: Acknowledgment): Promise<void> {
    try {
      await sendAndTrack(pressed, { call, reply }, () => acknowledgment.send({ kind: "update", view: reply.view }));
    } catch (cause) {
      if (!isUnknownMessage(cause)) throw cause;
      // It was swept, or somebody deleted it, in the moment of the press.
      await book.forget(pressed, [pressed.messageId]);
      await post(call, reply, acknowledgment);
    }
  }

  async function show(interaction: APIInteraction, call: Call, reply: Showing, acknowledgment: Acknowledgment): Promise<void> {
    const { surface } = call.settings;
    const isReply = surface === "ephemeral" || (surface === "dm" && reply.kind === "show" && reply.isForServer === true);
    const shown = { view: reply.view, ...trackedAs(reply, call.delays, clock.now()) };
    const placed = isReply ? null : await homes.place(call, nameOf(interaction), shown);
    if (placed) {
      displayTimes.shown(placed.messageId, reply.stay ?? "menu");
      wake();
    }
    await acknowledgment.send({ kind: "show", view: placed ? whereItIs(call, placed) : reply.view });
  }

  return {
    async pressedIn(interaction) {
      if (interaction.type !== InteractionType.MessageComponent && interaction.type !== InteractionType.ModalSubmit) return null;
      const { message, channel } = interaction;
      if (!message || !channel) return null;
      await underWay.settled(channel.id);
      const pressed = await book.find(message.id);
      const now = clock.now();
      if (pressed) await book.touch(channel.id, now + QUIET_MS, { messageId: pressed.messageId, renewedUntil: now + MENU_MS });
      else if (interaction.guild_id === undefined || channel.type === ChannelType.PrivateThread) await book.touch(channel.id, now + QUIET_MS);
      return pressed;
    },

    async send(interaction, pressed, call, reply, acknowledgment) {
      const own = pressed?.userId === call.userId ? pressed : null;
      if (reply.kind === "refuse") return void (await acknowledgment.send(reply));
      if (reply.kind === "modal") {
        if (own) await book.track({ ...own, isForm: true, dueAt: clock.now() + FORM_MS });
        // A form that a command opened in the person's own channel: the channel stays as long.
        else if (!call.isDirect && (await isAtHome(interaction, call))) await book.touch(call.channelId, clock.now() + FORM_MS);
        return void (await acknowledgment.send(reply));
      }
      if (own) return edit(own, call, reply, acknowledgment);
      if (reply.kind === "update" && acknowledgment.hasMessage) return void (await acknowledgment.send(reply));
      if (await isAtHome(interaction, call)) return post(call, reply, acknowledgment);
      return show(interaction, call, reply, acknowledgment);
    },
  };
}

function whereItIs({ translator }: Call, { guildId, channelId, messageId }: Placed): View {
  const say = translator.in(surfaceTexts);
  const link = `https://discord.com/channels/${guildId ?? "@me"}/${channelId}/${messageId}`;
  return card(COLOURS.neutral, text(say(guildId === null ? "inDirectMessages" : "inOwnChannel", { link })));
}

function nameOf(interaction: APIInteraction): string {
  const user = interaction.member?.user ?? interaction.user;
  return user?.global_name ?? user?.username ?? "guildsmith";
}
