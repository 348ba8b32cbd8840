import { type APIMessage, MessageFlags } from "discord-api-types/v10";
import type { Driver } from "../../../sandbox/driver.ts";

/** Messages from the bot in a person's direct messages, oldest first. */
export const received = (person: Driver): readonly APIMessage[] => person.directMessages().flatMap(({ id }) => person.messages(id).filter(({ author }) => author.id !== person.personId));

/** Resolves once a message is swept. */
export const gone = (person: Driver, { channel_id, id }: APIMessage): Promise<true> => person.until(() => (person.message(channel_id, id) ? null : true), undefined, "the message to be swept");

/** Where an answer that only says where something is leads to. @throws when it leads nowhere */
export function leadsTo(answer: string): { readonly guildId: string; readonly channelId: string; readonly messageId: string } {
  const [, guildId, channelId, messageId] = /discord\.com\/channels\/(@me|\d+)\/(\d+)\/(\d+)/.exec(answer) ?? [];
  if (guildId === undefined || channelId === undefined || messageId === undefined) throw new Error(`no link in:\n${answer}`);
  return { guildId, channelId, messageId };
}

/** The message that an answer leads to, as a person sees it. */
export function follow(person: Driver, answer: string): Promise<APIMessage> {
  const { channelId, messageId } = leadsTo(answer);
  return person.until(() => person.message(channelId, messageId), undefined, "the message that the answer leads to");
}

export const isEphemeral = ({ flags }: Pick<APIMessage, "flags">): boolean => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
export const MINUTE = 60_000;
