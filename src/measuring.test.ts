import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { systemClock } from "./kernel/clock.ts";
import { serveMetrics } from "./measuring.ts";
import { ExporterError } from "./telemetry/exporter.ts";
import type { Log } from "./telemetry/log.ts";
import { openTelemetry, type OpenTelemetry } from "./telemetry/open-telemetry.ts";
import { SILENT } from "./testing/outbox-bench.ts";

let telemetry: OpenTelemetry;
let other: Server;
let port: number;
beforeEach(async () => {
  telemetry = openTelemetry(systemClock);
  other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const address = other.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterEach(async () => {
  await telemetry.close();
  other.close();
});

it("goes on without metrics where the address that nobody chose is taken, and says so", async () => {
  const warned: unknown[] = [];
  const log: Log = { ...SILENT, warn: (facts, sentence) => void warned.push([facts, sentence]) };
  await serveMetrics(telemetry, { host: "127.0.0.1", port, token: null, isChosen: false }, log);
  expect(warned).toEqual([[{ err: expect.any(ExporterError) }, "metrics are not served"]]);
});

it("does not go on where the operator chose it", async () => {
  await expect(serveMetrics(telemetry, { host: "127.0.0.1", port, token: null, isChosen: true }, SILENT)).rejects.toThrow(`Metrics cannot be served at 127.0.0.1:${port}`);
});
