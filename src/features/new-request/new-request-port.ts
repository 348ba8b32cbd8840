/** What other rooms may ask of asking for a craft. */
import type { Call, Reply } from "../contract.ts";

export interface NewRequest {
  /** Starts the guided way in a new message that only this person sees. */
  startGuided(call: Call): Promise<Reply>;
  /** The form for one item, of which the person has chosen how many where they said so. */
  startItem(call: Call, recipeId: string, quantity: number | null): Promise<Reply>;
}
