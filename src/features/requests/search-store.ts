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
    for (let last = below; found.length <= limit; ) {
      const part = await readPart(db, guildId, wanted.personId, last);
      found.push(...part.filter((row) => matches(row, wanted)));
      last = part.at(-1)?.number ?? last;
      if (part.length < PART) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const shown = found.slice(0, limit);
    return { items: await requestsOf(db, guildId, shown.map(({ id }) => id)), next: found.length > limit ? (shown.at(-1)?.number ?? null) : null };
  },
});

function readPart(db: Db, guildId: string, personId: string | null, below: number | null): Promise<readonly Searched[]> {
  let rows = db.selectFrom("requests").select(["id", "number", "requester_id", "crafter_id", "item_name", "character_name", "note", "reason"]).where("guild_id", "=", guildId);
  if (below !== null) rows = rows.where("number", "<", below);
  if (personId !== null) rows = rows.where((eb) => eb.or([eb("requester_id", "=", personId), eb("crafter_id", "=", personId)]));
  return rows.orderBy("number", "desc").limit(PART).execute();
}

/** Words that somebody types may be in any of these, each in another. */
function matches({ item_name, character_name, note, reason }: Searched, { words }: Search): boolean {
  if (words.length === 0) return true;
  const text = fold(`${item_name}\n${character_name}\n${note}\n${reason}`);
  return words.every((word) => text.includes(word));
}
