/**
 * What the sandbox's page and its server say to each other. Discord's own objects travel unchanged
 * (discord-api-types), so that the page draws what a real client would be given.
 *
 * - `GET  /sandbox/socket?person=<id>&client=<any>` (WebSocket): server to page, {@link PageEvent}s as JSON text,
 *   first a `snapshot`. Everything in it is already filtered to what this person may see.
 * - `POST /sandbox/people/<id>/<action>?client=<any>`: page to server, a body of {@link PageActions}; the answer is
 *   the action's `reply` with 200, or 4xx/5xx with {@link PageError}. A `client` names one of a person's open pages:
 *   a modal opens only on the one that asked for it, or on all where an action names none.
 * - `GET  /sandbox/people`: the list for the "you are" switch, {@link Person}[].
 * - `GET  /sandbox/traffic` (WebSocket): what bots and the sandbox say to each other, {@link TrafficNews} as
 *   JSON text, first everything that is remembered.
 * - `GET  /sandbox/world`: the world as a YAML text; `PUT` with another (text/yaml) begins anew with that, and
 *   closes every page's socket with {@link ANOTHER_WORLD}.
 * - `GET  /sandbox/faults`, `PUT /sandbox/faults` with {@link FaultSettings}, `POST /sandbox/faults/<action>` with
 *   a body of {@link FaultActions}: what goes wrong; `DELETE /sandbox/faults`: all is well again. Each answers with
 *   the {@link FaultState}, and every page is told of it.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
} from "discord-api-types/v10";

import type { FaultSettings } from "./faults/settings.ts";
import type { TrafficEntry } from "./traffic/entries.ts";

export type { FaultSettings, Latency, RestFailure } from "./faults/settings.ts";
export type { BucketUse, GatewayFrame, RestCall, TrafficEntry } from "./traffic/entries.ts";

/** Somebody whom the page can be: a member of the seeded guild, never the bot. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** Discord locale, such as `en-US`. */
  readonly locale: string;
  /** What this person is here to show, such as "Enchanter" or "Newcomer without a role". */
  readonly part: string;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
  /** 0xRRGGBB; 0 means no colour. */
  readonly color: number;
  readonly position: number;
  readonly mentionable: boolean;
}

export interface MemberView {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  readonly roleIds: readonly string[];
  readonly online: boolean;
}

export interface ChannelView {
  readonly id: string;
  /** Null for a direct message. */
  readonly guildId: string | null;
  readonly kind: "text" | "category" | "thread" | "dm";
  readonly name: string;
  readonly topic: string | null;
  /** A channel's category, a thread's channel. */
  readonly parentId: string | null;
  readonly position: number;
  /** The other side of a direct message. */
  readonly recipientIds: readonly string[];
  /** May this person write here? */
  readonly writable: boolean;
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: readonly RoleView[];
  readonly members: readonly MemberView[];
  readonly channels: readonly ChannelView[];
}

/** An application whose commands this person may use, and whether its bot is connected now. */
export interface ApplicationView {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  readonly online: boolean;
  readonly commands: readonly APIApplicationCommand[];
}

export interface Snapshot {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly guilds: readonly GuildView[];
  readonly directMessages: readonly ChannelView[];
  readonly applications: readonly ApplicationView[];
  /** Newest 50 of each channel that this person sees, oldest first, with their ephemeral messages. */
  readonly messages: Readonly<Record<string, readonly APIMessage[]>>;
  /** This person may switch off direct messages from the bot. */
  readonly acceptsDirectMessages: boolean;
}

