import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { ENGINES, makeTestDatabase, openTestStore } from "../testing/engines.ts";
import { migrate, type Migrations } from "./migrator.ts";
import { openDataStore, openWorkingStore } from "./open.ts";
import { openSqlite } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

const saying = (...words: string[]) => expect.objectContaining({ constructor: StoreError, message: expect.stringMatching(new RegExp(words.join(".*"))) });

const openFile = (file: string) => openWorkingStore({ engine: "sqlite", file });

describe("a SQLite file that cannot be used", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "guildsmith-open-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  it("is said to be no database", async () => {
    const file = join(folder, "guildsmith.db");
    writeFileSync(file, "These are the minutes of our last guild meeting, not a database.");
    await expect(openFile(file)).rejects.toEqual(saying(file, "not a SQLite database"));
  });

  it("is said to have a file for a folder", async () => {
    writeFileSync(join(folder, "data"), "");
    await expect(openFile(join(folder, "data", "guildsmith.db"))).rejects.toEqual(saying("A file is where the folder should be"));
  });

  // On Linux the system makes no folders there, whoever asks.
  it.runIf(process.platform === "linux")("is said to be where no folder can be made", async () => {
    await expect(openFile("/proc/guildsmith/data/guildsmith.db")).rejects.toEqual(saying("cannot be used", "no such file", "The folder cannot be made there"));
  });

  it("is said to be in use", () => {
    const file = join(folder, "guildsmith.db");
    const other = new DatabaseSync(file);
    other.exec("begin exclusive");
    expect(() => openSqlite(file, { busyTimeoutMs: 10 })).toThrow(/Another program is using it/);
    other.close();
  });

  it("on a full disk fails with that reason for all of the same commit, and works again when there is room", async () => {
    const store = openSqlite(join(folder, "guildsmith.db"));
    await sql`create table notes (text text)`.execute(store.migrationTarget);
    await sql`pragma max_page_count = 20`.execute(store.migrationTarget);
    const add = (length: number) => store.inTransaction((db) => sql`insert into notes values (${"x".repeat(length)})`.execute(db));
    const outcomes = await Promise.allSettled([add(10), add(200_000), add(10)]);
    const isFull = "Error: database or disk is full";
    expect(outcomes.map((one) => (one.status === "rejected" ? String(one.reason) : "committed"))).toEqual([isFull, isFull, "committed"]);
    await sql`pragma max_page_count = 2000`.execute(store.migrationTarget);
    await add(200_000);
    const { rows } = await sql`select count(*) as n from notes`.execute(store.read);
    expect(rows).toEqual([{ n: 2 }]);
    await store.close();
  });

  it("takes no writes but in a transaction", async () => {
    const store = openSqlite(join(folder, "guildsmith.db"));
    await expect(sql`create table notes (text text)`.execute(store.read)).rejects.toThrow(/readonly/);
    await store.close();
  });
});

describe("a PostgreSQL that cannot be used", () => {
  it("is said to be away, without the password", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => probe.once("listening", done));
    const address = probe.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await new Promise((done) => probe.close(done));
    const failure: unknown = await openWorkingStore({ engine: "postgres", url: `postgres://guildsmith:secret@localhost:${port}/desk` }).catch((cause: unknown) => cause);
    expect(failure).toEqual(saying(`PostgreSQL at localhost:${port}/desk cannot be used`, "ECONNREFUSED", "Is the server running"));
    expect(String(failure)).not.toContain("secret");
  });

  it("is said to take no writes", async () => {
    const { address, remove } = await makeTestDatabase("postgres");
    const setting = openDataStore(address);
    const name = address.engine === "postgres" ? new URL(address.url).pathname.slice(1) : "";
    await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(setting.migrationTarget);
    await setting.close();
    await expect(openWorkingStore(address)).rejects.toEqual(saying("takes no writes", "default_transaction_read_only"));
    await remove();
  });

  it("is said to lack the database", async () => {
    const url = new URL("/nowhere", inject("postgresUrl")).href;
    await expect(openWorkingStore({ engine: "postgres", url })).rejects.toEqual(saying("Create the database"));
  });
});

describe.each(ENGINES)("a %s database that a newer version has used", (engine) => {
  it("is left alone, and the operator told", async () => {
    const newer: Migrations = { "2027-05-01-auctions": { up: (db) => db.schema.createTable("auctions").addColumn("id", "text").execute() } };
    const { store, drop } = await openTestStore(engine, [newer]);
    await expect(migrate(store, [])).rejects.toEqual(saying("newer version", "2027-05-01-auctions", "Run the newer version"));
    await drop();
  });
});
