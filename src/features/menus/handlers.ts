import type { Call, CommandTarget, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { NewRequest } from "../new-request/new-request-port.ts";
import { person } from "../phrases.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { ListsFor } from "../requests/request-port.ts";
import { ACTIVE_STATES } from "../requests/request.ts";
import { itemsView, personView } from "./menus-view.ts";
import { menuTexts } from "./texts.ts";

export interface MenusDeps {
  readonly lists: ListsFor;
  readonly books: (settings: GuildSettings) => Pick<RecipeBook, "namedIn" | "search" | "professions" | "spokenIn">;
  readonly newRequest: Pick<NewRequest, "startItem">;
  /** One request, as a new message. */
  readonly showDetails: (call: Call, requestId: string) => Promise<Reply>;
}

/** So many of each are listed. */
const SHOWN = 12;
/** A message that is no longer than this may be a name with a mistake in it. */
const NAME_LENGTH = 60;

/** What the commands of the "Apps" menus answer. */
export function menuHandlers({ lists, books, newRequest, showDetails }: MenusDeps) {
  return {
    async showPerson(call: Call, target: CommandTarget | undefined): Promise<Reply> {
      if (target?.kind !== "user") throw new Error("a user command without a person");
      const say = call.translator.in(menuTexts);
      if (target.isBot) return { kind: "refuse", sentence: say("person.bot", { person: person(target.userId) }) };
      const { guildId } = call;
      const { listMine, listQueue } = lists(call.settings);
      const [requests, claims] = await Promise.all([listMine(guildId, target.userId, ACTIVE_STATES, 0, SHOWN), listQueue(guildId, target.userId, [], 0, SHOWN, { only: "mine" })]);
      return { kind: "show", view: personView(say, target.userId, requests, claims) };
    },

    open: (call: Call, requestId: string | undefined): Promise<Reply | null> => (requestId === undefined ? Promise.resolve(null) : showDetails(call, requestId)),

    async requestFrom(call: Call, target: CommandTarget | undefined): Promise<Reply> {
      if (target?.kind !== "message") throw new Error("a message command without a message");
      const say = call.translator.in(menuTexts);
      const content = target.content.trim();
      if (content === "") return { kind: "refuse", sentence: say("message.empty") };
      const book = books(call.settings).spokenIn(call.translator.locale);
      const named = book.namedIn(content);
      const found = named.length > 0 || content.length > NAME_LENGTH ? named : book.search(content, { limit: SHOWN });
      const [only, ...more] = found;
      if (!only) return { kind: "refuse", sentence: say("message.unknown") };
      if (more.length === 0) return newRequest.startItem(call, only.id, null);
      return { kind: "show", view: itemsView(say, found, (id) => professionTitle(book.professions(), id)) };
    },

    choose: (call: Call, recipeId: string | undefined): Promise<Reply | null> => (recipeId === undefined ? Promise.resolve(null) : newRequest.startItem(call, recipeId, null)),
  };
}
