import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Profession } from "../recipes/recipe.ts";
import type { RequestReads } from "../requests/request-port.ts";
import type { MaterialsActions, MaterialsReads } from "./materials-port.ts";

/** What this room's handlers work with. */
export interface MaterialsRoom {
  readonly actions: MaterialsActions;
  readonly reads: MaterialsReads;
  readonly requests: Pick<RequestReads, "get">;
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
}
