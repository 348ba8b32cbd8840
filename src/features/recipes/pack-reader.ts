import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { BookData } from "./book-data.ts";
import type { BookOrder, ReadPacks } from "./pack-worker.ts";

/** So long the worker waits for more to do, holding the memory that it needed. */
const IDLE_MS = 5_000;
/** With room for what soon goes again, it clears up less often: a first reading takes a quarter less of the processor. */
const YOUNG_MB = 64;

/** Does what `pack-worker.ts` does, in a worker that is started when there is something to do. */
export interface PackReader {
  /** @throws when the worker does not get through it */
  read(directories: readonly string[]): Promise<ReadPacks>;
  /** @throws when the worker does not get through it */
  compile(order: BookOrder): Promise<BookData>;
  /** What is under way is given up, and fails. */
  close(): Promise<void>;
}

export function createPackReader(): PackReader {
  // The published package has it as JavaScript.
  const filename = fileURLToPath(new URL(`./pack-worker${extname(import.meta.url)}`, import.meta.url));
  const pool = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  return {
    read: (directories) => pool.run(directories, { name: "read" }) as Promise<ReadPacks>,
    compile: (order) => pool.run(order, { name: "compile" }) as Promise<BookData>,
    close: () => pool.destroy(),
  };
}
