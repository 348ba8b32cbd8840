import type { Call } from "../../features/contract.ts";
import type { SurfaceBook } from "../../features/surfaces/surface-port.ts";
import { card, COLOURS, text } from "../../features/view-kit.ts";
import type { Acknowledgment } from "../acknowledgment.ts";
import { surfaceTexts } from "./texts.ts";

/** So many numbers fit into a sentence; the rest is told at the next command. */
const NAMED = 50;

/** Tells a person once, after an answer, of which requests they could not be told elsewhere. */
export const unseenNewsTeller =
  (book: SurfaceBook) =>
  async ({ guildId, userId, translator }: Call, acknowledgment: Acknowledgment): Promise<void> => {
    const numbers = (await book.unseenNews(guildId, userId)).slice(0, NAMED);
    if (numbers.length === 0) return;
    const sentence = translator.in(surfaceTexts)("unseen", { count: numbers.length, numbers: numbers.map((number) => `#${number}`).join(", ") });
    await acknowledgment.add(card(COLOURS.waiting, text(sentence)));
    await book.seen(guildId, userId, numbers);
  };
