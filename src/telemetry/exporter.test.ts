import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../kernel/clock.ts";
import { ExporterError, type Exporter, serveMetrics } from "./exporter.ts";
import { createMeasurements, type Measurements } from "./measurements.ts";
import { createPrometheus, type Prometheus } from "./prometheus.ts";

const TOKEN = "a-word-of-enough-letters";

let measurements: Measurements;
let prometheus: Prometheus;
let exporter: Exporter | null = null;
beforeEach(() => {
  measurements = createMeasurements(systemClock);
  prometheus = createPrometheus(measurements);
});
afterEach(async () => {
  await exporter?.close();
  exporter = null;
  prometheus.close();
});

async function ask(token: string | null, headers: Readonly<Record<string, string>> = {}, path = "/metrics"): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  exporter = await serveMetrics(prometheus, { host: "127.0.0.1", port: 0, token });
  const response = await fetch(new URL(path, exporter.url), { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe("the exporter", () => {
  it("serves what was measured, as text that Prometheus reads", async () => {
    measurements.count("rateLimited", { route: "GET /users/:id", scope: "user" }, 3);
    measurements.set("outboxWaiting", {}, 7);
    measurements.observe("interactionAcknowledged", { route: "/request", flow: "request", surface: "ephemeral", cohort: "recommended" }, 0.2);
    const { status, text, headers } = await ask(null);
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
    expect(text).toContain('guildsmith_rest_rate_limited_total{route="GET /users/:id",scope="user"} 3\n');
    expect(text).toContain("guildsmith_outbox_waiting 7\n");
    expect(text).toContain('guildsmith_interaction_acknowledged_seconds_bucket{le="0.25",route="/request",flow="request",surface="ephemeral",cohort="recommended"} 1\n');
    expect(text).toContain("process_resident_memory_bytes ");
  });

  it("gives them to who has the token", async () => {
    expect(await ask(TOKEN, { authorization: `Bearer ${TOKEN}` })).toMatchObject({ status: 200, text: expect.stringContaining("guildsmith_outbox_waiting") });
  });

  it.each([
    ["no token", {}],
    ["another token", { authorization: "Bearer a-word-of-other-letters" }],
    ["the token with a letter more", { authorization: `Bearer ${TOKEN}s` }],
    ["the token in another scheme", { authorization: `Basic ${TOKEN}` }],
    ["an empty token", { authorization: "Bearer " }],
  ])("refuses who has %s, in a sentence that names the variable", async (_, headers) => {
    const { status, text, headers: given } = await ask(TOKEN, headers);
    expect([status, given.get("www-authenticate"), text]).toEqual([401, "Bearer", "These metrics need GUILDSMITH_METRICS_TOKEN as a bearer token.\n"]);
  });

  it("has nothing else to give", async () => {
    expect(await ask(null, {}, "/")).toMatchObject({ status: 404, text: "There is nothing here but /metrics.\n" });
  });

  it("says which address cannot be used, why, and what to set", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const failure = await serveMetrics(prometheus, { host: "127.0.0.1", port, token: null }).catch((cause: unknown) => cause);
    other.close();
    expect(failure).toBeInstanceOf(ExporterError);
    expect(String(failure)).toMatch(new RegExp(`Metrics cannot be served at 127\\.0\\.0\\.1:${port}: .*EADDRINUSE.*\\. Choose another address with GUILDSMITH_METRICS, or set it to "off"\\.$`));
  });
});
