import { vi } from "vitest";
import { type RestCall, type Sandbox, type SandboxOptions, startSandbox, systemClock } from "../../../sandbox/index.ts";
import { connectDiscord, type Connection, type ConnectionTerms } from "../../../src/discord/connection.ts";
import type { CacheLimits } from "../../../src/discord/members/cache-limits.ts";
import { createMemberDirectory, type Directory } from "../../../src/discord/members/member-directory.ts";
import { NO_TELEMETRY, type Telemetry } from "../../../src/telemetry/telemetry.ts";
import { ShiftedClock } from "../../../src/testing/shifted-clock.ts";

/** One line of the log. */
export interface Line {
  readonly level: "info" | "warn" | "error";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

/** A directory in a sandbox, over real sockets. */
export interface OpenDirectory extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly connection: Connection;
  readonly directory: Directory;
  /** The bot's. */
  readonly clock: ShiftedClock;
  /** Discord's. */
  readonly discordClock: ShiftedClock;
  readonly lines: readonly Line[];
  /** Whom Discord was asked for one by one, by REST. */
  readonly fetched: readonly string[];
  /** The guilds whose whole list was asked for. */
  readonly lists: readonly string[];
}

export interface Given extends Pick<SandboxOptions, "world" | "privilegedIntents" | "faults"> {
  readonly membersIntent?: ConnectionTerms["membersIntent"];
  readonly limits?: CacheLimits;
  readonly telemetry?: Telemetry;
}

const MEMBER = /^\/guilds\/(\d+)\/members\/(\d+)$/;

export async function openDirectory({ membersIntent = "auto", limits, telemetry = NO_TELEMETRY, ...given }: Given = {}): Promise<OpenDirectory> {
  const [clock, discordClock] = [new ShiftedClock(), new ShiftedClock()];
  const sandbox = await startSandbox({ sessionStarts: { everyMs: 0 }, clock: { now: () => discordClock.now(), after: (ms, act) => systemClock.after(ms, act) }, ...given });
  const lines: Line[] = [];
  const write = (level: Line["level"]) => (facts: object, sentence: string) => void lines.push({ level, facts: { ...facts }, sentence });
  const log = { debug: () => undefined, info: write("info"), warn: write("warn"), error: write("error") };
  const fetched: string[] = [];
  const lists: string[] = [];
  sandbox.traffic.subscribe((entry) => {
    if (entry.kind === "rest") fetched.push(...memberIn(entry));
    else if (entry.direction === "received" && entry.op === 8) lists.push((JSON.parse(entry.body) as { d: { guild_id: string } }).d.guild_id);
  });
  const connection = await connectDiscord({ token: sandbox.token, apiUrl: sandbox.apiUrl, clock, log, telemetry, membersIntent, stop: new AbortController().signal });
  const directory = createMemberDirectory({ connection, clock, telemetry, log, ...(limits ? { limits } : {}) });
  return {
    sandbox,
    connection,
    directory,
    clock,
    discordClock,
    lines,
    fetched,
    lists,
    async [Symbol.asyncDispose]() {
      await directory.stop();
      await connection.close();
      await sandbox.close();
    },
  };
}

/** Resolves once so many guilds are loaded. */
export const loaded = ({ directory }: Pick<OpenDirectory, "directory">, guilds = 1) => vi.waitUntil(() => directory.size().guilds.loaded === guilds);

function memberIn({ method, path }: RestCall): string[] {
  const userId = method === "GET" ? MEMBER.exec(path)?.[2] : undefined;
  return userId === undefined ? [] : [userId];
}
