import type { NewId } from "../../kernel/id.ts";
import type { Call, Feature, InTransaction, Reply, Transaction } from "../contract.ts";
import { slashCommand } from "../slash-command.ts";
import { chosenModals, chosenRoutes } from "./handlers-chosen.ts";
import { listRoutes, showQueue } from "./handlers-list.ts";
import type { QueueRoom } from "./room.ts";
import { selectionStore } from "./selection-store.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";

export interface QueueDeps extends Omit<QueueRoom, "selections"> {
  /** For questions only. */
  readonly read: Transaction["db"];
  readonly inTransaction: InTransaction;
  readonly newId: NewId;
}

export interface QueueFeature extends Feature {
  /** The queue as a new message that only the caller sees, for the panel; a sentence to who is no crafter. */
  readonly showQueue: (call: Call) => Promise<Reply>;
}

/** `/requests`: what waits for a crafter's professions, and what they do with one or many of them. */
export function queueFeature(deps: QueueDeps): QueueFeature {
  const room: QueueRoom = { ...deps, selections: selectionStore(deps) };
  const show = (call: Call): Promise<Reply> => showQueue(room, call);
  return {
    name: "queue",
    flow: "manage",
    texts: queueTexts,
    commands: [{ data: slashCommand(queueTexts, "requests", "command"), run: show }],
    components: [...listRoutes(room), ...chosenRoutes(room)],
    modals: chosenModals(room),
    migrations: queueMigrations,
    showQueue: show,
  };
}
