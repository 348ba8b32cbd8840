import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import { WRITE } from "./parts.ts";
import { openThreads } from "./threads.ts";
import { type Part, PARTS, type Way, type Written } from "./ways.ts";

/** Writes submissions in one of the ways. */
export interface Writer {
  /** Resolves once all parts are durable. */
  write(written: Written): Promise<void>;
  close(): Promise<void>;
}

/** Opens what a way needs: the product's store, or for parallel parts on SQLite a thread and a connection for each. */
export function openWriter(address: DatabaseAddress, way: Way): Writer {
  if (way === "parallel" && address.engine === "sqlite") {
    const threads = openThreads(address);
    return { write: (written) => atOnce((part) => threads.write(part, written)), close: () => threads.close() };
  }
  const store = openDataStore(address);
  const alone = (part: Part, written: Written): Promise<void> => store.inTransaction((db) => WRITE[part](db, written));
  const ways: Readonly<Record<Way, Writer["write"]>> = {
    async sequential(written) {
      for (const part of PARTS) await alone(part, written);
    },
    parallel: (written) => atOnce((part) => alone(part, written)),
    "one transaction": (written) =>
      store.inTransaction(async (db) => {
        for (const part of PARTS) await WRITE[part](db, written);
      }),
  };
  return { write: ways[way], close: () => store.close() };
}

async function atOnce(write: (part: Part) => Promise<void>): Promise<void> {
  await Promise.all(PARTS.map(write));
}
