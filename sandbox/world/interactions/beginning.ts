import type { APIMessage, ApplicationCommandOptionType, InteractionType } from "discord-api-types/v10";
import type { Channel } from "../channel.ts";
import type { Application } from "../world.ts";
import type { InteractionRecord } from "./record.ts";

/** What an interaction begins with. */
export interface Beginning {
  readonly kind: InteractionType;
  readonly application: Application;
  readonly personId: string;
  readonly channel: Channel;
  readonly source: string;
  readonly data: unknown;
  readonly isContextMenu?: boolean;
  /** The message whose component was used, or whose modal it is. */
  readonly message?: APIMessage;
  /** For a modal, the interaction that opened it. */
  readonly opener?: InteractionRecord;
  readonly onChoices?: InteractionRecord["onChoices"];
  /** For autocomplete, of the option that is typed. */
  readonly choiceType?: ApplicationCommandOptionType;
}
