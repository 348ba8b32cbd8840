import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import type { DatabaseAddress } from "./database/open.ts";
import { type ConfigProblem, type NamedInFile, readGuildFile } from "./guild-file.ts";
import type { GuildSettings } from "./features/guild-settings/guild-settings.ts";
import type { OptionValues } from "./features/guild-settings/options.ts";
import { OperatorError } from "./kernel/operator-error.ts";
import { err, ok, type Result } from "./kernel/result.ts";

/** What the bot runs by, parsed once at start-up. */
export interface Config {
  /** Null: no account is given, which `start` answers with the sandbox and `run` with an error. */
  readonly token: string | null;
  /** Base of Discord's REST API, without a version. */
  readonly apiUrl: string;
  readonly database: DatabaseAddress;
  /** The folder of everything that the bot writes. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Whether the bot asks Discord to tell it of members. */
  readonly membersIntent: (typeof MEMBERS_INTENTS)[number];
  /** Folders of further recipe packs, besides those that come with Guildsmith. */
  readonly packFolders: readonly string[];
  /** Guilds that the operator has set up in `guildsmith.yaml`. */
  readonly guilds: ReadonlyMap<string, Partial<GuildSettings>>;
  /** What it says for every guild. */
  readonly defaults: Partial<OptionValues>;
  /** The packs and professions that it names, to be held against those that there are. */
  readonly named: readonly NamedInFile[];
  /** Where metrics are served; null: nowhere. */
  readonly metrics: MetricsConfig | null;
}

export interface MetricsConfig {
  readonly host: string;
  readonly port: number;
  /** Always there where others than this machine can ask. */
  readonly token: string | null;
  /** Whether the operator chose the address: then it must be free. */
  readonly isChosen: boolean;
}

/** Prometheus's exporters of programs in JavaScript are expected at this port. */
const METRICS_ADDRESS = "127.0.0.1:9464";
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
const MEMBERS_INTENTS = ["auto", "off"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DISCORD_API = "https://discord.com/api";
const DEFAULT_FILE = "guildsmith.yaml";

/** Everything that is wrong with the configuration, each with the line to fix. Nothing has been started. */
export class ConfigError extends OperatorError {
  readonly problems: readonly ConfigProblem[];
  /** What could be read nevertheless, and may be misspelt. */
  readonly named: readonly NamedInFile[];

  constructor(problems: readonly ConfigProblem[], named: readonly NamedInFile[] = []) {
    super(`The configuration has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${problems.map(({ where, problem }) => `  ${where}: ${problem}`).join("\n")}`);
    this.problems = problems;
    this.named = named;
  }
}

const http = z.url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" });
const filled = (schema: z.ZodType<string>) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const environment = z.object({
  DISCORD_TOKEN: filled(z.string().regex(/^\S+$/, "must be one word, as copied from Discord's developer portal")),
  DISCORD_API_URL: filled(http),
  DATABASE_URL: filled(z.url({ protocol: /^postgres(ql)?$/, error: "must be an address that begins with postgres://" })),
  GUILDSMITH_DATA: filled(z.string()),
  GUILDSMITH_CONFIG: filled(z.string()),
  GUILDSMITH_PACKS: filled(z.string()),
  GUILDSMITH_METRICS: filled(z.string()),
  GUILDSMITH_METRICS_TOKEN: filled(z.string().regex(/^\S{16,}$/, "must be one word of at least 16 characters, such as `openssl rand -hex 24` gives")),
  GUILDSMITH_MEMBERS_INTENT: z.preprocess((value) => (value === "" ? undefined : value), z.enum(MEMBERS_INTENTS, `must be one of ${MEMBERS_INTENTS.join(", ")}`).optional()),
  LOG_LEVEL: z.preprocess((value) => (value === "" ? undefined : value), z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).optional()),
});

/**
 * Reads the environment and `guildsmith.yaml`. `readFile` gives a file's text, null when it is absent.
 * @throws ConfigError naming every problem at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string, readFile: (path: string) => string | null): Config {
  const problems: ConfigProblem[] = [];
  const parsed = environment.safeParse(env);
  if (!parsed.success) for (const issue of parsed.error.issues) problems.push({ where: `environment variable ${issue.path.join(".")}`, problem: issue.message });
  const values = parsed.data ?? {};

  const metrics = metricsOf(values.GUILDSMITH_METRICS, values.GUILDSMITH_METRICS_TOKEN ?? null);
  if (!metrics.ok) problems.push({ where: "environment variable GUILDSMITH_METRICS", problem: metrics.error });

  const file = at(folder, values.GUILDSMITH_CONFIG ?? DEFAULT_FILE);
  const text = readFile(file);
  if (text === null && values.GUILDSMITH_CONFIG) problems.push({ where: "environment variable GUILDSMITH_CONFIG", problem: `there is no file ${file}` });
  const guildFile = readGuildFile(values.GUILDSMITH_CONFIG ?? DEFAULT_FILE, text ?? "");
  problems.push(...guildFile.problems);
  if (problems.length > 0) throw new ConfigError(problems, guildFile.named);

  const dataFolder = at(folder, values.GUILDSMITH_DATA ?? "data");
  return {
    token: values.DISCORD_TOKEN ?? null,
    apiUrl: withoutVersion(values.DISCORD_API_URL ?? DISCORD_API),
    database: values.DATABASE_URL ? { engine: "postgres", url: values.DATABASE_URL } : { engine: "sqlite", file: join(dataFolder, "guildsmith.db") },
    dataFolder,
    logLevel: values.LOG_LEVEL ?? "info",
    membersIntent: values.GUILDSMITH_MEMBERS_INTENT ?? "auto",
    packFolders: values.GUILDSMITH_PACKS ? [at(folder, values.GUILDSMITH_PACKS)] : [],
    guilds: guildFile.guilds,
    defaults: guildFile.defaults,
    named: guildFile.named,
    metrics: metrics.ok ? metrics.value : null,
  };
}

/** `host:port`, a port alone, or `off`. Whoever is not on this machine needs the token. */
function metricsOf(text: string | undefined, token: string | null): Result<MetricsConfig | null, string> {
  if (text === "off") return ok(null);
  const found = /^(?:\[?([^[\]]+?)\]?:)?(\d{1,5})$/.exec(text ?? METRICS_ADDRESS);
  const port = Number(found?.[2] ?? Number.NaN);
  if (!found || port > 65_535) return err(`must be an address such as ${METRICS_ADDRESS}, a port, or "off"`);
  const host = found[1] ?? "127.0.0.1";
  if (!LOOPBACK.test(host) && token === null) return err(`lets others than this machine ask: set GUILDSMITH_METRICS_TOKEN as well, or use ${METRICS_ADDRESS}`);
  return ok({ host, port, token, isChosen: text !== undefined });
}

/** discord.js adds the version that it speaks; one at the end of the address, as in Discord's documentation, would be there twice. */
const withoutVersion = (apiUrl: string): string => apiUrl.replace(/\/+$/, "").replace(/\/v\d+$/, "");

const at = (folder: string, path: string): string => (isAbsolute(path) ? path : resolve(folder, path));
