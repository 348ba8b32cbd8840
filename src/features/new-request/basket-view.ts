/** The items that are sent together, and what is still to be said about a pasted list. */
import type { View } from "../contract.ts";
import { button, card, COLOURS, LIMITS, option, plain, row, separator, shorten, stringSelect, text } from "../view-kit.ts";
import { BASKET_SIZE, type BasketLine, isFull, type UnclearLine } from "./basket.ts";
import { lineSelect, meantSelect, moveButton, sendButton, skipButton } from "./custom-ids.ts";
import type { Draft } from "./draft.ts";
import { emojiOf, professionName, type Showing, aboutOf } from "./showing.ts";
import { problemText, quoted } from "./problem-text.ts";

const NAME_LIMIT = 80;

/** `characterName`: null when it is not chosen, or no longer theirs. */
export function basketView(showing: Showing, draft: Draft, characterName: string | null): View {
  const { say } = showing;
  const { basket, problems } = draft.state;
  const address = { draftId: draft.id, version: draft.version };
  const count = basket.lines.length;
  const head = [
    say("basket.heading", { count }),
    ...(problems.length > 0 ? [problemText(say, problems)] : []),
    characterName === null ? say("basket.for-nobody") : say("basket.for", { character: plain(characterName) }),
  ];
  const foot = [...(isFull(draft.state.basket) ? [say("basket.full", { most: BASKET_SIZE })] : []), say("basket.hint")];
  return card(
    problems.length > 0 ? COLOURS.waiting : COLOURS.neutral,
    text(head.join("\n")),
    separator(),
    text([...basket.lines.map((line, index) => lineText(showing, line, index + 1)), ...foot].join("\n")),
    row(stringSelect(lineSelect.encode(address), basket.lines.map((line, index) => lineOption(showing, line, index + 1)), { hint: say("basket.choose") })),
    row(
      button("success", say("basket.send", { count }), sendButton.encode(address)),
      button("secondary", say("basket.add"), moveButton.encode({ ...address, move: "add-another" }), { disabled: isFull(draft.state.basket) }),
      button("danger", say("cancel"), moveButton.encode({ ...address, move: "cancel" })),
    ),
  );
}

function lineText(showing: Showing, { recipeId, quantity }: BasketLine, place: number): string {
  const recipe = showing.book.get(recipeId);
  if (!recipe) return showing.say("basket.gone", { place, quantity });
  return showing.say("basket.line", { place, item: shorten(recipe.name, NAME_LIMIT), quantity, profession: professionName(showing, recipe.profession) });
}

function lineOption(showing: Showing, { id, recipeId, quantity }: BasketLine, place: number): ReturnType<typeof option> {
  const recipe = showing.book.get(recipeId);
  if (!recipe) return option(showing.say("basket.choice-gone", { place, quantity }), id);
  return option(showing.say("basket.choice", { place, item: shorten(recipe.name, NAME_LIMIT), quantity }), id, emojiOf(showing, recipe.profession));
}

/** Asks what one line of a pasted list means. */
export function unclearView(showing: Showing, draft: Draft, unclear: UnclearLine): View {
  const { say, book } = showing;
  const { basket, problems } = draft.state;
  const address = { draftId: draft.id, version: draft.version, line: unclear.id };
  const near = book.search(unclear.typed, { limit: LIMITS.options });
  const options = near.map((recipe) => option(recipe.name, recipe.id, { description: aboutOf(showing, recipe), ...emojiOf(showing, recipe.profession) }));
  const head = [
    say("unclear.heading"),
    ...(problems.length > 0 ? [problemText(say, problems)] : []),
    say("unclear.ask", { typed: quoted(unclear.typed), quantity: unclear.quantity }),
    say("unclear.left", { count: basket.unclear.length }),
  ];
  return card(
    COLOURS.neutral,
    text(head.join("\n")),
    ...(options.length === 0 ? [] : [row(stringSelect(meantSelect.encode(address), options, { hint: say("hint.item") }))]),
    row(
      button("secondary", say("unclear.skip"), skipButton.encode(address)),
      button("danger", say("cancel"), moveButton.encode({ draftId: draft.id, version: draft.version, move: "cancel" })),
    ),
  );
}
