import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { GUILD_ID, startSandbox } from "../../sandbox/index.ts";
import { botProcess } from "./bot-process.ts";
import { checkBoard, checkNotifications, checkPanel } from "./check-messages.ts";
import { checkActions, checkNumbers, checkStatistics, checkSubmissions, checkTrail } from "./check-store.ts";
import { NO_LIMITS, SEED } from "./conditions.ts";
import { letTimePass, PAST_NONCE_MS, pickDowntime, SkippingClock } from "./downtime.ts";
import { readFacts, waitingIn } from "./facts.ts";
import { killAt, online, pickMoment } from "./killer.ts";
import { Ledger } from "./ledger.ts";
import { startLoad } from "./load.ts";
import { chance } from "./random.ts";

/**
 * kill -9 of the bot, at any instant, loses nothing that anybody was told, and doubles nothing. This is
 * about the process: what it gave to the operating system outlives it. It says nothing about power that
 * fails; for that the store writes through to the disk at each commit (see database/sqlite.ts).
 */
const KILLS = Number(process.env["KILLS"] ?? 10);

/** Discord's own 3 s would mean that people mostly wait. Who is answered later than this presses again. */
const ANSWER_WITHIN_MS = 1_500;
const LAST_WORK_MS = 500;
const EMPTY_OUTBOX_MS = 60_000;

test(`${KILLS} times kill -9 under load lose nothing and double nothing`, { timeout: 120_000 + KILLS * 10_000 }, async ({ onTestFailed, onTestFinished }) => {
  const fate = chance(SEED);
  const clock = new SkippingClock();
  const sandbox = await startSandbox({ clock, limits: NO_LIMITS, sessionStarts: { perDay: 1_000_000, everyMs: 0 }, answerWithinMs: ANSWER_WITHIN_MS, oldMessageEditsPerHour: 1_000_000, tokenLivesMs: 24 * 60 * 60_000 });
  const bot = botProcess(sandbox);
  onTestFinished(async () => {
    await bot.close();
    await sandbox.close();
  });
  onTestFailed(() => console.error(`The seed was ${SEED}. What the bot logged last:\n${bot.log.slice(-10).join("\n")}`));

  const ledger = new Ledger();
  bot.start();
  const load = await startLoad(sandbox, ledger, SEED);
  for (let kill = 1; kill <= KILLS; kill++) {
    await killAt(sandbox, bot, pickMoment(fate));
    // The last time everything is left to find out, and nothing has to be waited for.
    await letTimePass(bot.file, clock, kill === KILLS ? PAST_NONCE_MS : pickDowntime(fate));
    bot.start();
  }
  await online(sandbox);
  await sleep(LAST_WORK_MS);
  await load.end();

  const left = await emptyOutbox(bot.file);
  const facts = await readFacts({ engine: "sqlite", file: bot.file }, GUILD_ID);
  const told = `${facts.requests.length} requests, acknowledged: ${ledger.submissions.length} submissions and ${countsIn(ledger)}; ${ledger.unanswered} presses without an answer`;
  console.log(`${KILLS} kills, seed ${SEED}: ${told}`);
  expect({
    "left in the outbox": left,
    "given up": facts.deadLetters,
    "errors in the bot": bot.log.filter((line) => line.includes("an interaction failed")),
    submissions: checkSubmissions(facts, ledger),
    numbers: checkNumbers(facts, ledger),
    trail: checkTrail(facts),
    actions: checkActions(facts, ledger),
    statistics: checkStatistics(facts),
    notifications: await checkNotifications(facts, sandbox),
    board: await checkBoard(facts, sandbox),
    panel: checkPanel(sandbox),
  }).toEqual({ "left in the outbox": [], "given up": [], "errors in the bot": [], submissions: [], numbers: [], trail: [], actions: [], statistics: [], notifications: [], board: [], panel: [] });
  // Otherwise nothing of the above says anything.
  expect(ledger.submissions.length).toBeGreaterThan(KILLS);
  expect(ledger.actions.length).toBeGreaterThan(KILLS);
  expect(ledger.unanswered).toBeGreaterThan(0);
});

const countsIn = ({ actions }: Ledger): string => [...Map.groupBy(actions, ({ action }) => action)].map(([action, told]) => `${told.length} ${action}`).join(", ");

/** Waits until everything is sent; gives what is not. */
async function emptyOutbox(file: string): Promise<readonly string[]> {
  for (const until = Date.now() + EMPTY_OUTBOX_MS; ; await sleep(200)) {
    const waiting = await waitingIn(file);
    if (waiting.length === 0 || Date.now() > until) return waiting;
  }
}
