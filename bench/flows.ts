import { parseArgs } from "node:util";
import { table } from "./measuring/table.ts";
import { openFlowDesk } from "./surface-parts/desk.ts";
import { fillQueue, FLOWS, Stage } from "./surface-parts/flows.ts";
import { Counted } from "./surface-parts/traffic.ts";

const SURFACES = ["ephemeral", "dm", "channel"] as const;
/** Longer than discord.js waits for a channel's limit in between. */
const QUIET_MS = "6000";

/** How many interactions each flow asks of a person, and how many REST calls of the bot, on every surface: answers to interactions, and all others that it leads to (the person's own place, board, news). `--surfaces ephemeral,dm`; `--quiet`: how many milliseconds without a call end a flow. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { surfaces: { type: "string", default: SURFACES.join(",") }, quiet: { type: "string", default: QUIET_MS } } });
  const quietMs = Number(values.quiet);
  const rows: (string | number)[][] = [];
  for (const surface of SURFACES.filter((one) => values.surfaces.split(",").includes(one))) {
    await using desk = await openFlowDesk(surface);
    const opening = new Counted(desk.sandbox);
    const stage = await Stage.open(desk);
    await opening.settled(quietMs);
    opening.stop();
    for (const flow of FLOWS) {
      if (flow.name === "claim 20 at once") {
        const filling = new Counted(desk.sandbox);
        await fillQueue(stage);
        await filling.settled(quietMs);
        filling.stop();
      }
      const counted = new Counted(desk.sandbox);
      stage.interactions = 0;
      await flow.run(stage);
      await counted.settled(quietMs);
      counted.stop();
      rows.push([flow.name, surface, stage.interactions, counted.answers, counted.others, counted.refusedForRate]);
    }
  }
  rows.sort((a, b) => order(a) - order(b));
  process.stdout.write(`flows: what each takes, on every surface\n${table(["flow", "surface", "interactions", "answers", "other calls", "429s"], rows)}\n`);
}

const order = ([name]: readonly (string | number)[]): number => FLOWS.findIndex((flow) => flow.name === name);
