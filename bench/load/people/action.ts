import type { APIApplicationCommandOptionChoice, APIMessage } from "discord-api-types/v10";
import type { FieldValue, OpenModal } from "../../../sandbox/driver.ts";

type Options = Readonly<Record<string, string | number>>;

/** One thing that a person does; each is one interaction. */
export type Action =
  | { readonly kind: "type"; readonly name: string; readonly focused: string; readonly options: Options }
  | { readonly kind: "command"; readonly name: string; readonly options?: Options }
  | { readonly kind: "press"; readonly on: APIMessage; readonly customId: string; readonly values?: readonly string[] }
  | { readonly kind: "submit"; readonly form: OpenModal; readonly fields: Readonly<Record<string, FieldValue>> };

/** What came of it, as the person saw it. */
export interface Seen {
  /** The reply, or the message as it has become; wherever the surface shows it. */
  readonly message: APIMessage | null;
  readonly form: OpenModal | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
}

/**
 * `done`: what the person came for. `nothing`: there was nothing to do. `beaten`: somebody else was
 * faster. `lost`: what was shown did not lead on, which is a fault of the bot or of the flow.
 */
export type End = "done" | "nothing" | "beaten" | "lost";

/** A person's way through the bot, as a machine that is given what they see and says what they do next. */
export type Script = Generator<Action, End, Seen>;
