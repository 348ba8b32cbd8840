import { Piscina } from "piscina";
import type { DatabaseAddress } from "../../src/database/open.ts";
import { type Part, PARTS, type Written } from "./ways.ts";

/** One thread for each part. */
export interface PartThreads {
  write(part: Part, written: Written): Promise<void>;
  close(): Promise<void>;
}

/** SQLite's driver holds its thread while it waits for a lock: connections that write at the same time need threads of their own. */
export function openThreads(address: DatabaseAddress): PartThreads {
  const filename = new URL("part-thread.ts", import.meta.url).href;
  const open = () => new Piscina<{ part: Part; written: Written }, undefined>({ filename, workerData: address, minThreads: 1, maxThreads: 1, concurrentTasksPerWorker: 64 });
  const threads: Readonly<Record<Part, ReturnType<typeof open>>> = { request: open(), audit: open(), statistics: open() };
  return {
    write: (part, written) => threads[part].run({ part, written }),
    async close() {
      await Promise.all(PARTS.map((part) => threads[part].close()));
    },
  };
}
