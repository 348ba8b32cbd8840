import type { NewId } from "../../kernel/id.ts";
import { subscribe, type Subscription } from "../contract.ts";
import { countsOf, deedOf } from "./counting.ts";
import { dayOf } from "./statistics-port.ts";
import { addCounts, addDeed } from "./store.ts";

/** Counts by day what is done with requests, in the transaction that does it. `newId` gives ids that sort by time. */
export const statisticsSubscriptions = ({ newId }: { readonly newId: NewId }): readonly Subscription[] => [
  subscribe("request.changed", async (tx, event) => {
    const counted = countsOf(event, tx.now);
    if (!counted) return;
    const { guildId, request } = event;
    const day = dayOf(counted.at);
    await addCounts(tx.db, guildId, day, request.profession, counted.counts);
    const deed = deedOf(event, counted);
    if (deed) await addDeed(tx.db, guildId, { id: newId(), day, ...deed });
  }),
];
