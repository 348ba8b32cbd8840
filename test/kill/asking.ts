import { type FieldValue, fieldsOf, type OpenModal, type Outcome, textOf } from "../../sandbox/driver.ts";
import { FIELD } from "../../src/features/new-request/custom-ids.ts";
import { answered, type Hands, insist, insistOnForm } from "./hands.ts";
import { numberSent } from "./sentences.ts";

/** By profession, so that each has crafters: ids of the pack that comes with Guildsmith. */
const ITEMS = ["Arcane Elixir", "Catseye Elixir", "Elixir of Agility", "Linen Bag", "Runecloth Bag", "Enchant Weapon - Crusader", "Enchant Boots - Minor Speed"];

/** Asks for a craft with `/request`, with a note that nobody else writes; gives the summary, null when none was seen. */
export async function askForCraft(hands: Hands, note: string): Promise<Outcome | null> {
  const { driver, chance, channelId } = hands;
  const options = { item: chance.pick(ITEMS) ?? "", quantity: chance.between(1, 5) };
  const opened = await insist(hands, () => driver.command({ channelId, name: "request", options }));
  const form = opened?.modal;
  if (!form) return null;
  const fields = filledIn(hands, form, note);
  const summary = chance.happens(0.2) ? await sendTwice(hands, form, fields) : await insistOnForm(hands, form, fields);
  // Somebody whose page lost the answer, or who went back to an old form.
  if (summary && chance.happens(0.1)) {
    hands.reopen(form);
    noteSummary(hands, note, await insistOnForm(hands, form, fields));
  }
  return noteSummary(hands, note, summary);
}

function filledIn({ driver }: Hands, { modal }: OpenModal, note: string): Record<string, FieldValue> {
  const asked = new Set(fieldsOf(modal).map(({ component }) => component.custom_id));
  return {
    [FIELD.note]: note,
    ...(asked.has(FIELD.characterName) ? { [FIELD.characterName]: `Hero${driver.personId.slice(-3)}x` } : {}),
    ...(asked.has(FIELD.source) ? { [FIELD.source]: "all" } : {}),
  };
}

/** The same form at the same moment from two windows: both may be answered, with one request. */
async function sendTwice(hands: Hands, form: OpenModal, fields: Readonly<Record<string, FieldValue>>): Promise<Outcome | null> {
  const { driver } = hands;
  const filled = Object.entries(fields).map(([customId, value]) => ({ customId, value: typeof value === "object" ? null : value }));
  const send = async (): Promise<string> => (await driver.act("modal", { interactionId: form.interactionId, fields: filled })).interactionId;
  const first = await send();
  hands.reopen(form);
  const second = await send();
  const outcomes = await Promise.all([first, second].map((id) => answered(() => driver.outcome(id))));
  const seen = outcomes.filter((outcome) => outcome !== null && outcome !== "refused");
  for (const outcome of seen) noteSummary(hands, String(fields[FIELD.note]), outcome);
  return seen[0] ?? insistOnForm(hands, form, fields);
}

/** Writes down what the person was told of their request. */
function noteSummary({ driver, ledger }: Hands, note: string, summary: Outcome | null): Outcome | null {
  const number = summary?.message ? numberSent(textOf(summary.message)) : null;
  const { requestId } = ledger.look(summary?.message ?? null);
  if (number !== null && requestId !== null) ledger.submissions.push({ note, personId: driver.personId, number, requestId });
  return summary;
}
