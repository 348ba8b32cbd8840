/** What other rooms may ask of asking for a craft. */
import type { Call, Reply } from "../contract.ts";

export interface NewRequest {
  /** Starts the guided way in a new message that only this person sees. */
  startGuided(call: Call): Promise<Reply>;
}
