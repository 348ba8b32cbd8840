import { describe, expect, it } from "vitest";
import { unknownIn } from "./known-labels.ts";

describe("what an expression asks for", () => {
  it.each([
    ["up{job='guildsmith'} == 0", []],
    ["histogram_quantile(0.9, sum by (le, flow) (rate(guildsmith_flow_wait_seconds_bucket[5m])))", []],
    ["guildsmith_outbox_waiting + on (instance) nodejs_heap_size_used_bytes", []],
    ["rate(guildsmith_flow_wait_seconds[5m])", ["there is no guildsmith_flow_wait_seconds"]],
    ["sum by (guild) (guildsmith_outbox_waiting)", ["guildsmith_outbox_waiting has no label guild"]],
    ['guildsmith_outbox_waiting{topic="board"} / on (flow) guildsmith_flow_steps_sum', ["guildsmith_outbox_waiting has no label topic", "guildsmith_outbox_waiting has no label flow"]],
  ])("is held to what there is: %s", (expression, unknown) => {
    expect(unknownIn(expression)).toEqual(unknown);
  });

  it.each(["sum by (flow (guildsmith_outbox_waiting)", "rate(guildsmith_outbox_waiting[5m)", "{job='guildsmith'}"])("must be PromQL that names its metrics, which this is not: %s", (expression) => {
    expect(() => unknownIn(expression)).toThrow(/no PromQL|names no metric/);
  });
});
