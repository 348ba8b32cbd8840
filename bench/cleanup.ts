import { parseArgs } from "node:util";
import { table } from "./measuring/table.ts";
import { type Place, PLACES, sweep } from "./surface-parts/sweeping.ts";

const LABELS: Record<Place, string> = { ephemeral: "ephemeral", dm: "dm", channel: "channel", bulk: "channel, not removable" };

/** How long flows' messages take to be swept that all come to be due at once, with Discord's limits as bots observe them. `--people 1,10,50`, `--messages 20,50`: of each person. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { people: { type: "string", default: "1,10,50" }, messages: { type: "string", default: "20,50" } } });
  const rows: (string | number)[][] = [];
  for (const place of PLACES)
    for (const people of numbers(values.people))
      for (const messages of numbers(values.messages)) {
        const { ms, calls, refusedForRate } = await sweep(place, people, messages);
        rows.push([LABELS[place], people, messages, `${(ms / 1_000).toFixed(1)} s`, calls, refusedForRate]);
      }
  process.stdout.write(`cleanup: messages of people that are due at the same moment, until none is left\n${table(["surface", "people", "messages each", "time", "calls", "429s"], rows)}\n`);
}

function numbers(list: string): readonly number[] {
  const found = list.split(",").map(Number);
  if (found.length === 0 || !found.every((number) => Number.isSafeInteger(number) && number > 0)) throw new RangeError(`"${list}" must be whole numbers with commas between them`);
  return found;
}
