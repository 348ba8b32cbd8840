import type { NewId } from "../../kernel/id.ts";
import type { CharacterActions, CharacterReads } from "../characters/character-port.ts";
import type { InTransaction, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { RequestActions, RequestReads } from "../requests/request-port.ts";

/** What asking for a craft needs of the rest. */
export interface NewRequestDeps {
  readonly actions: Pick<RequestActions, "submit" | "submitMany">;
  readonly reads: Pick<RequestReads, "get" | "getMany" | "listRecentRecipes">;
  readonly characters: Pick<CharacterReads, "list"> & CharacterActions;
  /** What can be crafted in a guild. */
  readonly books: (settings: GuildSettings) => RecipeBook;
  readonly inTransaction: InTransaction;
  /** For questions outside of transactions. */
  readonly read: Transaction["db"];
  readonly newId: NewId;
}
