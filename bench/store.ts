import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchClaims } from "./store-parts/claims.ts";
import { openBenchDesk } from "./store-parts/desk.ts";
import { fill, sharesInWords } from "./store-parts/fill.ts";
import { benchLists } from "./store-parts/lists.ts";
import { machineFacts } from "./store-parts/machine.ts";
import { benchMaterials } from "./store-parts/materials.ts";
import { benchSubmissions } from "./store-parts/submissions.ts";

const ROWS = "100000";
const MEGABYTE = 1024 * 1024;

/** The store with `--rows` requests in one guild (100,000), in a SQLite file under `--folder` (the system's temporary one). */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: "string", default: ROWS }, folder: { type: "string", default: tmpdir() } } });
  const rows = Number(values.rows);
  if (!Number.isSafeInteger(rows) || rows < ROWS_AT_LEAST) throw new RangeError(`--rows must be a whole number of at least ${ROWS_AT_LEAST}`);
  const folder = mkdtempSync(join(values.folder, "guildsmith-bench-"));
  const file = join(folder, "guildsmith.db");
  const desk = await openBenchDesk({ engine: "sqlite", file });
  try {
    tell([`store: ${rows.toLocaleString("en")} requests in one guild (${sharesInWords()})`, ...(await machineFacts(desk.store, folder))]);
    const from = performance.now();
    await fill(desk.store, rows, Date.now());
    tell([`  filled in ${((performance.now() - from) / 1_000).toFixed(1)} s, file of ${Math.round(statSync(file).size / MEGABYTE)} MiB`]);
    tell(await benchLists(desk));
    tell(await benchMaterials(desk));
    tell(await benchClaims(desk));
    tell(await benchSubmissions(desk));
  } finally {
    await desk.store.close();
    rmSync(folder, { recursive: true });
  }
}

/** So many that 3,000 of the open ones can be claimed. */
const ROWS_AT_LEAST = 80_000;

const tell = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
