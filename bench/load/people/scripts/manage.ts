import type { APIMessage } from "discord-api-types/v10";
import { actButton, askButton, chooseSelect, leafButton, pickButton, type QueueActWord } from "../../../../src/features/queue/view-ids.ts";
import type { Action, End, Script, Seen } from "../action.ts";
import { componentOf, optionsOf } from "../in-view.ts";
import { type Memory, noteInQueue } from "../memory.ts";

/** How often somebody gives a claim back. */
const RELEASES = 0.2;

/** Takes one request of the queue, starts, and completes it or gives it back. */
export function* manage(memory: Memory): Script {
  const { chance } = memory;
  const { message: queue } = yield { kind: "command", name: "requests" };
  if (!queue) return "lost";
  const select = componentOf(queue, (id) => chooseSelect.decode(id) !== null);
  const wanted = chance.pick(optionsOf(select));
  if (!select || wanted === undefined) return "nothing";
  const { message: chosen } = yield { kind: "press", on: queue, customId: select.custom_id, values: [wanted] };
  if (!chosen) return "lost";
  const claimed = yield* act(memory, chosen, "claim");
  if (typeof claimed === "string") return claimed;
  if (chance.happens(RELEASES)) return endOf(yield* act(memory, claimed, "release"));
  const started = yield* act(memory, claimed, "start");
  if (typeof started === "string") return started;
  return endOf(yield* act(memory, started, "complete"));
}

/** Takes as many as the queue offers at once, at most 20, and completes them all. */
export function* bulk(memory: Memory): Script {
  const { message: queue } = yield { kind: "command", name: "requests" };
  if (!queue) return "lost";
  const page = componentOf(queue, (id) => pickButton.decode(id)?.what === "page");
  if (!page) return "nothing";
  const { message: first } = yield { kind: "press", on: queue, customId: page.custom_id };
  if (!first) return "lost";
  // A page has ten of them; who wants twenty leafs and adds the next.
  const chosen = yield* addNextPage(first);
  const claimed = yield* act(memory, chosen, "claim");
  if (typeof claimed === "string") return claimed;
  return endOf(yield* act(memory, claimed, "complete"));
}

function* addNextPage(first: APIMessage): Generator<Action, APIMessage, Seen> {
  const next = componentOf(first, (id) => leafButton.decode(id)?.as === "next");
  if (!next) return first;
  const { message: second } = yield { kind: "press", on: first, customId: next.custom_id };
  const page = second && componentOf(second, (id) => pickButton.decode(id)?.what === "page");
  if (!second || !page) return first;
  return (yield { kind: "press", on: second, customId: page.custom_id }).message ?? second;
}

/** Presses one of the queue's actions, and confirms it where it is asked. Gives what is shown then, or how it ended. */
function* act(memory: Memory, on: APIMessage, action: QueueActWord): Generator<Action, APIMessage | End, Seen> {
  const button = componentOf(on, (id) => actButton.decode(id)?.action === action || (action === "complete" && askButton.decode(id)?.question === "complete-all"));
  // It was there when it was drawn: somebody else has it since.
  if (!button) return "beaten";
  let { message } = yield { kind: "press", on, customId: button.custom_id };
  if (message && askButton.decode(button.custom_id)) {
    const yes = componentOf(message, (id) => actButton.decode(id)?.action === action);
    if (!yes) return "lost";
    ({ message } = yield { kind: "press", on: message, customId: yes.custom_id });
  }
  if (!message) return "lost";
  return noteInQueue(memory, message) > 0 ? message : "beaten";
}

const endOf = (result: APIMessage | End): End => (typeof result === "string" ? result : "done");
