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
    // Numbers have few gaps: a stretch of them is read from their index, whatever an engine thinks of a limit.
    for (let top = Math.min((below ?? Infinity) - 1, await lastNumber(db, guildId)); top > 0 && found.length <= limit; top -= PART) {
      found.push(...(await readPart(db, guildId, top)).filter((row) => matches(row, wanted)));
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

/** Words that somebody types may be in any of these, each in another. */
function matches({ requester_id, crafter_id, item_name, item_names, character_name, note, reason }: Searched, { words, personId }: Search): boolean {
  if (personId !== null && requester_id !== personId && crafter_id !== personId) return false;
  if (words.length === 0) return true;
  const text = fold(`${item_name}\n${item_names}\n${character_name}\n${note}\n${reason}`);
  return words.every((word) => text.includes(word));
}
