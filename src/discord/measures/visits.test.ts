import { beforeEach, describe, expect, it } from "vitest";
import { METRICS } from "../../telemetry/metric-table.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import { QUIET_MS, type Step, Visits } from "./visits.ts";

let told: string[];
const telemetry: Telemetry = {
  observe: (key, labels, value, guildId) => void told.push([METRICS[key].name.replace("guildsmith_", ""), ...Object.values(labels), value, guildId].join(" ")),
  count: () => expect.unreachable(),
  set: () => expect.unreachable(),
  meter: () => expect.unreachable(),
};
let visits: Visits;
beforeEach(() => {
  told = [];
  visits = new Visits(telemetry);
});

const step = (from: number, given: Partial<Step> = {}): Step => ({ guildId: "1", userId: "7", flow: "request", surface: "dm", cohort: "planned", from, to: from + 250, calls: 2, isOpener: false, isEnd: false, ...given });

describe("visits", () => {
  it("make one flow of the steps to its end: what they waited, how many, how many calls", () => {
    visits.add(step(0, { isOpener: true }));
    visits.add(step(4_000, { isEnd: true }));
    expect(told).toEqual(["flow_wait_seconds request dm planned completed 0.5 1", "flow_steps request dm planned completed 2 1", "flow_calls request dm planned completed 4 1"]);
  });

  it("begin a flow anew after its end, with a command, or with something else", () => {
    visits.add(step(0, { isOpener: true, isEnd: true }));
    visits.add(step(1_000, { flow: "status", isOpener: true }));
    visits.add(step(2_000, { flow: "status", isOpener: true }));
    visits.add(step(3_000, { flow: "manage", isEnd: true }));
    expect(told.filter((line) => line.startsWith("flow_steps"))).toEqual(["flow_steps request dm planned completed 1 1", "flow_steps status dm planned left 1 1", "flow_steps status dm planned left 1 1", "flow_steps manage dm planned completed 1 1"]);
  });

  it("count the panel's press to the flow that it leads to", () => {
    visits.add(step(0, { flow: "panel" }));
    visits.add(step(1_000));
    visits.add(step(2_000, { isEnd: true }));
    expect(told).toContain("flow_steps request dm planned completed 3 1");
  });

  it("keep people apart, and one person's servers", () => {
    visits.add(step(0));
    visits.add(step(1, { userId: "8", isEnd: true }));
    visits.add(step(2, { guildId: "2", isEnd: true }));
    expect(told.filter((line) => line.startsWith("flow_steps"))).toEqual(["flow_steps request dm planned completed 1 1", "flow_steps request dm planned completed 1 2"]);
  });

  it("end after five quiet minutes, from the first press to the last answer", () => {
    visits.add(step(0));
    visits.add(step(60_000));
    visits.closeQuiet(60_250 + QUIET_MS - 1);
    expect(told).toEqual([]);
    visits.closeQuiet(60_250 + QUIET_MS);
    expect(told.at(-1)).toBe("visit_seconds dm planned 60.25 1");
    expect(told[0]).toBe("flow_wait_seconds request dm planned left 0.5 1");
  });

  it("are told as far as they came when the bot stops", () => {
    visits.add(step(0));
    visits.closeAll();
    visits.closeAll();
    expect(told).toHaveLength(4);
  });
});
