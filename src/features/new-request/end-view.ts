/** How a draft ends without a request. */
import type { View } from "../contract.ts";
import { button, card, COLOURS, row, text } from "../view-kit.ts";
import { startButton } from "./custom-ids.ts";
import type { Say } from "./texts.ts";

const endView = (say: Say, heading: string, sentence: string): View =>
  card(COLOURS.quiet, text(`${heading}\n${sentence}`), row(button("primary", say("again"), startButton.encode({}))));

export const cancelledView = (say: Say): View => endView(say, say("cancelled.heading"), say("cancelled.text"));

/** The draft was removed, being too old. */
export const goneView = (say: Say): View => endView(say, say("gone.heading"), say("gone.text"));
