/** `npm run metrics-page` writes docs/metrics.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPrometheus } from "../src/telemetry/prometheus.ts";
import { metricsPage } from "./metrics/page.ts";

const prometheus = createPrometheus({ totals: () => [] });
writeFileSync(join(import.meta.dirname, "../docs/metrics.md"), metricsPage(prometheus.ofProcess()));
prometheus.close();
