import type { Reply, Stay } from "../../features/contract.ts";
import type { Delays } from "../../features/guild-settings/delays.ts";

const MINUTE_MS = 60_000;

/** As long as an opened modal's token lives: Discord tells nobody that a modal was closed. */
export const FORM_MS = 15 * MINUTE_MS;
export const MENU_MS = 5 * MINUTE_MS;
/** How long nothing is swept in a channel after somebody acted there. */
export const QUIET_MS = 10_000;

/** How long a message of a flow stays when nobody touches it. */
export function stayMs(stay: Stay, delays: Delays): number {
  switch (stay) {
    case "menu":
      return MENU_MS;
    case "submenu":
      return 90_000;
    case "completion":
      return 30_000;
    case "form":
      return FORM_MS;
    case "confirmation":
      return delays.confirmationMs;
    case "characterConfirmation":
      return delays.characterConfirmationMs;
  }
}

/** What a reply that shows something says of it, for the rows. */
export const trackedAs = (reply: Extract<Reply, { kind: "show" | "update" }>, delays: Delays, now: number): { readonly isForm: boolean; readonly dueAt: number } => {
  const stay = reply.stay ?? "menu";
  return { isForm: stay === "form", dueAt: now + stayMs(stay, delays) };
};
