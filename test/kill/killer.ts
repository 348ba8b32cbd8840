import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { APPLICATION_ID, type Sandbox } from "../../sandbox/index.ts";
import type { WorldEvent } from "../../sandbox/world/world-event.ts";
import type { BotProcess } from "./bot-process.ts";
import type { Chance } from "./random.ts";

/** In which instant the bot is killed. */
export type Moment =
  /** Any: while it starts, or some time afterwards. */
  | { readonly kind: "any"; readonly afterMs: number }
  /** While it works for people. */
  | { readonly kind: "at-work"; readonly afterMs: number }
  /** A message of the outbox has just reached Discord, and the bot does not know. */
  | { readonly kind: "just-sent"; readonly nth: number }
  /** Something was just written into the store, and nobody knows. */
  | { readonly kind: "just-written"; readonly nth: number }
  /** Somebody has just been answered. */
  | { readonly kind: "just-answered"; readonly nth: number }
  /** Somebody has just pressed. */
  | { readonly kind: "just-asked"; readonly nth: number; readonly afterMs: number };

/** No instant is waited for longer than this, from the bot's being online. */
const PATIENCE_MS = 4_000;
const ONLINE_MS = 30_000;

export function pickMoment(chance: Chance): Moment {
  const roll = chance.next();
  if (roll < 0.15) return { kind: "any", afterMs: chance.between(0, 2_000) };
  if (roll < 0.3) return { kind: "at-work", afterMs: chance.between(50, 2_000) };
  if (roll < 0.5) return { kind: "just-written", nth: chance.between(1, 60) };
  if (roll < 0.7) return { kind: "just-sent", nth: chance.between(1, 25) };
  if (roll < 0.85) return { kind: "just-answered", nth: chance.between(1, 25) };
  return { kind: "just-asked", nth: chance.between(3, 25), afterMs: chance.between(0, 12) };
}

/** Kills the running bot in that moment, and resolves when it is gone. */
export async function killAt(sandbox: Sandbox, bot: BotProcess, moment: Moment): Promise<void> {
  if (moment.kind !== "any") await online(sandbox);
  if ("nth" in moment) await killAtNth(sandbox, bot, moment);
  else await sleep(moment.afterMs);
  bot.kill();
  await bot.gone();
  await presence(sandbox, false);
}

/** Resolves when the bot is connected. @throws when it is not in time */
export const online = (sandbox: Sandbox): Promise<void> => presence(sandbox, true);

async function presence(sandbox: Sandbox, isOnline: boolean): Promise<void> {
  for (const until = Date.now() + ONLINE_MS; Date.now() < until; await sleep(5)) if (sandbox.world.application(APPLICATION_ID).isOnline === isOnline) return;
  throw new Error(`the bot does not ${isOnline ? "come online" : "leave"}`);
}

type Nth = Extract<Moment, { readonly nth: number }>;

/** Sends the kill at once at the nth of these events, if it comes in time. */
async function killAtNth(sandbox: Sandbox, bot: BotProcess, moment: Nth): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let seen = 0;
  const stop = listen(sandbox, bot, moment, () => {
    seen += 1;
    if (seen !== moment.nth) return;
    if (moment.kind === "just-asked") setTimeout(resolve, moment.afterMs);
    else {
      bot.kill();
      resolve();
    }
  });
  await Promise.race([promise, sleep(PATIENCE_MS)]);
  // The next life is not to be ended by what was waited for in this one.
  stop();
}

/**
 * Tells of each such event as it happens: of a write mostly before the bot can answer, of what the
 * sandbox does before it answers the bot. Gives the way to stop.
 */
function listen({ world }: Sandbox, bot: BotProcess, { kind }: Nth, tell: () => void): () => void {
  if (kind !== "just-written") return world.events.subscribe((event) => (fits(kind, event) ? tell() : undefined));
  const log = `${basename(bot.file)}-wal`;
  const watcher = watch(dirname(bot.file), (_, name) => (name === log ? tell() : undefined));
  return () => watcher.close();
}

function fits(kind: Exclude<Nth["kind"], "just-written">, event: WorldEvent): boolean {
  switch (kind) {
    case "just-sent":
      return (event.type === "message-created" || event.type === "message-updated") && event.message.interactionId === null && event.message.api.author.id === APPLICATION_ID;
    case "just-answered":
      return event.type === "interaction-changed" && event.interaction.state === "answered";
    case "just-asked":
      return event.type === "interaction-created";
  }
}
