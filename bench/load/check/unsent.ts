import { type DatabaseAddress, openDataStore } from "../../../src/database/open.ts";

/** How many messages are due and not sent. */
export async function countUnsent(address: DatabaseAddress): Promise<number> {
  const store = openDataStore(address);
  try {
    const { n } = await store.read
      .selectFrom("outbox")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("due_at", "<=", Date.now())
      .executeTakeFirstOrThrow();
    return n;
  } finally {
    await store.close();
  }
}
