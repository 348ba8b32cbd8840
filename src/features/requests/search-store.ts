import type { Db } from "../../database/schema.ts";
import { fold } from "../../kernel/fold.ts";
import type { RequestSearch, Search } from "../oversight/oversight-port.ts";
import { requestsOf } from "./pages.ts";

/** So many are read at a time, between which others have their turn. */
const PART = 1_000;

interface Searched {
  readonly id: string;
  readonly number: number;
  readonly requester_id: string;
  readonly crafter_id: string | null;
  readonly item_name: string;
  /** JSON, whose signs nobody looks for. */
  readonly item_names: string;
  readonly character_name: string;
  readonly note: string;
  readonly reason: string;
}

/**
 * Looks through requests from the newest on, until a page is full. Neither engine folds case, width and accents as
 * people read them, so that it is done here; a column or an index for it would cost every submission.
 */
export const requestSearch = (db: Db): RequestSearch => ({
  async search(guildId, wanted, below, limit) {
    const found: Searched[] = [];
    const textOf = foldedText();
    // Numbers have few gaps: a stretch of them is read from their index, whatever an engine thinks of a limit.
    for (let top = Math.min((below ?? Infinity) - 1, await lastNumber(db, guildId)); top > 0 && found.length <= limit; top -= PART) {
      found.push(...(await readPart(db, guildId, top)).filter((row) => matches(row, wanted, textOf)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const shown = found.slice(0, limit);
    return { items: await requestsOf(db, guildId, shown.map(({ id }) => id)), next: found.length > limit ? (shown.at(-1)?.number ?? null) : null };
  },
});

const readPart = (db: Db, guildId: string, top: number): Promise<readonly Searched[]> =>
  db
    .selectFrom("requests")
    .select(["id", "number", "requester_id", "crafter_id", "item_name", "item_names", "character_name", "note", "reason"])
    .where("guild_id", "=", guildId)
    .where("number", ">", top - PART)
    .where("number", "<=", top)
    .orderBy("number", "desc")
    .execute();

async function lastNumber(db: Db, guildId: string): Promise<number> {
  const { last } = await db.selectFrom("requests").where("guild_id", "=", guildId).select((eb) => eb.fn.max<number | null>("number").as("last")).executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Words that somebody types may be in any text of it, each in another. */
function matches(row: Searched, { words, personId }: Search, textOf: (row: Searched) => string): boolean {
  if (personId !== null && row.requester_id !== personId && row.crafter_id !== personId) return false;
  if (words.length === 0) return true;
  const text = textOf(row);
  return words.every((word) => text.includes(word));
}

/** So many texts are remembered in their folded form. */
const FOLDED = 5_000;

/** A request's texts as they are looked through. Items, characters and reasons come again and again, and folding takes longer than reading them. */
function foldedText(): (row: Searched) => string {
  const known = new Map<string, string>();
  const folded = (text: string): string => {
    let one = known.get(text);
    if (one === undefined) {
      if (known.size === FOLDED) known.clear();
      known.set(text, (one = fold(text)));
    }
    return one;
  };
  return ({ item_name, item_names, character_name, note, reason }) => [item_name, item_names, character_name, note, reason].map(folded).join("\n");
}
