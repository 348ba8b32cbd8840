import { DiscordAPIError } from "discord.js";
import { RESTJSONErrorCodes as Codes } from "discord-api-types/v10";

export const isClosed = (cause: unknown): boolean => isOneOf(cause, Codes.CannotSendMessagesToThisUser, Codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds);
export const isForbidden = (cause: unknown): boolean => isOneOf(cause, Codes.MissingAccess, Codes.MissingPermissions);
export const isUnknownChannel = (cause: unknown): boolean => isOneOf(cause, Codes.UnknownChannel);
export const isUnknownMessage = (cause: unknown): boolean => isOneOf(cause, Codes.UnknownMessage);

function isOneOf(cause: unknown, ...codes: readonly number[]): boolean {
  return cause instanceof DiscordAPIError && codes.includes(Number(cause.code));
}
