import type { AuditReads } from "../audit/audit-port.ts";
import type { Call } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { ListsFor, RequestActions, RequestReads } from "./request-port.ts";
import { requestsTexts } from "./texts.ts";
import type { Viewer } from "./viewer.ts";

/** What this room's handlers work with. */
export interface RequestsRoom {
  readonly actions: RequestActions;
  readonly reads: Pick<RequestReads, "get" | "getByNumber">;
  readonly lists: ListsFor;
  readonly audit: Pick<AuditReads, "listForRequest" | "lastForRequest">;
  /** The channel of a request's thread; null while it has none. */
  readonly threadOf: (guildId: string, requestId: string) => Promise<string | null>;
  readonly books: (settings: GuildSettings) => Pick<RecipeBook, "professions" | "get">;
}

/** The caller as the views see them. */
export const viewerOf = ({ books }: RequestsRoom, { userId, rights, settings, translator }: Call): Viewer => ({
  userId,
  rights,
  locale: translator.locale,
  say: translator.in(requestsTexts),
  professionName: (profession) => professionTitle(books(settings).professions(), profession),
});
