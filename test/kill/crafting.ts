import type { APIMessage } from "discord-api-types/v10";
import { type Outcome, textOf, usableComponents } from "../../sandbox/driver.ts";
import { claimButton, detailsButton } from "../../src/features/requests/custom-ids.ts";
import { FIELDS } from "../../src/features/requests/ask-view.ts";
import { actButton, askButton, assignSelect } from "../../src/features/requests/view-ids.ts";
import { actButton as queueActButton, chooseSelect } from "../../src/features/queue/view-ids.ts";
import { CHANNELS, PEOPLE } from "../../sandbox/index.ts";
import { type Hands, insist, insistOnForm } from "./hands.ts";
import { claimedIn, doneIn } from "./sentences.ts";

/** Presses a claim button of the board; gives the details that come of it. */
export const claimOnBoard = (hands: Hands): Promise<APIMessage | null> => pressOnBoard(hands, (id) => claimButton.decode(id) !== null);

/** Opens the details of a request on the board. */
export const lookAtBoard = (hands: Hands): Promise<APIMessage | null> => pressOnBoard(hands, (id) => detailsButton.decode(id) !== null);

async function pressOnBoard(hands: Hands, fits: (customId: string) => boolean): Promise<APIMessage | null> {
  const cards = hands.driver.messages(CHANNELS.craftingBoard).flatMap((card) => usableComponents(card).flatMap(({ custom_id: id }) => (fits(id) ? [{ card, id }] : [])));
  // Mostly the newest: the others have been seen.
  const chosen = hands.chance.pick(cards.slice(-12));
  return chosen ? press(hands, chosen.card, chosen.id) : null;
}

/** Claims up to three at once from `/requests`. */
export async function claimInQueue(hands: Hands): Promise<void> {
  const { driver, chance, ledger, channelId } = hands;
  const queue = (await insist(hands, () => driver.command({ channelId, name: "requests" })))?.message;
  const select = queue && usableComponents(queue).find(({ custom_id }) => chooseSelect.decode(custom_id) !== null);
  if (!queue || !select || !("options" in select)) return;
  const values = select.options.slice(0, chance.between(1, 3)).map(({ value }) => value);
  const chosen = (await insist(hands, () => driver.press(queue, select.custom_id, values)))?.message;
  const claim = chosen && usableComponents(chosen).find(({ custom_id }) => queueActButton.decode(custom_id)?.action === "claim");
  if (!chosen || !claim) return;
  const words = textOf((await insist(hands, () => driver.press(chosen, claim.custom_id)))?.message ?? chosen);
  for (const number of claimedIn(words)) ledger.actions.push({ personId: driver.personId, action: "claim", request: { number }, count: null, drawn: null, version: null, words });
}

/** Does something of what a request's details offer; gives how they look then, null when they are of no more use. */
export async function work(hands: Hands, details: APIMessage): Promise<APIMessage | null> {
  const current = hands.driver.message(details.channel_id, details.id) ?? details;
  const offered = usableComponents(current).flatMap(({ custom_id: id }) => (isWanted(hands, id) ? [id] : []));
  const id = hands.chance.pick(offered);
  return id === undefined ? null : press(hands, current, id);
}

/** People cancel less often than they craft. A summary offers the details. */
function isWanted({ chance }: Hands, id: string): boolean {
  if (detailsButton.decode(id)) return true;
  const question = askButton.decode(id)?.question;
  if (question === "complete-some") return true;
  if (question !== undefined) return chance.happens(question === "cancel" ? 0.4 : 0.6);
  const action = actButton.decode(id)?.action;
  return action !== undefined && (action !== "release" || chance.happens(0.3));
}

async function press(hands: Hands, message: APIMessage, id: string): Promise<APIMessage | null> {
  const outcome = await insist(hands, () => hands.driver.press(message, id));
  if (!outcome) return null;
  const drawn = (actButton.decode(id) ?? askButton.decode(id))?.version ?? null;
  return noted(hands, drawn, outcome.modal ? await fillIn(hands, outcome) : await goOn(hands, outcome));
}

/** How many are done, or why it is denied. */
async function fillIn(hands: Hands, { modal }: Outcome): Promise<Outcome | null> {
  if (!modal) return null;
  const isCount = JSON.stringify(modal.modal).includes(`"${FIELDS.count}"`);
  return insistOnForm(hands, modal, isCount ? { [FIELDS.count]: String(hands.chance.between(1, 3)) } : { [FIELDS.reason]: "No materials this week." });
}

const CRAFTERS = [PEOPLE.sylra, PEOPLE.brann, PEOPLE.odrin, PEOPLE.isolde];

/** Answers what the bot asks before it does something. */
async function goOn(hands: Hands, outcome: Outcome): Promise<Outcome | null> {
  const { message } = outcome;
  const usable = message ? usableComponents(message) : [];
  const sure = usable.find(({ custom_id }) => actButton.decode(custom_id)?.action === "cancel");
  const whom = usable.find(({ custom_id }) => assignSelect.decode(custom_id) !== null);
  if (message && sure) return insist(hands, () => hands.driver.press(message, sure.custom_id));
  if (message && whom) return insist(hands, () => hands.driver.press(message, whom.custom_id, [hands.chance.pick(CRAFTERS) ?? PEOPLE.isolde]));
  return outcome;
}

/** Writes down what the person was told was done. */
function noted({ driver, ledger }: Hands, drawn: number | null, outcome: Outcome | null): APIMessage | null {
  const message = outcome?.message ?? null;
  if (!message) return null;
  const words = textOf(message);
  const done = doneIn(words);
  const { requestId, version } = ledger.look(message);
  if (done && requestId !== null) ledger.actions.push({ personId: driver.personId, ...done, request: { id: requestId }, drawn, version, words });
  return message;
}
