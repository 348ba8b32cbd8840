import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Asking } from "./sandbox-parts/asking.ts";
import { benchCalls } from "./sandbox-parts/calls.ts";
import { openSandbox } from "./sandbox-parts/open.ts";
import { benchPeople } from "./sandbox-parts/people.ts";

/** The sandbox by itself, in a process of its own and without limits: REST calls a second, and `--people` (1,000) acting at once. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { people: { type: "string", default: "1000" } } });
  const people = Number(values.people);
  if (!Number.isSafeInteger(people) || people < 1 || people > 10_000) throw new RangeError("--people must be a whole number from 1 to 10000");
  tell([`sandbox: node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown processor"}; load average of the minute before: ${loadavg()[0]?.toFixed(1)}`]);
  await using sandbox = await openSandbox(people, CHANNELS);
  const channelIds = await channelsOf(sandbox);
  tell(await benchCalls(sandbox, channelIds));
  tell(await benchPeople(sandbox, channelIds[0] ?? ""));
}

const CHANNELS = 20;

async function channelsOf({ url, token }: { readonly url: string; readonly token: string }): Promise<string[]> {
  const asking = new Asking(url, 1);
  const headers = { authorization: `Bot ${token}` };
  const [guild] = await asking.expect<{ id: string }[]>("GET", "/api/v10/users/@me/guilds", undefined, headers);
  const channels = await asking.expect<{ id: string }[]>("GET", `/api/v10/guilds/${guild?.id}/channels`, undefined, headers);
  asking.close();
  return channels.map(({ id }) => id);
}

const tell = (lines: readonly string[]): void => void process.stdout.write(`${lines.join("\n")}\n`);
