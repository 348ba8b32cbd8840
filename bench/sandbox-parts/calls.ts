import { seeded, Times, withCallers } from "../measuring/times.ts";
import { Asking } from "./asking.ts";
import type { BenchSandbox } from "./open.ts";

const CALLS = 20_000;
const CALLERS = 32;
/** So many of each kind in ten: sent, edited, read one, read fifty, deleted. */
const MIX = ["send", "send", "send", "edit", "edit", "edit", "read", "list", "delete", "delete"] as const;

/** Messages written, changed, read and deleted by one bot, as fast as the sandbox answers. */
export async function benchCalls({ url, token }: BenchSandbox, channelIds: readonly string[]): Promise<readonly string[]> {
  const asking = new Asking(url, CALLERS);
  const random = seeded(1);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const headers = { authorization: `Bot ${token}` };
  const written: { channelId: string; id: string }[] = [];
  const times = Object.fromEntries(MIX.map((kind) => [kind, new Times()])) as Record<(typeof MIX)[number], Times>;
  const all = new Times();

  async function call(n: number): Promise<void> {
    const wanted = pick(MIX) ?? "send";
    const at = Math.floor(random() * written.length);
    const known = written[at];
    const kind = known ? wanted : "send";
    if (kind === "delete") written.splice(at, 1);
    const path = known && kind !== "send" ? `/api/v10/channels/${known.channelId}/messages/${known.id}` : "";
    const channelId = pick(channelIds) ?? "";
    const work = () => {
      if (kind === "send") return asking.ask("POST", `/api/v10/channels/${channelId}/messages`, { content: `Message ${n}` }, headers);
      if (kind === "list") return asking.ask("GET", `/api/v10/channels/${channelId}/messages`, undefined, headers);
      if (kind === "edit") return asking.ask("PATCH", path, { content: `Message ${n}` }, headers);
      return asking.ask(kind === "read" ? "GET" : "DELETE", path, undefined, headers);
    };
    const { status, body } = await all.time(() => times[kind].time(work));
    // What another caller deleted meanwhile may be gone; everything else must work, or the figures would be of refusals.
    if (status >= 400 && status !== 404) throw new Error(`${kind} answered ${status} ${JSON.stringify(body)}`);
    if (kind === "send") written.push({ channelId, id: String(body["id"]) });
  }

  await withCallers(CALLERS, 2000, call);
  const from = performance.now();
  const before = all.count;
  await withCallers(CALLERS, CALLS, call);
  const seconds = (performance.now() - from) / 1000;
  asking.close();
  return [
    `REST: ${CALLS.toLocaleString("en")} calls over ${CALLERS} connections in ${seconds.toFixed(1)} s: ${Math.round((all.count - before) / seconds).toLocaleString("en")} calls a second`,
    ...Object.entries(times).map(([kind, each]) => `  ${kind.padEnd(7)} ${each.summary()}`),
  ];
}
