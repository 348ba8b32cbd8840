import { expect, it } from "vitest";
import { countsBy, grownSince, readSamples, spreadsBy } from "./prometheus-text.ts";

const text = (first: number, second: number): string => `# HELP waits_seconds How long.
# TYPE waits_seconds histogram
waits_seconds_bucket{le="0.1",kind="a"} ${first}
waits_seconds_bucket{le="0.2",kind="a"} ${first + second}
waits_seconds_bucket{le="+Inf",kind="a"} ${first + second}
waits_seconds_sum{kind="a"} ${(first * 0.05 + second * 0.15).toFixed(3)}
waits_seconds_count{kind="a"} ${first + second}
asked_total{scope="user",route="GET /a \\"b\\""} ${first}
asked_total{scope="user",route="GET /c"} 2
plain 3
`;

it("reads names, labels with quotes in them, and values", () => {
  const samples = readSamples(text(1, 0));
  expect(samples).toContainEqual({ name: "asked_total", labels: { scope: "user", route: 'GET /a "b"' }, value: 1 });
  expect(samples).toContainEqual({ name: "waits_seconds_bucket", labels: { le: "+Inf", kind: "a" }, value: 1 });
  expect(samples).toContainEqual({ name: "plain", labels: {}, value: 3 });
});

it("counts what was added since", () => {
  expect(countsBy(grownSince(readSamples(text(1, 1)), readSamples(text(5, 1))), "asked_total", "scope")).toEqual({ user: 4 });
});

it("finds a distribution's parts evenly within its buckets", () => {
  const { a } = spreadsBy(readSamples(text(50, 50)), "waits_seconds", "kind");
  expect(a?.count).toBe(100);
  expect(a?.mean).toBeCloseTo(0.1);
  expect(a?.p50).toBeCloseTo(0.1);
  expect(a?.p95).toBeCloseTo(0.19);
});

it("leaves out what did not happen", () => {
  expect(spreadsBy(grownSince(readSamples(text(4, 4)), readSamples(text(4, 4))), "waits_seconds", "kind")).toEqual({});
});
