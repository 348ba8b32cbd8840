import { Command, InvalidArgumentError, Option } from "commander";
import { PROFILES, type ProfileName } from "../../src/features/guild-settings/profiles.ts";
import { OperatorError } from "../../src/kernel/operator-error.ts";
import { DEFAULT_MIX, FLOW_NAMES, type Mix, mixText, parseMix } from "./mix.ts";

export const PROFILE_NAMES: readonly ProfileName[] = ["baseline", "planned", "recommended"];

export const ENGINES = ["sqlite", "postgres"] as const;

/** What a load is. */
export interface LoadOptions {
  readonly people: number;
  readonly guilds: number;
  /** Arrivals in a second; null: everybody in the same instant. */
  readonly rate: number | null;
  readonly seconds: number;
  readonly mix: Mix;
  /** The median pause between two steps of a person, in seconds. */
  readonly thinkSeconds: number;
  readonly seed: string;
  readonly profile: ProfileName;
  readonly engine: (typeof ENGINES)[number];
  readonly restMs: number;
  readonly gatewayMs: number;
  readonly areStrangers: boolean;
  /** How long it is waited for what is still to be sent when everybody has gone, in seconds. */
  readonly settleSeconds: number;
  /** Requests in each guild's queue before anybody comes. */
  readonly open: number;
}

/** What is asked for on the command line. */
export interface Asked {
  readonly load: LoadOptions;
  /** Empty when one profile runs alone. */
  readonly compare: readonly ProfileName[];
  readonly rounds: number;
  readonly jsonFile: string | null;
  readonly htmlFile: string | null;
}

interface Given {
  people: number;
  guilds: number;
  rate?: number;
  seconds: number;
  mix: Mix;
  burst?: true;
  think?: number;
  seed: string;
  profile: ProfileName;
  engine: LoadOptions["engine"];
  rest: number;
  gateway: number;
  strangers?: true;
  open: number;
  settle: number;
  compare?: readonly ProfileName[];
  rounds: number;
  json?: string;
  html?: string;
}

/** Each person comes about so often, where no rate is given. */
const SECONDS_BETWEEN_VISITS = 20;

const number = (low: number, high: number, isWhole = true) => (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !(value >= low && value <= high) || (isWhole && !Number.isInteger(value))) throw new InvalidArgumentError(`Give a ${isWhole ? "whole " : ""}number from ${low} to ${high}.`);
  return value;
};

const readMix = (text: string): Mix => {
  try {
    return parseMix(text);
  } catch (cause) {
    throw cause instanceof OperatorError ? new InvalidArgumentError(cause.message) : cause;
  }
};

const profiles = (text: string): readonly ProfileName[] => {
  const names = text.split(",").map((name) => PROFILE_NAMES.find((known) => known === name.trim()));
  const found = names.filter((name) => name !== undefined);
  if (found.length !== names.length || new Set(found).size < Math.max(2, names.length)) throw new InvalidArgumentError(`Give at least two of ${Object.keys(PROFILES).join(", ")}, each once.`);
  return found;
};

/** Reads the command line, without the program's name. @throws CommanderError with a sentence, also for --help */
export function readOptions(args: readonly string[]): Asked {
  const command = new Command("npm run load --")
    .description("Lets people come to the bot in a Discord of its own, as fast as they would come and not as fast as they are served, and tells how long they waited and whether anything was lost.")
    .exitOverride()
    .option("--people <n>", "people, 1 to 2000", number(1, 2_000), 50)
    .option("--guilds <n>", "guilds that they are spread over, 1 to 50", number(1, 50), 1)
    .option("--rate <n>", `arrivals in a second, in all (default: each person comes every ${SECONDS_BETWEEN_VISITS} s)`, number(0.01, 2_000, false))
    .option("--seconds <n>", "how long people arrive", number(1, 86_400, false), 30)
    .option("--burst", "everybody arrives in the same instant, once, in place of a rate")
    .addOption(new Option("--mix <flow=weight,…>", `what they come for: ${FLOW_NAMES.join(", ")}`).argParser(readMix).default(DEFAULT_MIX, mixText(DEFAULT_MIX)))
    .option("--think <seconds>", "median pause between two steps of a person (default: 1, in a burst 0)", number(0, 600, false))
    .option("--open <n>", "requests in each guild's queue before anybody comes", number(0, 10_000), 40)
    .option("--strangers", "the bot has written to nobody before, so that it has to open their direct messages")
    .option("--settle <seconds>", "how long it is waited for what is still to be sent when everybody has gone", number(0, 3_600, false), 30)
    .option("--seed <text>", "the same seed brings the same people at the same times for the same things", "1")
    .addOption(new Option("--profile <name>", "the levers' values").choices(PROFILE_NAMES).default("recommended"))
    .addOption(new Option("--engine <name>", "where the bot keeps everything; postgres: on the server that DATABASE_URL_TEST names").choices(ENGINES).default("sqlite"))
    .option("--rest <ms>", "Discord's REST latency, the median", number(0, 10_000, false), 120)
    .option("--gateway <ms>", "the gateway's, the median", number(0, 10_000, false), 40)
    .option("--compare <profiles>", "several profiles in turns, with ratios to the first: baseline,planned,recommended", profiles)
    .option("--rounds <n>", "how often each of them runs", number(1, 100), 3)
    .option("--json <file>", "writes everything that was measured")
    .option("--html <file>", "writes a page with charts");
  const given = command.parse([...args], { from: "user" }).opts<Given>();
  const { people, guilds } = given;
  if (guilds > people) command.error(`error: ${people} people cannot be in ${guilds} guilds; every guild needs one`);
  const isBurst = given.burst === true;
  return {
    load: {
      people,
      guilds,
      rate: isBurst ? null : (given.rate ?? people / SECONDS_BETWEEN_VISITS),
      seconds: isBurst ? 0 : given.seconds,
      mix: given.mix,
      thinkSeconds: given.think ?? (isBurst ? 0 : 1),
      seed: given.seed,
      profile: given.profile,
      engine: given.engine,
      restMs: given.rest,
      gatewayMs: given.gateway,
      areStrangers: given.strangers === true,
      open: given.open,
      settleSeconds: given.settle,
    },
    compare: given.compare ?? [],
    rounds: given.rounds,
    jsonFile: given.json ?? null,
    htmlFile: given.html ?? null,
  };
}
