import { isCrafter } from "../guild-settings/rights.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Call, Reply } from "../contract.ts";
import type { KnownRecipes } from "../known-recipes/known-recipes-port.ts";
import { role as roleMention } from "../phrases.ts";
import { type Profession, professionTitle } from "../recipes/recipe.ts";
import type { ListsFor, RequestActions, RequestLists, RequestReads } from "../requests/request-port.ts";
import type { Selections } from "./selection.ts";
import { queueTexts, type Say } from "./texts.ts";
import type { Viewer } from "./viewer.ts";

/** What this room's handlers work with. */
export interface QueueRoom {
  readonly actions: RequestActions;
  readonly reads: Pick<RequestReads, "getMany" | "listActiveIdsOfCharacter">;
  readonly lists: ListsFor;
  readonly known: KnownRecipes;
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
  readonly selections: Selections;
}

/** Who asks for the queue, and the lists as their guild wants them. */
export interface Caller extends Viewer {
  readonly lists: RequestLists;
}

/** Lets crafters and officers in; tells everybody else which roles count. */
export async function forCrafters(room: QueueRoom, call: Call, answer: (caller: Caller) => Promise<Reply | null>): Promise<Reply | null> {
  const say = call.translator.in(queueTexts);
  const professions = room.books(call.settings).professions();
  if (!isCrafter(call.rights)) return { kind: "refuse", sentence: rolesSentence(say, call.settings, professions) };
  return answer({ guildId: call.guildId, userId: call.userId, rights: call.rights, say, professions, lists: room.lists(call.settings) });
}

function rolesSentence(say: Say, { roles }: GuildSettings, professions: readonly Profession[]): string {
  const named = Object.entries(roles.professions).flatMap(([profession, ids]) =>
    ids.map((id) => say("role-of", { role: roleMention(id), profession: professionTitle(professions, profession) })),
  );
  return named.length === 0 ? say("not-a-crafter-unset") : say("not-a-crafter", { roles: named.join(", ") });
}
