import { pickSelect } from "../../../../src/features/requests/view-ids.ts";
import type { Script } from "../action.ts";
import { componentOf, optionsOf } from "../in-view.ts";
import type { Memory } from "../memory.ts";

/** Looks at one's own requests, and at one of them. */
export function* status({ chance }: Memory): Script {
  const { message } = yield { kind: "command", name: "status" };
  if (!message) return "lost";
  const select = componentOf(message, (id) => pickSelect.decode(id) !== null);
  const chosen = chance.pick(optionsOf(select));
  if (!select || chosen === undefined) return "nothing";
  const details = yield { kind: "press", on: message, customId: select.custom_id, values: [chosen] };
  return details.message ? "done" : "lost";
}
