/** What all presses and modals of this room share: who may, which draft, is it the newest, and how it looks. */
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Call, Reply, Stay, View } from "../contract.ts";
import { anyOf, role } from "../phrases.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { LIMITS } from "../view-kit.ts";
import type { Character } from "../characters/character.ts";
import { basketView, unclearView } from "./basket-view.ts";
import { chooseView } from "./choose-view.ts";
import type { DraftAddress } from "./custom-ids.ts";
import type { NewRequestDeps } from "./deps.ts";
import { detailsView } from "./details-view.ts";
import { type Draft, type DraftEvent, type DraftState, isOver } from "./draft.ts";
import { advance } from "./draft-steps.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { cancelledView, goneView } from "./end-view.ts";
import type { Asking } from "./form.ts";
import { craftedProfessions, isLost } from "./lists.ts";
import { sentView } from "./sent-view.ts";
import { togetherView } from "./together-view.ts";
import type { Showing } from "./showing.ts";
import { newRequestTexts } from "./texts.ts";

/** A person at the desk: may ask, and there is something to ask for. */
export interface Visit extends Showing {
  readonly call: Call;
}

/** A visit to a draft that can go on. */
export interface Going extends Visit {
  readonly draft: Draft;
  /** Whether the press came from an outdated message. */
  readonly isOutdated: boolean;
}

export interface Flow {
  readonly drafts: Drafts;
  /** Refuses who may not ask, or where nothing can be asked for. */
  enter(call: Call): Result<Visit, Reply>;
  /** Finds a draft that can go on; else gives the reply: a refusal, how it ended, or its fresh start when its choice is gone. */
  find(call: Call, address: DraftAddress): Promise<Result<Going, Reply>>;
  /** Applies an event and shows what came of it; an outdated press is shown the newest state instead. */
  step(call: Call, address: DraftAddress, event: (book: RecipeBook, state: DraftState) => DraftEvent): Promise<Reply>;
  /** Keeps the state after an event and shows it. */
  move(going: Going, event: DraftEvent): Promise<Reply>;
  show(visit: Visit, draft: Draft): Promise<Reply>;
  viewOf(visit: Visit, draft: Draft): Promise<View>;
  /** What the details' modal depends on. @throws when the draft has no recipe of the book; `find` sees to it at `details` */
  askingFor(going: Going): Promise<Asking>;
  /** Whom a draft may be for: the one that its basket is for, else all of the person's. */
  charactersFor(visit: Visit, state: DraftState): Promise<readonly Character[]>;
  /** What this person asked for lately and still can, the most recent first. */
  recentOf(visit: Visit): Promise<readonly Recipe[]>;
}

const update = (view: View, stay: Stay = "completion"): Reply => ({ kind: "update", view, stay });
/** Nobody loses what they have begun to fill in. */
export const stayAt = (state: DraftState): Stay => (isOver(state) ? "completion" : "form");
const refuse = (sentence: string): Reply => ({ kind: "refuse", sentence });

export function createFlow(deps: NewRequestDeps): Flow {
  const drafts = createDrafts(deps);

  const flow: Flow = {
    drafts,

    enter(call) {
      const say = call.translator.in(newRequestTexts);
      if (!call.rights.isMember) return err(refuse(say("refused.not-a-member", { roles: anyOf(call.translator.languageOf(newRequestTexts, "refused.not-a-member"), call.settings.roles.member.map(role)) })));
      const book = deps.books(call.settings).spokenIn(call.translator.locale);
      if (craftedProfessions(book).length === 0) return err(refuse(say(call.rights.isOfficer ? "refused.no-recipes-officer" : "refused.no-recipes")));
      return ok({ call, say, book });
    },

    async find(call, { draftId, version }) {
      const visit = flow.enter(call);
      if (!visit.ok) return visit;
      const draft = await drafts.get(call, draftId);
      if (!draft) return err(update(goneView(visit.value.say)));
      if (draft.userId !== call.userId) return err(refuse(visit.value.say("refused.foreign")));
      if (isOver(draft.state)) return err(await flow.show(visit.value, draft));
      const going = { ...visit.value, draft, isOutdated: draft.version !== version };
      return isLost(draft.state, going.book) ? err(await flow.move(going, { kind: "lose-choice" })) : ok(going);
    },

    async step(call, address, event) {
      const going = await flow.find(call, address);
      if (!going.ok) return going.error;
      const { draft, book, isOutdated } = going.value;
      return isOutdated ? flow.show(going.value, draft) : flow.move(going.value, event(book, draft.state));
    },

    async move(going, event) {
      const { draft } = going;
      const state = advance(draft.state, event);
      const next = state === draft.state ? draft : await drafts.change(draft, state);
      return next ? flow.show(going, next) : update(goneView(going.say));
    },

    show: async (visit, draft) => update(await flow.viewOf(visit, draft), stayAt(draft.state)),

    async viewOf(visit, draft) {
      const { call, say, book } = visit;
      const { step, recipeId, requestId } = draft.state;
      switch (step) {
        case "cancelled":
          return cancelledView(say);
        case "sent": {
          const [first, ...others] = await deps.reads.getMany(call.guildId, draft.state.basket.requestIds);
          if (first && others.length > 0) return togetherView(visit, [first, ...others], false);
          const request = requestId === null ? null : await deps.reads.get(call.guildId, requestId);
          return request ? sentView(visit, request, { isNew: false, isForOfficers: false, clamped: [] }) : goneView(say);
        }
        case "details": {
          const recipe = book.get(recipeId ?? "");
          return recipe ? detailsView(visit, draft, recipe) : goneView(say);
        }
        case "basket": {
          const chosen = (await flow.charactersFor(visit, draft.state)).find(({ id }) => id === draft.state.basket.characterId);
          return basketView(visit, draft, chosen?.name ?? null);
        }
        case "unclear": {
          const [unclear] = draft.state.basket.unclear;
          return unclear ? unclearView(visit, draft, unclear) : goneView(say);
        }
        case "profession":
          return chooseView(visit, draft, await flow.recentOf(visit));
        case "category":
        case "item":
        case "results":
          return chooseView(visit, draft, []);
      }
    },

    async askingFor(going) {
      const { call, book, draft } = going;
      const recipe = book.get(draft.state.recipeId ?? "");
      if (!recipe) throw new Error(`draft ${draft.id} has no recipe to ask about`);
      return { recipe, characters: await flow.charactersFor(going, draft.state), mayAskGuild: call.rights.isCore, locale: call.translator.locale, now: call.now };
    },

    async charactersFor({ call }, { basket }) {
      const own = await deps.characters.list(call.guildId, call.userId);
      const chosen = own.find(({ id }) => id === basket.characterId);
      return chosen ? [chosen] : own;
    },

    async recentOf({ call, book }) {
      const ids = await deps.reads.listRecentRecipes(call.guildId, call.userId, LIMITS.options);
      return ids.flatMap((id) => book.get(id) ?? []);
    },
  };
  return flow;
}
