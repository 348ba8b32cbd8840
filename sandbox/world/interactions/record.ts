import type {
  APIApplicationCommandOptionChoice,
  APIBaseInteraction,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";

/** An interaction as it goes over the gateway, whatever its kind. */
export type InteractionPayload = APIBaseInteraction<InteractionType, unknown>;

/** What the sandbox remembers of one interaction, for as long as its token lives. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionType;
  readonly applicationId: string;
  readonly personId: string;
  readonly channelId: string;
  /** Null in a direct message. */
  readonly guildId: string | null;
  /** The component's or modal's custom id, or the command's name with its subcommand group and subcommand. */
  readonly source: string;
  readonly isContextMenu: boolean;
  /** The message whose component was used, or whose modal it is. */
  readonly messageId: string | null;
  readonly metadata: APIMessageInteractionMetadata;
  readonly createdAt: number;
  state: "pending" | "answered" | "failed";
  responseType: InteractionResponseType | null;
  /** What `@original` means for this token. */
  originalMessageId: string | null;
  /** The modal that it opened, until it is sent or closed. */
  modal: APIModalInteractionResponseCallbackData | null;
  /** Waits for an autocomplete's choices; null when none came in time. */
  onChoices: ((choices: readonly APIApplicationCommandOptionChoice[] | null) => void) | null;
  /** The type that an autocomplete's choices must have. */
  readonly choiceType: ApplicationCommandOptionType | null;
  /** Stops counting the time for the first answer. */
  callOffDeadline: (() => void) | null;
  /** For a modal that was sent: whose it is, to stay open when no answer comes. */
  readonly sent: { readonly opener: InteractionRecord; readonly modal: APIModalInteractionResponseCallbackData } | null;
}
