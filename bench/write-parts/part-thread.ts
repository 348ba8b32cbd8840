/** What a thread with a connection of its own does: it writes parts, each in a transaction of its own. */
import { workerData } from "piscina";
import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import { WRITE } from "./parts.ts";
import type { Part, Written } from "./ways.ts";

const store = openDataStore(workerData as DatabaseAddress);

/** Resolves once the part is durable. */
export default ({ part, written }: { readonly part: Part; readonly written: Written }): Promise<void> => store.inTransaction((db) => WRITE[part](db, written));
