import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { connectPerson, type Driver } from "../../sandbox/driver.ts";
import { CHANNELS, PEOPLE, startSandbox } from "../../sandbox/index.ts";
import { type BotProcess, botProcess } from "./bot-process.ts";
import { NO_LIMITS, SEED } from "./conditions.ts";
import { chance } from "./random.ts";

const ROUNDS = 3;
/** Making all tables takes about as long. */
const MAKING_MS = 40;
const START_MS = 20_000;

test("a bot that is killed while it makes its tables answers after the next start", { timeout: 120_000 }, async ({ onTestFailed }) => {
  onTestFailed(() => console.error(`The seed was ${SEED}.`));
  const fate = chance(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const sandbox = await startSandbox({ limits: NO_LIMITS, sessionStarts: { everyMs: 0 } });
    const bot = botProcess(sandbox);
    const eva = await connectPerson(sandbox.url, PEOPLE.eva);
    try {
      bot.start();
      await tablesAreBeingMade(bot, fate.between(40_000, 300_000));
      bot.kill();
      await bot.gone();

      bot.start();
      await Promise.race([answers(eva), bot.gone()]);
      expect(bot.log).toEqual([]);
    } finally {
      await eva.close();
      await bot.close();
      await sandbox.close();
    }
  }
});

/** Asks until an answer comes: the page may still take the dead bot for present. @throws when none comes */
async function answers(eva: Driver): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; ) {
    await eva.waitForBot(["status"], START_MS);
    if ((await eva.command({ channelId: CHANNELS.general, name: "status" })).state === "answered") return;
  }
  throw new Error("the bot answers nobody");
}

/**
 * Resolves in the middle of it: once SQLite's log, which grows to half a megabyte, has so many bytes, or
 * some time after the first ones, for a transaction writes them only at its end.
 */
async function tablesAreBeingMade({ file }: BotProcess, bytes: number): Promise<void> {
  let until = Date.now() + START_MS;
  for (let isFirst = true; Date.now() < until; await sleep(1)) {
    const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= bytes) return;
    if (size > 0 && isFirst) {
      isFirst = false;
      until = Date.now() + MAKING_MS;
    }
  }
}
