import type { MaterialsSource, RequestState } from "./request.ts";

/** One request a row; names follow `CraftingRequest`. */
export interface RequestsTable {
  guild_id: string;
  id: string;
  number: number;
  draft_id: string;
  requester_id: string;
  requester_locale: string;
  character_id: string;
  character_name: string;
  recipe_id: string;
  item_name: string;
  /** JSON: its name in other languages, by locale. */
  item_names: string;
  profession: string;
  category: string;
  quantity: number;
  completed: number;
  materials_source: MaterialsSource;
  /** JSON: a list of {@link MaterialLine}. */
  materials: string;
  /** JSON: how many of each material are pledged. */
  pledged: string;
  note: string;
  state: RequestState;
  crafter_id: string | null;
  crafter_locale: string | null;
  reason: string;
  created_at: number;
  changed_at: number;
  version: number;
  /** {@link NO_DATE} when nobody said. */
  needed_by: number;
  lease_until: number | null;
  delivered_at: number | null;
  basket_id: string | null;
}

/** Later than any date, so that one index has those without a date last; of null the engines think differently. */
export const NO_DATE = 253_402_300_799_999;

/** The last number that a guild's requests have. */
export interface RequestNumbersTable {
  guild_id: string;
  last: number;
}

/** Who is there to hand a request over, see here-service.ts. */
export interface RequestPresenceTable {
  guild_id: string;
  request_id: string;
  user_id: string;
  here_at: number;
}

declare module "../../database/schema.ts" {
  interface Database {
    requests: RequestsTable;
    request_numbers: RequestNumbersTable;
    request_presence: RequestPresenceTable;
  }
}
