import type { APIMessage } from "discord-api-types/v10";
import { usableComponents } from "../../sandbox/driver.ts";
import { detailsButton } from "../../src/features/requests/custom-ids.ts";
import type { RequestActionKind } from "../../src/features/requests/request.ts";
import { openButton } from "../../src/features/requests/custom-ids.ts";
import { actButton, askButton } from "../../src/features/requests/view-ids.ts";

/** Somebody was told that their request has this number. */
export interface ToldSubmission {
  readonly note: string;
  readonly personId: string;
  readonly number: number;
  readonly requestId: string;
}

/** Somebody was told that this was done. */
export interface ToldAction {
  readonly personId: string;
  readonly action: RequestActionKind;
  /** By id, or by number where the bot told only that. */
  readonly request: { readonly id: string } | { readonly number: number };
  /** How many were completed; null where that was not told. */
  readonly count: number | null;
  /** The version of the request that was in view when it was pressed; null where a press says none. */
  readonly drawn: number | null;
  /** The version that was shown afterwards; null where none was to be seen. */
  readonly version: number | null;
  /** What the person read. */
  readonly words: string;
}

/** All that people were told, which from then on has to be true whatever becomes of the bot. */
export class Ledger {
  readonly submissions: ToldSubmission[] = [];
  readonly actions: ToldAction[] = [];
  /** The newest version of each request that anybody was shown. */
  readonly versionsShown = new Map<string, number>();
  /** Presses and forms that got no answer. */
  unanswered = 0;

  /** Notes which version of which request a message shows. */
  look(message: APIMessage | null): { readonly requestId: string | null; readonly version: number | null } {
    let requestId: string | null = null;
    let version: number | null = null;
    for (const { custom_id: id } of message ? usableComponents(message) : []) {
      const drawn = actButton.decode(id) ?? askButton.decode(id);
      requestId ??= (drawn ?? openButton.decode(id) ?? detailsButton.decode(id))?.requestId ?? null;
      version ??= drawn?.version ?? null;
    }
    if (requestId !== null && version !== null) this.versionsShown.set(requestId, Math.max(version, this.versionsShown.get(requestId) ?? 0));
    return { requestId, version };
  }
}
