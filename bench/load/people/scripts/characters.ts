import { NAME_FIELD } from "../../../../src/features/characters/views.ts";
import { addButton, chooseSelect, deleteButton, deleteNowButton } from "../../../../src/features/characters/custom-ids.ts";
import { textOf } from "../../../../sandbox/driver.ts";
import type { Script } from "../action.ts";
import { componentOf, optionsOf } from "../in-view.ts";
import type { Memory } from "../memory.ts";

/** Adds a character, and deletes it again. */
export function* characters({ chance }: Memory): Script {
  const { message: list } = yield { kind: "command", name: "characters" };
  const add = list && componentOf(list, (id) => addButton.decode(id) !== null);
  if (!add) return "lost";
  const { form } = yield { kind: "press", on: list, customId: add.custom_id };
  if (!form) return "lost";
  const name = `Alt${letters(chance.between(0, 26 ** 4 - 1))}`;
  const { message: added } = yield { kind: "submit", form, fields: { [NAME_FIELD]: name } };
  if (!added || !textOf(added).includes(name)) return "lost";
  const select = componentOf(added, (id) => chooseSelect.decode(id) !== null);
  const newest = select && "options" in select ? select.options.find(({ label }) => label === name)?.value : optionsOf(select).at(-1);
  if (!select || newest === undefined) return "lost";
  const { message: one } = yield { kind: "press", on: added, customId: select.custom_id, values: [newest] };
  const remove = one && componentOf(one, (id) => deleteButton.decode(id) !== null);
  if (!remove) return "lost";
  const { message: question } = yield { kind: "press", on: one, customId: remove.custom_id };
  const sure = question && componentOf(question, (id) => deleteNowButton.decode(id) !== null);
  if (!sure) return "lost";
  const { message: left } = yield { kind: "press", on: question, customId: sure.custom_id };
  return left ? "done" : "lost";
}

/** Names have letters only. */
function letters(n: number): string {
  let text = "";
  for (let rest = n, place = 0; place < 4; place++, rest = Math.floor(rest / 26)) text += String.fromCodePoint(97 + (rest % 26));
  return text;
}
