import { type DatabaseAddress, openDataStore } from "../../../src/database/open.ts";
import { readBacklog } from "../../../src/outbox/backlog.ts";

/** How many messages are due and not sent. */
export async function countUnsent(address: DatabaseAddress): Promise<number> {
  const store = openDataStore(address);
  try {
    return (await readBacklog(store.read, Date.now(), [])).waiting;
  } finally {
    await store.close();
  }
}
