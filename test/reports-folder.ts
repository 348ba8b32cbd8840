import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names the folder for this run's reports; every process of the run knows it. */
const VARIABLE = "CONTRACT_REPORTS";

/** Where sandboxes that are processes of their own report what they violated, a file for each test file. */
export function reportsFolder(): string {
  process.env[VARIABLE] ??= join(tmpdir(), `sandbox-contract-${crypto.randomUUID()}`);
  return process.env[VARIABLE];
}
