import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Client } from "pg";
import type { DatabaseAddress } from "../../../src/database/open.ts";
import { OperatorError } from "../../../src/kernel/operator-error.ts";

/** A database that nobody has used. */
export interface FreshDatabase extends AsyncDisposable {
  readonly address: DatabaseAddress;
  /** What tells the bot of it, besides its folder. */
  readonly env: Readonly<Record<string, string>>;
}

/** A file in `folder`, or a database on the PostgreSQL server that DATABASE_URL_TEST names, which is dropped afterwards. @throws OperatorError when there is no server */
export async function freshDatabase(engine: "sqlite" | "postgres", folder: string): Promise<FreshDatabase> {
  if (engine === "sqlite") return { address: { engine, file: join(folder, "guildsmith.db") }, env: {}, [Symbol.asyncDispose]: () => Promise.resolve() };
  const server = process.env["DATABASE_URL_TEST"];
  if (!server) throw new OperatorError("--engine postgres needs the environment variable DATABASE_URL_TEST: the address of a PostgreSQL server on which databases may be made, such as postgres://user:password@127.0.0.1:5432/postgres");
  const name = `guildsmith_load_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    address: { engine, url: url.href },
    env: { DATABASE_URL: url.href },
    // The bot has closed its connections, or was killed.
    [Symbol.asyncDispose]: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
  } catch (cause) {
    throw new OperatorError(`The PostgreSQL server that DATABASE_URL_TEST names cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    await client.end();
  }
}
