import { parseArgs } from "node:util";
import { crashWays } from "./write-parts/crashes.ts";
import { type Place, postgresPlace, sqlitePlace } from "./write-parts/places.ts";
import { timeWays } from "./write-parts/timing.ts";

const ROUNDS = "7";
const KILLS = "20";
/** In a round. */
const ALONE = 150;
const TOGETHER = 800;

/**
 * Three ways to write what one submission leaves (the request, its audit event, its statistics): one commit after the
 * other, three at the same time over connections of their own, and one transaction, which is the product's. Each on
 * both engines: what it takes (`--rounds`), and what it leaves when its process is killed (`--kills`).
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: ROUNDS }, kills: { type: "string", default: KILLS } } });
  const [rounds, kills] = [wholeNumber("rounds", values.rounds), wholeNumber("kills", values.kills)];
  tell("a submission in three parts: the request, its audit event, its statistics, each as the product writes it; every commit durable");
  await measure("SQLite (parallel: a thread and a connection for each part)", await sqlitePlace(), rounds, kills);
  const postgres = await postgresPlace().catch((cause: unknown) => tell(`\nPostgreSQL is left out: ${cause instanceof Error ? cause.message : String(cause)}`));
  if (postgres) await measure("PostgreSQL on this machine (10 connections)", postgres, rounds, kills);
}

async function measure(title: string, place: Place, rounds: number, kills: number): Promise<void> {
  try {
    tell(`\n${title}: ${rounds} rounds in turns; rates are medians of the rounds`);
    if (rounds > 0) tell(await timeWays(place.address, { rounds, alone: ALONE, together: TOGETHER }));
    tell(`\n${title}: what is in the store in part only, after its process was killed (SIGKILL) at random moments`);
    if (kills > 0) tell(await crashWays(place.address, kills));
  } finally {
    await place.remove();
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${name} must be a whole number`);
  return number;
}

const tell = (text: string): void => void process.stdout.write(`${text}\n`);
