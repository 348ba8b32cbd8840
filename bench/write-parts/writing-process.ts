/** Writes submissions in one way, many at a time, until it is killed. Says `writing` once the first is durable. */
import { withCallers } from "../measuring/times.ts";
import type { DatabaseAddress } from "../../src/database/open.ts";
import { submissionsIn } from "./submissions.ts";
import type { Way } from "./ways.ts";
import { openWriter } from "./writer.ts";

/** Its only argument, as JSON. */
export interface WritingTask {
  readonly address: DatabaseAddress;
  readonly way: Way;
  readonly guildId: string;
  readonly callers: number;
}

const { address, way, guildId, callers } = JSON.parse(process.argv[2] ?? "") as WritingTask;
const writer = openWriter(address, way);
const next = submissionsIn(guildId);
await writer.write(next());
process.send?.("writing");
await withCallers(callers, Infinity, () => writer.write(next()));
