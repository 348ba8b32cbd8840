import { expect, it } from "vitest";
import type { FaultSettings } from "../../../protocol.ts";
import { faultWords } from "./fault-words.ts";

const well: FaultSettings = { restLatency: null, restFailures: [], gatewayLatency: null, duplicateEvents: 0, lateEvents: 0, lateByMs: 1000, loseEvents: false };
const words = (about: Partial<FaultSettings>, leftMs = 0, closedDirectMessages: readonly string[] = []): readonly string[] =>
  faultWords({ settings: { ...well, ...about }, globallyLimitedMs: leftMs, closedDirectMessages }, leftMs, (personId) => `Person ${personId}`);

it("has no words for a good day", () => expect(words({})).toEqual([]));

it("says each thing that goes wrong", () => {
  const all = words(
    {
      restLatency: { kind: "fixed", ms: 200 },
      gatewayLatency: { kind: "lognormal", medianMs: 80, p95Ms: 400 },
      restFailures: [
        { route: "*", answer: "timeout", when: "before", share: 1, times: null },
        { route: "POST *", answer: 503, when: "after", share: 0.125, times: 1 },
      ],
      duplicateEvents: 0.5,
      lateEvents: 1,
      loseEvents: true,
    },
    1500,
    ["7"],
  );
  expect(all).toEqual([
    "Every call gets a global 429 for 2 s more",
    "REST takes 200 ms longer",
    "Events come about 80 ms (one in 20: 400 ms) later",
    "Every route: no answer",
    "POST *: 503 after it was done, 12.5 %, once",
    "50 % of the events come twice",
    "100 % of the events come 1000 ms after those behind them",
    "No bot is told of any event",
    "Person 7 refuses direct messages from bots",
  ]);
});
