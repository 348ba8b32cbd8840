import { type APIApplicationCommandInteraction, ApplicationCommandType } from "discord-api-types/v10";
import type { CommandTarget } from "../features/contract.ts";

/** Whom or what a user or message command was used on; undefined for slash commands. */
export function targetOf({ data }: APIApplicationCommandInteraction): CommandTarget | undefined {
  if (data.type === ApplicationCommandType.User) return { kind: "user", userId: data.target_id, isBot: data.resolved.users[data.target_id]?.bot ?? false };
  if (data.type !== ApplicationCommandType.Message) return undefined;
  const message = data.resolved.messages[data.target_id];
  return { kind: "message", messageId: data.target_id, authorId: message?.author.id ?? "", content: message?.content ?? "" };
}
