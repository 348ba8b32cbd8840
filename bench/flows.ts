import { table } from "./measuring/table.ts";
import { openFlowDesk } from "./surface-parts/desk.ts";
import { fillQueue, FLOWS, Stage } from "./surface-parts/flows.ts";
import { Counted } from "./surface-parts/traffic.ts";

const SURFACES = ["ephemeral", "dm", "channel"] as const;
/** Longer than discord.js waits for a channel's limit in between. */
const QUIET_MS = 6_000;

/** How many interactions each flow asks of a person, and how many REST calls of the bot, on every surface: answers to interactions, and all others that it leads to (the person's own place, board, news). */
export async function run(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const surface of SURFACES) {
    await using desk = await openFlowDesk(surface);
    const opening = new Counted(desk.sandbox);
    const stage = await Stage.open(desk);
    await opening.settled(QUIET_MS);
    opening.stop();
    for (const flow of FLOWS) {
      if (flow.name === "claim 20 at once") {
        const filling = new Counted(desk.sandbox);
        await fillQueue(stage);
        await filling.settled(QUIET_MS);
        filling.stop();
      }
      const counted = new Counted(desk.sandbox);
      stage.interactions = 0;
      await flow.run(stage);
      await counted.settled(QUIET_MS);
      counted.stop();
      rows.push([flow.name, surface, stage.interactions, counted.answers, counted.others, counted.refusedForRate]);
    }
  }
  rows.sort((a, b) => order(a) - order(b));
  process.stdout.write(`flows: what each takes, on every surface\n${table(["flow", "surface", "interactions", "answers", "other calls", "429s"], rows)}\n`);
}

const order = ([name]: readonly (string | number)[]): number => FLOWS.findIndex((flow) => flow.name === name);
