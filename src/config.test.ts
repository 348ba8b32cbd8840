import { describe, expect, it } from "vitest";
import { ConfigError, DISCORD_API, readConfig } from "./config.ts";

const noFile = (): null => null;
const problemsOf = (env: Record<string, string>, file: string | null = null): readonly string[] => {
  try {
    readConfig(env, "/bot", () => file);
    return [];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.problems.map(({ where, problem }) => `${where}: ${problem}`);
  }
};

describe("the configuration", () => {
  it("needs nothing", () => {
    expect(readConfig({}, "/bot", noFile)).toMatchObject({
      token: null,
      apiUrl: DISCORD_API,
      database: { engine: "sqlite", file: "/bot/data/guildsmith.db" },
      logLevel: "info",
    });
  });

  it("takes what the environment says, and treats an empty value as absent", () => {
    const config = readConfig({ DISCORD_TOKEN: "abc", DISCORD_API_URL: "http://127.0.0.1:3000/api/", DATABASE_URL: "postgres://u:p@db/guild", GUILDSMITH_DATA: "/var/guildsmith", LOG_LEVEL: "" }, "/bot", noFile);
    expect(config).toMatchObject({ token: "abc", apiUrl: "http://127.0.0.1:3000/api", database: { engine: "postgres", url: "postgres://u:p@db/guild" }, dataFolder: "/var/guildsmith", logLevel: "info" });
  });

  it.each(["https://discord.com/api/v10", "https://discord.com/api/v9/", "https://discord.com/api/"])("takes the base of the API from %s", (given) => {
    expect(readConfig({ DISCORD_API_URL: given }, "/bot", noFile).apiUrl).toBe(DISCORD_API);
  });

  it("reads guilds from the file, with ids in quotes or without", () => {
    const file = `guilds:
  "123456789012345678":
    roles:
      officer: 223456789012345671
      professions:
        enchanting: ["323456789012345678", 323456789012345679]
    panelChannel: "423456789012345678"
    packs: [wow-classic]
    surface: ephemeral
`;
    expect(readConfig({}, "/bot", () => file).guilds.get("123456789012345678")).toEqual({
      roles: { officer: ["223456789012345671"], member: [], core: [], professions: { enchanting: ["323456789012345678", "323456789012345679"] } },
      panelChannelId: "423456789012345678",
      packs: ["wow-classic"],
      surface: "ephemeral",
    });
  });

  it("reads what holds for every guild, also for those that it does not name", () => {
    const { defaults, guilds } = readConfig({}, "/bot", () => "defaults:\n  surface: dm\n  claimLeaseHours: 24\n  fastModeRoles: [323456789012345678]\n");
    expect([defaults, guilds.size]).toEqual([{ surface: "dm", claimLeaseHours: 24, fastModeRoles: ["323456789012345678"] }, 0]);
  });

  it("tells everything that is wrong, by name and line, at once", () => {
    const file = `guilds:
  "123456789012345678":
    roles:
      officer: officers
    colour: red
  somewhere:
    panelChannel: 423456789012345678
`;
    expect(problemsOf({ DISCORD_API_URL: "discord.com", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud" }, file)).toEqual([
      "environment variable DISCORD_API_URL: must be an address that begins with http:// or https://",
      "environment variable DATABASE_URL: must be an address that begins with postgres://",
      "environment variable LOG_LEVEL: must be one of fatal, error, warn, info, debug, silent",
      "guildsmith.yaml line 4 (guilds.123456789012345678.roles.officer): must be a role's id, or a list of them",
      "guildsmith.yaml line 5 (guilds.123456789012345678.colour): there is no such setting; check its spelling or remove it",
      "guildsmith.yaml line 6 (guilds.somewhere): must be a guild's id: 17 to 20 digits",
    ]);
  });

  it.each([
    ["guilds:\n", "guildsmith.yaml line 1 (guilds): must be followed by its settings"],
    ['guilds:\n  "123456789012345678":\n', "guildsmith.yaml line 2 (guilds.123456789012345678): must be followed by its settings"],
    ['guilds:\n  "123456789012345678":\n    roles:\n', "guildsmith.yaml line 3 (guilds.123456789012345678.roles): must be followed by its settings"],
    ['guilds:\n  "123456789012345678":\n    packs: wow\n', "guildsmith.yaml line 3 (guilds.123456789012345678.packs): must be a list of packs"],
    ['guilds:\n  "123456789012345678":\n    packs: [7]\n', "guildsmith.yaml line 3 (guilds.123456789012345678.packs.0): must be a pack's name"],
    ['guilds:\n  "123456789012345678":\n    surface: post\n', 'guildsmith.yaml line 3 (guilds.123456789012345678.surface): must be "ephemeral" or "dm" or "channel"'],
    ['guilds:\n  "123456789012345678":\n    claimLeaseHours: 1000\n', "guildsmith.yaml line 3 (guilds.123456789012345678.claimLeaseHours): must be a whole number from 0 to 720 (hours)"],
    ['guilds:\n  "123456789012345678":\n    fastMode: maybe\n', "guildsmith.yaml line 3 (guilds.123456789012345678.fastMode): must be true or false"],
    ['guilds:\n  "123456789012345678":\n    panelChannel: *desk\n', "guildsmith.yaml: Unresolved alias"],
    ["guilds\n", "guildsmith.yaml line 1 (whole file): must be followed by its settings"],
  ])("says in words what is wrong with %j", (file, problem) => {
    expect(problemsOf({}, file)).toEqual([expect.stringContaining(problem)]);
  });

  it("tells of a file that is named but absent, and of one that is no YAML", () => {
    expect(problemsOf({ GUILDSMITH_CONFIG: "other.yaml" })).toEqual(["environment variable GUILDSMITH_CONFIG: there is no file /bot/other.yaml"]);
    expect(problemsOf({}, "guilds: [\n")[0]).toMatch(/^guildsmith\.yaml line \d+: (?!.* at line)/);
  });

  it.each([
    [{}, { host: "127.0.0.1", port: 9_464, token: null, isChosen: false }],
    [{ GUILDSMITH_METRICS: "" }, { host: "127.0.0.1", port: 9_464, token: null, isChosen: false }],
    [{ GUILDSMITH_METRICS: "9100" }, { host: "127.0.0.1", port: 9_100, token: null, isChosen: true }],
    [{ GUILDSMITH_METRICS: "localhost:9100" }, { host: "localhost", port: 9_100, token: null, isChosen: true }],
    [{ GUILDSMITH_METRICS: "[::1]:9100" }, { host: "::1", port: 9_100, token: null, isChosen: true }],
    [{ GUILDSMITH_METRICS: "127.0.0.1:9100", GUILDSMITH_METRICS_TOKEN: "0123456789abcdef" }, { host: "127.0.0.1", port: 9_100, token: "0123456789abcdef", isChosen: true }],
    [{ GUILDSMITH_METRICS: "0.0.0.0:9464", GUILDSMITH_METRICS_TOKEN: "0123456789abcdef" }, { host: "0.0.0.0", port: 9_464, token: "0123456789abcdef", isChosen: true }],
    [{ GUILDSMITH_METRICS: "[::]:9464", GUILDSMITH_METRICS_TOKEN: "0123456789abcdef" }, { host: "::", port: 9_464, token: "0123456789abcdef", isChosen: true }],
    [{ GUILDSMITH_METRICS: "off" }, null],
  ])("with %j serves metrics at %j", (env, metrics) => {
    expect(readConfig(env, "/bot", noFile).metrics).toEqual(metrics);
  });

  it.each(["0.0.0.0:9464", "[::]:9464", "bot.example:9464", "10.0.0.7:9464", "127.0.0.1.example:9464", "localhost.example:9464"])("gives metrics at %s to nobody without a token", (address) => {
    expect(problemsOf({ GUILDSMITH_METRICS: address })).toEqual(["environment variable GUILDSMITH_METRICS: lets others than this machine ask: set GUILDSMITH_METRICS_TOKEN as well, or use 127.0.0.1:9464"]);
  });

  it.each(["on", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "http://127.0.0.1:9464/metrics"])("says what an address of metrics looks like, which %s is not", (address) => {
    expect(problemsOf({ GUILDSMITH_METRICS: address, GUILDSMITH_METRICS_TOKEN: "0123456789abcdef" })).toEqual(['environment variable GUILDSMITH_METRICS: must be an address such as 127.0.0.1:9464, a port, or "off"']);
  });

  it.each(["short", "two words of enough letters"])("takes no token that can be guessed or does not fit a header: %s", (token) => {
    expect(problemsOf({ GUILDSMITH_METRICS_TOKEN: token })).toEqual(["environment variable GUILDSMITH_METRICS_TOKEN: must be one word of at least 16 characters, such as `openssl rand -hex 24` gives"]);
  });
});
