import type { View } from "../contract.ts";
import { itemIn, type CraftingRequest } from "../requests/request.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import { anotherButton, startButton } from "./custom-ids.ts";
import { professionName, type Showing, withIcon } from "./showing.ts";

const NAME_LIMIT = 80;

/** What became of a basket: its requests, whose numbers follow each other. `isNew`: false when it had been sent before. */
export function togetherView(showing: Showing, requests: readonly [CraftingRequest, ...CraftingRequest[]], isNew: boolean): View {
  const { say } = showing;
  const [{ characterId, characterName, number: first }] = requests;
  const last = requests.at(-1)?.number ?? first;
  const lines = requests.map((request) => {
    const { number, quantity, profession } = request;
    return say("sent.together-line", { number, item: shorten(itemIn(say, request), NAME_LIMIT), quantity, profession: withIcon(showing, profession, professionName(showing, profession)) });
  });
  return card(
    COLOURS.good,
    text([say(isNew ? "sent.together" : "sent.together-already", { first, last }), isNew ? say("sent.together-for", { character: plain(characterName) }) : say("sent.already")].join("\n")),
    text(lines.join("\n")),
    text(say("sent.hint")),
    row(button("secondary", say("sent.another-for", { character: characterName }), anotherButton.encode({ characterId })), button("secondary", say("sent.another"), startButton.encode({}))),
  );
}
