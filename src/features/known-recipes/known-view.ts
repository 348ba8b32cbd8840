import type { APIComponentInContainer, APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { mayCraft, type Rights } from "../guild-settings/rights.ts";
import { type Notice, noticeColour, noticeParts } from "../notice.ts";
import { type Page, pageOf } from "../paging.ts";
import { inline } from "../phrases.ts";
import { type Profession, professionTitle, type Recipe } from "../recipes/recipe.ts";
import { button, card, labelled, LIMITS, modal, option, row, stringSelect, text, textInput } from "../view-kit.ts";
import { learnButton, listButton, listModal, pageButton, removeSelect } from "./custom-ids.ts";
import type { Say } from "./texts.ts";

/** As many as a select takes. */
const PAGE_SIZE = LIMITS.options;
const NAME_LIMIT = 60;
export const LIST_FIELD = "list";

/** What somebody has marked. */
export interface KnownList {
  /** By profession, then name. */
  readonly recipes: readonly Recipe[];
  readonly professions: readonly Profession[];
  readonly rights: Rights;
  readonly isLearning: boolean;
}

/** One page of the list. `page` may lie beyond its end. */
export function knownView(say: Say, list: KnownList, page: number, notice?: Notice): View {
  const shown = pageOf(list.recipes, page, PAGE_SIZE);
  return card(
    noticeColour(notice),
    ...noticeParts(notice),
    text([`${say("heading")}\n-# ${say("count", { count: shown.total })}`, say(list.isLearning ? "learning.on" : "learning.off")].join("\n")),
    text(listText(say, list, shown)),
    ...removeRow(say, list, shown),
    row(...buttons(say, list, shown)),
  );
}

function listText(say: Say, { professions, rights }: KnownList, { items, page, pageCount }: Page<Recipe>): string {
  if (items.length === 0) return say("empty");
  const parts = Array.from(Map.groupBy(items, ({ profession }) => profession), ([profession, recipes]) =>
    [say(mayCraft(rights, profession) ? "profession" : "profession.lost", { profession: professionTitle(professions, profession) }), ...recipes.map(({ name }) => say("item", { item: inline(name, NAME_LIMIT) }))].join("\n"),
  );
  return [...parts, ...(pageCount > 1 ? [`-# ${say("page", { page: page + 1, pageCount })}`] : [])].join("\n");
}

function removeRow(say: Say, { professions }: KnownList, { items, page }: Page<Recipe>): APIComponentInContainer[] {
  if (items.length === 0) return [];
  const options = items.map(({ id, name, profession }) => option(name, id, { description: professionTitle(professions, profession) }));
  return [row(stringSelect(removeSelect.encode({ page }), options, { hint: say("takeOut"), max: options.length }))];
}

function buttons(say: Say, { isLearning }: KnownList, { page, pageCount }: Page<Recipe>): ReturnType<typeof button>[] {
  const leaf =
    pageCount > 1
      ? [
          button("secondary", say("previous"), pageButton.encode({ page: Math.max(0, page - 1), as: "previous" }), { disabled: page === 0 }),
          button("secondary", say("next"), pageButton.encode({ page: page + 1, as: "next" }), { disabled: page >= pageCount - 1 }),
        ]
      : [];
  const to = isLearning ? "off" : "on";
  return [...leaf, button("primary", say("paste"), listButton.encode({})), button("secondary", say(`learn.${to}`), learnButton.encode({ page, to }))];
}

/** Asks for many at once. */
export const listForm = (say: Say): APIModalInteractionResponseCallbackData =>
  modal(listModal.encode({}), say("list.title"), labelled(say("list.label"), textInput(LIST_FIELD, { paragraph: true, max: LIMITS.textInput }), say("list.about")));
