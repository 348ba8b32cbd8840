import type { DeliveryFailure } from "../contract.ts";

/** What is known of a channel's panel. */
export interface Panel {
  /** Null until it is posted. */
  readonly messageId: string | null;
  /** Why the last posting failed. */
  readonly failure: DeliveryFailure | null;
}
