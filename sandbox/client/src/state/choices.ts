import {
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
  type APIApplicationCommandBasicOption,
  type APIMessageComponentEmoji,
  type APISelectMenuComponent,
} from "discord-api-types/v10";
import type { OptionValue, Snapshot } from "../../../protocol.ts";
import { channelTitle, lookOf, orderedChannels, threadsOf, type Look, type Place } from "./look-up.ts";

/** Something to choose from a list, with how it is drawn. */
export interface Choice<V extends OptionValue = string> {
  readonly value: V;
  readonly label: string;
  readonly description?: string | undefined;
  readonly emoji?: APIMessageComponentEmoji | undefined;
  readonly person?: Look | undefined;
  /** 0xRRGGBB; marks a role. */
  readonly roleColor?: number | undefined;
  readonly channelKind?: "text" | "category" | "thread" | "dm" | undefined;
}

/** Everybody in the place: the guild's members, or both sides of a direct message. */
export function peopleChoices(snapshot: Snapshot, place: Place): readonly Choice[] {
  const ids = place.guild === null ? [...new Set([snapshot.me.id, ...place.channel.recipientIds])] : place.guild.members.map((each) => each.userId);
  const looks = ids.map((id) => lookOf(snapshot, place.guild, id));
  return looks
    .toSorted((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name))
    .map((look) => ({ value: look.id, label: look.name, description: look.username === look.name ? undefined : look.username, person: look }));
}

/** The guild's roles, highest first, without the one that everybody has. */
export function roleChoices(place: Place): readonly Choice[] {
  const roles = place.guild?.roles.filter((role) => role.id !== place.guild?.id) ?? [];
  return roles.toSorted((a, b) => b.position - a.position).map((role) => ({ value: role.id, label: role.name, roleColor: role.color }));
}

const TYPES_OF_KIND: Readonly<Record<"text" | "category" | "thread" | "dm", readonly ChannelType[]>> = {
  text: [ChannelType.GuildText],
  category: [ChannelType.GuildCategory],
  thread: [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
  dm: [ChannelType.DM],
};

/** The guild's channels of the wanted types (none named: all). */
export function channelChoices(snapshot: Snapshot, place: Place, types: readonly ChannelType[] | undefined): readonly Choice[] {
  const { guild } = place;
  if (guild === null) return [];
  const categories = guild.channels.filter((each) => each.kind === "category");
  const listed = orderedChannels(guild).flatMap((channel) => [channel, ...threadsOf(guild, channel.id)]);
  return [...listed, ...categories]
    .filter((channel) => types === undefined || types.length === 0 || TYPES_OF_KIND[channel.kind].some((type) => types.includes(type)))
    .map((channel) => ({
      value: channel.id,
      label: channelTitle(snapshot, channel),
      description: guild.channels.find((each) => each.id === channel.parentId)?.name,
      channelKind: channel.kind,
    }));
}

/** What a select of a message or modal offers here. */
export function selectChoices(snapshot: Snapshot, place: Place, select: APISelectMenuComponent): readonly Choice[] {
  switch (select.type) {
    case ComponentType.StringSelect:
      return select.options.map(({ value, label, description, emoji }) => ({ value, label, description, emoji }));
    case ComponentType.UserSelect:
      return peopleChoices(snapshot, place);
    case ComponentType.RoleSelect:
      return roleChoices(place);
    case ComponentType.MentionableSelect:
      return [...peopleChoices(snapshot, place), ...roleChoices(place)];
    case ComponentType.ChannelSelect:
      return channelChoices(snapshot, place, select.channel_types);
  }
}

/** What a select has chosen before anybody touches it. */
export function defaultValues(select: APISelectMenuComponent): readonly string[] {
  if (select.type === ComponentType.StringSelect) return select.options.filter((each) => each.default === true).map((each) => each.value);
  return select.default_values?.map((each) => each.id) ?? [];
}

/** What a command's option offers here; null where any text will do. */
export function optionChoices(snapshot: Snapshot, place: Place, option: APIApplicationCommandBasicOption): readonly Choice<OptionValue>[] | null {
  switch (option.type) {
    case ApplicationCommandOptionType.String:
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      if (option.choices === undefined || option.choices.length === 0) return null;
      return option.choices.map((each) => ({ value: each.value, label: each.name }));
    case ApplicationCommandOptionType.Boolean:
      return [{ value: true, label: "True" }, { value: false, label: "False" }];
    case ApplicationCommandOptionType.User:
      return peopleChoices(snapshot, place);
    case ApplicationCommandOptionType.Role:
      return roleChoices(place);
    case ApplicationCommandOptionType.Mentionable:
      return [...peopleChoices(snapshot, place), ...roleChoices(place)];
    case ApplicationCommandOptionType.Channel:
      return channelChoices(snapshot, place, option.channel_types);
    case ApplicationCommandOptionType.Attachment:
      return null;
  }
}

/** Choices whose label or description holds the words, those that begin with them first. */
export function filterChoices<C extends Choice<OptionValue>>(choices: readonly C[], typed: string): readonly C[] {
  const wanted = typed.trim().replace(/^[@#]/, "").toLowerCase();
  if (wanted === "") return choices;
  const matching = choices.filter((each) => `${each.label} ${each.description ?? ""}`.toLowerCase().includes(wanted));
  const begins = (choice: C): number => (choice.label.toLowerCase().startsWith(wanted) ? 0 : 1);
  return matching.toSorted((a, b) => begins(a) - begins(b));
}
