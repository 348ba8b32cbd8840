import type { FaultState, Latency, RestFailure } from "../../../protocol.ts";

/** Everything that goes wrong now, each in a few words; empty on a good day. `leftMs` is what is left of a global limit, `nameOf` gives a person's name. */
export function faultWords({ settings, closedDirectMessages }: FaultState, leftMs: number, nameOf: (personId: string) => string): readonly string[] {
  const { restLatency, gatewayLatency, restFailures, duplicateEvents, lateEvents, lateByMs, loseEvents } = settings;
  return [
    ...(leftMs > 0 ? [`Every call gets a global 429 for ${Math.ceil(leftMs / 1000)} s more`] : []),
    ...(restLatency === null ? [] : [`REST takes ${latencyWords(restLatency)} longer`]),
    ...(gatewayLatency === null ? [] : [`Events come ${latencyWords(gatewayLatency)} later`]),
    ...restFailures.map(failureWords),
    ...(duplicateEvents > 0 ? [`${percent(duplicateEvents)} of the events come twice`] : []),
    ...(lateEvents > 0 ? [`${percent(lateEvents)} of the events come ${lateByMs} ms after those behind them`] : []),
    ...(loseEvents ? ["No bot is told of any event"] : []),
    ...closedDirectMessages.map((personId) => `${nameOf(personId)} refuses direct messages from bots`),
  ];
}

/** `POST /channels/:channelId/messages: 503 after it was done, 50 %, 2 times` */
export function failureWords({ route, answer, when, share, times }: RestFailure): string {
  const what = answer === "timeout" ? "no answer" : answer === "reset" ? "the connection breaks" : String(answer);
  const parts = [`${what}${when === "after" ? " after it was done" : ""}`];
  if (share < 1) parts.push(percent(share));
  if (times !== null) parts.push(times === 1 ? "once" : `${times} times`);
  return `${route === "*" ? "Every route" : route}: ${parts.join(", ")}`;
}

function latencyWords(latency: Latency): string {
  return latency.kind === "fixed" ? `${latency.ms} ms` : `about ${latency.medianMs} ms (one in 20: ${latency.p95Ms} ms)`;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