/** A modal that the bot opened for this person. */
export interface OpenModal {
  readonly interactionId: string;
  readonly applicationId: string;
  readonly channelId: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

export type PageEvent =
  | { readonly type: "snapshot"; readonly snapshot: Snapshot }
  /** New, or changed: the page replaces by id. Ephemeral messages carry Discord's flag 1 << 6, "thinking…" 1 << 7. */
  | { readonly type: "message"; readonly message: APIMessage }
  | { readonly type: "messages-removed"; readonly channelId: string; readonly messageIds: readonly string[] }
  | { readonly type: "channel"; readonly channel: ChannelView }
  | { readonly type: "channel-removed"; readonly channelId: string }
  | { readonly type: "guild"; readonly guild: GuildView }
  | { readonly type: "application"; readonly application: ApplicationView }
  | { readonly type: "typing"; readonly channelId: string; readonly userId: string }
  | { readonly type: "modal"; readonly open: OpenModal }
  | { readonly type: "faults"; readonly faults: FaultState }
  /**
   * How an interaction of this person went: `pending` from the moment it was sent, `answered` when the bot's
   * first answer arrived, `failed` when 3 s passed or the bot is away ("This interaction failed",
   * "The application did not respond").
   */
  | {
      readonly type: "interaction";
      readonly interactionId: string;
      readonly channelId: string;
      /** The message whose component was used, null for a command. */
      readonly messageId: string | null;
      /** The component's custom id, or the command's name with its subcommand group and subcommand. */
      readonly source: string;
      readonly state: "pending" | "answered" | "failed";
      /** The answer was "later": "thinking…", or an update of the message that is still to come. */
      readonly deferred?: true;
    };

/** A command's option as the person filled it in: text for string options and ids, numbers as numbers. */
export type OptionValue = string | number | boolean;

/** What a person filled into one component of a modal, by the component's custom id. */
export interface ModalField {
  readonly customId: string;
  /** Text input and radio group (null: none chosen). */
  readonly value?: string | boolean | null;
  /** Selects and checkbox groups; for a file upload the ids that `upload` answered. */
  readonly values?: readonly string[];
}

/** Everything the page can ask for, each with its body and its reply. */
export interface PageActions {
  /** Sends a plain message. */
  readonly message: { body: { channelId: string; content: string }; reply: { messageId: string } };
  /** Runs a slash command; for user and message commands `targetId` names what it was used on. */
  readonly command: {
    body: {
      channelId: string;
      applicationId: string;
      name: string;
      commandType?: ApplicationCommandType;
      /** Subcommand group and subcommand, where there are any. */
      path?: readonly string[];
      options?: Readonly<Record<string, OptionValue>>;
      targetId?: string;
    };
    reply: { interactionId: string };
  };
  /** Asks the bot for choices while an option is typed; waits for its answer, at most 3 s. */
  readonly autocomplete: {
    body: {
      channelId: string;
      applicationId: string;
      name: string;
      path?: readonly string[];
      options: Readonly<Record<string, OptionValue>>;
      /** The option that is being typed. */
      focused: string;
    };
    reply: { choices: readonly APIApplicationCommandOptionChoice[] };
  };
  /** Presses a button or chooses in a select of a message (`values` for selects). */
  readonly component: {
    body: { channelId: string; messageId: string; customId: string; values?: readonly string[] };
    reply: { interactionId: string };
  };
  /** Submits the modal that `interactionId` opened. */
  readonly modal: { body: { interactionId: string; fields: readonly ModalField[] }; reply: { interactionId: string } };
  /** Closes a modal unsent: the bot is not told, as on Discord. */
  readonly "close-modal": { body: { interactionId: string }; reply: Record<string, never> };
  /** Stores a file for a modal's upload; `data` is base64. */
  readonly upload: { body: { filename: string; contentType: string; data: string }; reply: { attachmentId: string } };
  /** Opens (or finds) the direct message with somebody. */
  readonly "direct-message": { body: { userId: string }; reply: { channelId: string } };
  /** Puts a reaction on a message, or takes one's own away. `emoji` is Unicode, or `name:id` of a server's own. */
  readonly react: { body: { channelId: string; messageId: string; emoji: string; on: boolean }; reply: Record<string, never> };
  /** Hides an ephemeral message for good. */
  readonly dismiss: { body: { channelId: string; messageId: string }; reply: Record<string, never> };
  readonly "accept-direct-messages": { body: { accept: boolean }; reply: Record<string, never> };
  /** Gives or takes a role, as the owner would in the server's settings. */
  readonly role: { body: { guildId: string; userId: string; roleId: string; has: boolean }; reply: Record<string, never> };
}

export type PageAction = keyof PageActions;

/** A refusal as Discord's own client would word it. */
export interface PageError {
  readonly message: string;
}

/** What the inspector is told; always whole entries, oldest first. */
export interface TrafficNews {
  /** By their id: whose calls and sockets these are. */
  readonly applications: Readonly<Record<string, string>>;
  readonly entries: readonly TrafficEntry[];
}

export interface FaultState {
  readonly settings: FaultSettings;
  /** What is left of a global limit that was set off, in milliseconds. */
  readonly globallyLimitedMs: number;
  /** Ids of the people whose direct messages were closed, not by themselves. */
  readonly closedDirectMessages: readonly string[];
}

/** What can be made to go wrong once, and what it needs to know. */
export interface FaultActions {
  /** Cuts every bot's gateway connection without a word. */
  readonly "drop-connections": object;
  /** Asks every bot to reconnect and resume (op 7). */
  readonly "request-reconnect": object;
  /** Tells every bot that its session is invalid (op 9): it may resume, or must begin anew. */
  readonly "invalidate-sessions": { readonly resumable: boolean };
  /** Answers every REST call with a global 429 for so long. */
  readonly "limit-globally": { readonly ms: number };
  readonly "delete-channel": { readonly channelId: string };
  readonly "accept-direct-messages": { readonly personId: string; readonly accept: boolean };
}

export type FaultAction = keyof FaultActions;

/** A page's socket closes with this code when another world was loaded. */
export const ANOTHER_WORLD = 4900;
