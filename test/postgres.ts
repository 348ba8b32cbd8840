import type { TestProject } from "vitest/node";
import { startPostgres } from "./embedded-postgres.ts";

/**
 * One real PostgreSQL for the whole run: `DATABASE_URL_TEST` when it is set, else one that comes with
 * the development dependencies, started on a free port of this machine and removed afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // embedded-postgres would end the run with 0, also when tests failed and it was never started.
  process.prependOnceListener("beforeExit", () => process.exit());
  const given = process.env["DATABASE_URL_TEST"];
  if (given) {
    project.provide("postgresUrl", given);
    return () => Promise.resolve();
  }
  // Tests of what a crash leaves behind end processes of ours, never the server.
  const server = await startPostgres(["-c", "fsync=off", "-c", "full_page_writes=off"]);
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
