import { fieldsOf } from "../../../../sandbox/driver.ts";
import { FIELD } from "../../../../src/features/new-request/custom-ids.ts";
import type { Script } from "../action.ts";
import { type Memory, noteSubmission } from "../memory.ts";

/** What people type of an item's name. Of each profession that the guilds' crafters have. */
const TYPED = ["arcane el", "catseye", "elixir of ag", "linen bag", "runecloth b", "crusader", "minor sp"];

/** Looks an item up by a part of its name, asks for it, fills in the form. */
export function* request(memory: Memory): Script {
  const { chance, personId } = memory;
  const { choices } = yield { kind: "type", name: "request", focused: "item", options: { item: chance.pick(TYPED) ?? "" } };
  const item = choices[0]?.value;
  if (item === undefined) return "lost";
  const { form } = yield { kind: "command", name: "request", options: { item, quantity: chance.between(1, 4) } };
  if (!form) return "lost";
  const asked = new Set(fieldsOf(form.modal).map(({ component }) => component.custom_id));
  const note = memory.newNote();
  const { message } = yield {
    kind: "submit",
    form,
    fields: {
      [FIELD.note]: note,
      ...(asked.has(FIELD.characterName) ? { [FIELD.characterName]: `Hero${personId.slice(-5)}` } : {}),
      ...(asked.has(FIELD.source) ? { [FIELD.source]: "all" } : {}),
    },
  };
  return noteSubmission(memory, note, message) ? "done" : "lost";
}
