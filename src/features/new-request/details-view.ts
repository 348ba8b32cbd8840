import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { needsOf, type Recipe } from "../recipes/recipe.ts";
import { button, card, COLOURS, row, separator, shorten, text } from "../view-kit.ts";
import { moveButton, openButton, type Opening } from "./custom-ids.ts";
import type { Draft } from "./draft.ts";
import { problemText } from "./problem-text.ts";
import { QUANTITY } from "./quantity.ts";
import { professionName, type Showing, withIcon } from "./showing.ts";
import type { Say } from "./texts.ts";

const NAME_LIMIT = 60;

/** The chosen item, what it takes, how many; also where a modal with something wrong in it can be edited. */
export function detailsView(showing: Showing, draft: Draft, recipe: Recipe): View {
  const { say } = showing;
  const { quantity, problems } = draft.state;
  const address = { draftId: draft.id, version: draft.version };
  const isWrong = problems.length > 0;
  const about = { profession: professionName(showing, recipe.profession), category: recipe.category, produces: recipe.produces };
  const head = [
    say("details.heading", { item: withIcon(showing, recipe.profession, recipe.name) }),
    ...(isWrong ? [problemText(say, problems)] : []),
    say(recipe.produces > 1 ? "details.produces" : "details.about", about),
    ...(isWrong ? [] : [say("step", { step: 4 })]),
  ];
  return card(
    isWrong ? COLOURS.waiting : COLOURS.neutral,
    text(head.join("\n")),
    text(materialsText(say, recipe, quantity)),
    separator(),
    text([quantity === null ? say("details.no-quantity") : say("details.quantity", { quantity }), say(isWrong ? "details.kept" : "details.hint")].join("\n")),
    row(
      button("secondary", "−1", moveButton.encode({ ...address, move: "less-1" }), { disabled: (quantity ?? 0) <= QUANTITY.min }),
      button("secondary", "+1", moveButton.encode({ ...address, move: "more-1" }), { disabled: quantity === QUANTITY.max }),
      button("secondary", "+5", moveButton.encode({ ...address, move: "more-5" }), { disabled: quantity === QUANTITY.max }),
      button("secondary", say("quantity.set"), openButton.encode({ ...address, opening: "quantity" })),
    ),
    row(
      ...onwards(say, draft, isWrong),
      button("secondary", say("back"), moveButton.encode({ ...address, move: "back" })),
      button("danger", say("cancel"), moveButton.encode({ ...address, move: "cancel" })),
    ),
  );
}

/** Alone it can be sent at once; with others it goes to them. */
function onwards(say: Say, { id, version, state }: Draft, isWrong: boolean): readonly APIButtonComponentWithCustomId[] {
  const { lines, editing } = state.basket;
  const to = (opening: Opening): string => openButton.encode({ draftId: id, version, opening });
  if (editing !== null)
    return [button("success", say(isWrong ? "edit" : "basket.keep"), to("basket")), button("secondary", say("basket.remove"), moveButton.encode({ draftId: id, version, move: "remove" }))];
  if (lines.length > 0) return [button("success", say(isWrong ? "edit" : "basket.put"), to("basket"))];
  return [button("success", say(isWrong ? "edit" : "continue"), to("details")), button("secondary", say("basket.put"), to("basket"))];
}

function materialsText(say: Say, recipe: Recipe, quantity: number | null): string {
  const each = new Map(needsOf(recipe, 1).map(({ name, amount }) => [name, amount]));
  if (each.size === 0) return say("details.no-materials");
  // "Each" is one piece; where a craft makes several, one piece takes no materials of its own.
  const tellsEach = recipe.produces === 1 && quantity !== null && quantity > 1;
  const lines = needsOf(recipe, quantity ?? 1).map(({ name, amount }) =>
    say(tellsEach ? "details.material-each" : "details.material", { material: shorten(name, NAME_LIMIT), needed: amount, each: each.get(name) ?? 0 }),
  );
  return [say("details.materials"), ...lines].join("\n");
}
