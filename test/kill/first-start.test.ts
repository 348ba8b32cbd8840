import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { connectPerson } from "../../sandbox/driver.ts";
import { CHANNELS, PEOPLE, startSandbox } from "../../sandbox/index.ts";
import { type BotProcess, botProcess } from "./bot-process.ts";
import { NO_LIMITS, SEED } from "./conditions.ts";
import { chance } from "./random.ts";

const ROUNDS = 3;
const START_MS = 20_000;

test("a bot that is killed while it makes its tables answers after the next start", { timeout: 120_000 }, async ({ onTestFailed }) => {
  onTestFailed(() => console.error(`The seed was ${SEED}.`));
  const fate = chance(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const sandbox = await startSandbox({ limits: NO_LIMITS });
    const bot = botProcess(sandbox);
    const eva = await connectPerson(sandbox.url, PEOPLE.eva);
    try {
      bot.start();
      await firstWrite(bot);
      await sleep(fate.between(0, 12));
      bot.kill();
      await bot.gone();

      bot.start();
      await Promise.race([eva.waitForBot(["status"], START_MS), bot.gone()]);
      expect(await eva.command({ channelId: CHANNELS.general, name: "status" })).toMatchObject({ state: "answered" });
      expect(bot.log).toEqual([]);
    } finally {
      await eva.close();
      await bot.close();
      await sandbox.close();
    }
  }
});

/** Resolves as soon as something is in SQLite's log, which is when the tables begin to be made. */
async function firstWrite({ file }: BotProcess): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(1)) {
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  }
  throw new Error("the bot wrote nothing into its store");
}
