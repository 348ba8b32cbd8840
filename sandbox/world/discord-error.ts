import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";

/** What Discord says with each code, and under which HTTP status. Codes: topics/opcodes-and-status-codes.mdx in Discord's documentation. */
const KNOWN = {
  [Code.UnknownApplication]: [404, "Unknown Application"],
  [Code.UnknownChannel]: [404, "Unknown Channel"],
  [Code.UnknownGuild]: [404, "Unknown Guild"],
  [Code.UnknownMember]: [404, "Unknown Member"],
  [Code.UnknownMessage]: [404, "Unknown Message"],
  [Code.UnknownRole]: [404, "Unknown Role"],
  [Code.UnknownUser]: [404, "Unknown User"],
  [Code.UnknownEmoji]: [404, "Unknown Emoji"],
  [Code.UnknownWebhook]: [404, "Unknown Webhook"],
  [Code.UnknownInteraction]: [404, "Unknown interaction"],
  [Code.UnknownApplicationCommand]: [404, "Unknown application command"],
  [Code.UnknownApplicationCommandPermissions]: [404, "Unknown application command permissions"],
  [Code.BotsCannotUseThisEndpoint]: [403, "Bots cannot use this endpoint"],
  [Code.NotAuthorizedToPerformThisActionOnThisApplication]: [403, "You are not authorized to perform this action on this application"],
  [Code.UnknownPermissionOverwrite]: [404, "Unknown Overwrite"],
  [Code.UnknownBan]: [404, "Unknown Ban"],
  [Code.MaximumNumberOfGuildRolesReached]: [400, "Maximum number of server roles reached (250)"],
  [Code.MaximumNumberOfWebhooksReached]: [400, "Maximum number of webhooks reached (15)"],
  [Code.OpeningDirectMessagesTooFast]: [403, "You are opening direct messages too fast"],
  [Code.InvalidRole]: [400, "Invalid Role"],
  [Code.FailedToBanUsers]: [400, "Failed to ban users"],
  [Code.ThreadLocked]: [400, "Thread is locked"],
  [Code.MaximumNumberOfApplicationCommandsReached]: [400, "Maximum number of application commands reached (100)."],
  [Code.MaximumDailyApplicationCommandCreatesReached]: [429, "Max number of daily application command creates has been reached (200)"],
  [Code.ApplicationCommandWithThatNameAlreadyExists]: [400, "An application command with that name already exists"],
  [Code.MaximumNumberOfPinsReachedForTheChannel]: [400, "Maximum number of pins reached for the channel (250)"],
  [Code.MaximumNumberOfReactionsReached]: [400, "Maximum number of reactions reached (20)"],
  [Code.MaximumNumberOfAttachmentsInAMessageReached]: [400, "Maximum number of attachments in a message reached (10)"],
  [Code.MaximumNumberOfGuildChannelsReached]: [400, "Maximum number of server channels reached (500)"],
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: [
    429,
    "Maximum number of edits to messages older than 1 hour reached. Try again later.",
  ],
  [Code.RequestEntityTooLarge]: [413, "Request entity too large"],
  [Code.InteractionHasAlreadyBeenAcknowledged]: [400, "Interaction has already been acknowledged."],
  [Code.ThisMessageWasAlreadyCrossposted]: [400, "This message has already been crossposted."],
  [Code.MissingAccess]: [403, "Missing Access"],
  [Code.CannotExecuteActionOnDMChannel]: [400, "Cannot execute action on a DM channel"],
  [Code.CannotEditMessageAuthoredByAnotherUser]: [403, "Cannot edit a message authored by another user"],
  [Code.CannotSendAnEmptyMessage]: [400, "Cannot send an empty message"],
  [Code.CannotSendMessagesToThisUser]: [403, "Cannot send messages to this user"],
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: [403, "Cannot send messages to this user due to having no mutual guilds"],
  [Code.CannotExecuteActionOnSystemMessage]: [403, "Cannot execute action on a system message"],
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: [403, "Cannot reply without permission to read message history"],
  [Code.MissingPermissions]: [403, "Missing Permissions"],
  [Code.ProvidedTooFewOrTooManyMessagesToDelete]: [
    400,
    "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete",
  ],
  [Code.CannotExecuteActionOnThisChannelType]: [400, "Cannot execute action on this channel type"],
  [Code.InvalidWebhookToken]: [401, "Invalid Webhook Token"],
  [Code.OneOfTheMessagesProvidedWasTooOldForBulkDelete]: [400, "You can only bulk delete messages that are under 14 days old."],
  [Code.InvalidFormBodyOrContentType]: [400, "Invalid Form Body"],
  [Code.RequestBodyContainsInvalidJSON]: [400, "The request body contains invalid JSON."],
  [Code.WebhooksCanOnlyCreateThreadsInForumChannels]: [400, "Webhooks can only create threads in forum channels"],
  [Code.ThreadAlreadyCreatedForMessage]: [400, "A thread has already been created for this message"],
  [Code.InvalidActionOnArchivedThread]: [400, "Thread is archived"],
} as const satisfies Partial<Record<Code, readonly [status: number, message: string]>>;

export type KnownCode = keyof typeof KNOWN;

/** The nested `errors` of a 50035: by field, then `_errors`. */
export interface FormErrors {
  [key: string]: FormErrors | readonly { readonly code: string; readonly message: string }[];
}

/** A refusal as Discord's REST API words it. Thrown by the world's rules, answered by the REST edge. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | undefined;
  /** When it makes sense to ask again, in milliseconds; only where the status is 429. */
  readonly retryAfterMs: number | undefined;

  constructor(code: KnownCode, errors?: FormErrors, retryAfterMs?: number) {
    const [status, message] = KNOWN[code];
    super(message);
    this.name = "DiscordError";
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.retryAfterMs = retryAfterMs;
  }

  toBody(): { message: string; code: number; errors?: FormErrors; retry_after?: number; global?: boolean } {
    const wait = this.retryAfterMs === undefined ? {} : { retry_after: this.retryAfterMs / 1000, global: false };
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}), ...wait };
  }
}

/** A refusal that has a status but no code of its own, such as 401 or an unknown route. */
export class StatusError extends Error {
  readonly status: number;

  constructor(status: number, what: string) {
    super(`${status}: ${what}`);
    this.name = "StatusError";
    this.status = status;
  }

  toBody(): { message: string; code: number } {
    return { message: this.message, code: 0 };
  }
}
