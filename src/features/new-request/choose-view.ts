/** The steps in which a person looks for an item: profession, category, item, and what a search found. */
import type { APIButtonComponentWithCustomId, APIComponentInContainer, APISelectMenuOption } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import type { Page } from "../paging.ts";
import { needsOf, type Recipe } from "../recipes/recipe.ts";
import { button, card, COLOURS, option, row, stringSelect, text } from "../view-kit.ts";
import { isFull } from "./basket.ts";
import { categorySelect, type DraftAddress, itemSelect, moveButton, openButton, pageButton, professionButton, professionSelect } from "./custom-ids.ts";
import type { Draft } from "./draft.ts";
import { craftedProfessions, recipesFor, selectPage } from "./lists.ts";
import { problemText, quoted } from "./problem-text.ts";
import { aboutOf, emojiOf, professionName, type Showing, withIcon } from "./showing.ts";

/** More professions than this are shown in a select. */
const PROFESSION_BUTTONS = 10;
const ROW = 5;

/** `recent`: what the person asked for lately, for the first step. */
export function chooseView(showing: Showing, draft: Draft, recent: readonly Recipe[]): View {
  const { say } = showing;
  const { problems } = draft.state;
  const { ask, step, page, choices } = partsOf(showing, draft, recent);
  const where = page.pageCount > 1 ? say("step.page", { step, page: page.page + 1, pageCount: page.pageCount }) : say("step", { step });
  const head = [say("heading"), ...(problems.length > 0 ? [problemText(say, problems)] : []), ask, where];
  return card(COLOURS.neutral, text(head.join("\n")), ...choices, ...inRows(navigation(showing, draft, page)));
}

interface Parts {
  readonly ask: string;
  readonly step: number;
  readonly page: Page<unknown>;
  readonly choices: readonly APIComponentInContainer[];
}

function partsOf(showing: Showing, draft: Draft, recent: readonly Recipe[]): Parts {
  const { say, book } = showing;
  const { state } = draft;
  const address = addressOf(draft);
  switch (state.step) {
    case "category": {
      const page = selectPage(book.categories(state.profession ?? ""), state.page);
      const options = page.items.map((category) => option(category, category));
      const ask = say("ask.category", { profession: nameWithIcon(showing, state.profession) });
      return { ask, step: 2, page, choices: selectRow(categorySelect.encode(address), options, say("hint.category")) };
    }
    case "item":
    case "results": {
      const page = selectPage(recipesFor(state, book), state.page);
      const isSearch = state.step === "results";
      const options = page.items.map((recipe) => itemOption(showing, recipe, isSearch ? aboutOf(showing, recipe) : materialsOf(recipe)));
      const choices = selectRow(itemSelect.encode(address), options, say("hint.item"));
      if (!isSearch) return { ask: say("ask.item", { profession: nameWithIcon(showing, state.profession), category: state.category ?? "" }), step: 3, page, choices };
      const typed = quoted(state.search);
      return { ask: page.items.length === 0 ? say("ask.no-results", { typed }) : say("ask.results", { typed }), step: 3, page, choices };
    }
    default: {
      const page = selectPage(craftedProfessions(book), state.page);
      const options = recent.map((recipe) => itemOption(showing, recipe, aboutOf(showing, recipe)));
      const again = selectRow(itemSelect.encode(address), options, say("hint.again"));
      return { ask: say("ask.profession"), step: 1, page, choices: [...professionChoices(showing, draft, page), ...again] };
    }
  }
}

const addressOf = ({ id, version }: Draft): DraftAddress => ({ draftId: id, version });

const nameWithIcon = (showing: Showing, profession: string | null): string => withIcon(showing, profession ?? "", professionName(showing, profession ?? ""));

const selectRow = (customId: string, options: readonly APISelectMenuOption[], hint: string): readonly APIComponentInContainer[] =>
  options.length === 0 ? [] : [row(stringSelect(customId, options, { hint }))];

const itemOption = (showing: Showing, recipe: Recipe, description: string): APISelectMenuOption =>
  option(recipe.name, recipe.id, { description, ...emojiOf(showing, recipe.profession) });

const materialsOf = (recipe: Recipe): string =>
  needsOf(recipe, 1)
    .map(({ name, amount }) => `${amount} × ${name}`)
    .join(", ");

function professionChoices(showing: Showing, draft: Draft, { items, pageCount }: Page<{ id: string; name: string }>): readonly APIComponentInContainer[] {
  const address = addressOf(draft);
  if (items.length > PROFESSION_BUTTONS || pageCount > 1) {
    const options = items.map(({ id, name }) => option(name, id, emojiOf(showing, id)));
    return selectRow(professionSelect.encode(address), options, showing.say("hint.profession"));
  }
  const buttons = items.map(({ id, name }) => button("primary", name, professionButton.encode({ ...address, profession: id }), emojiOf(showing, id)));
  return inRows(buttons);
}

const inRows = (buttons: readonly APIButtonComponentWithCustomId[]): readonly APIComponentInContainer[] =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, index) => row(...buttons.slice(index * ROW, (index + 1) * ROW)));

function navigation({ say }: Showing, draft: Draft, { page, pageCount }: Page<unknown>): APIButtonComponentWithCustomId[] {
  const address = addressOf(draft);
  const turnTo = (label: string, target: number): APIButtonComponentWithCustomId =>
    button("secondary", label, pageButton.encode({ ...address, page: Math.max(0, target) }), { disabled: target < 0 || target >= pageCount });
  return [
    ...(pageCount > 1 ? [turnTo(say("previous"), page - 1), turnTo(say("next"), page + 1)] : []),
    button("secondary", say("search"), openButton.encode({ ...address, opening: "search" }), { emoji: "🔎" }),
    ...(draft.state.step === "profession" && !isFull(draft.state.basket) ? [button("secondary", say("paste"), openButton.encode({ ...address, opening: "paste" }), { emoji: "📋" })] : []),
    ...(draft.state.step === "profession" && draft.state.basket.lines.length === 0 ? [] : [button("secondary", say("back"), moveButton.encode({ ...address, move: "back" }))]),
    button("danger", say("cancel"), moveButton.encode({ ...address, move: "cancel" })),
  ];
}
