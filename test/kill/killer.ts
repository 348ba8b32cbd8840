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
  if (roll < 0.4) return { kind: "at-work", afterMs: chance.between(50, 2_000) };
  if (roll < 0.65) return { kind: "just-sent", nth: chance.between(1, 25) };
  if (roll < 0.8) return { kind: "just-answered", nth: chance.between(1, 25) };
  return { kind: "just-asked", nth: chance.between(3, 25), afterMs: chance.between(0, 12) };
}

/** Kills the running bot in that moment, and resolves when it is gone. */
export async function killAt(sandbox: Sandbox, bot: BotProcess, moment: Moment): Promise<void> {
  if (moment.kind === "any") await sleep(moment.afterMs);
  else {
    await online(sandbox);
    if (moment.kind === "at-work") await sleep(moment.afterMs);
    else await Promise.race([killAtEvent(sandbox, bot, moment), sleep(PATIENCE_MS)]);
  }
  bot.kill();
  await bot.gone();
}

/** Resolves when the bot is connected. @throws when it is not in time */
export async function online(sandbox: Sandbox): Promise<void> {
  for (const until = Date.now() + ONLINE_MS; Date.now() < until; await sleep(10)) if (sandbox.world.application(APPLICATION_ID).isOnline) return;
  throw new Error("the bot does not come online");
}

type AtEvent = Extract<Moment, { readonly nth: number }>;

/** The kill is sent while the sandbox still tells of the event, before it answers the bot's request. */
function killAtEvent({ world }: Sandbox, bot: BotProcess, moment: AtEvent): Promise<void> {
  let seen = 0;
  return new Promise((resolve) => {
    const stop = world.events.subscribe((event) => {
      if (!fits(moment, event) || ++seen < moment.nth) return;
      stop();
      if (moment.kind === "just-asked") setTimeout(resolve, moment.afterMs);
      else {
        bot.kill();
        resolve();
      }
    });
  });
}

function fits({ kind }: AtEvent, event: WorldEvent): boolean {
  switch (kind) {
    case "just-sent":
      return (event.type === "message-created" || event.type === "message-updated") && event.message.interactionId === null && event.message.api.author.id === APPLICATION_ID;
    case "just-answered":
      return event.type === "interaction-changed" && event.interaction.state === "answered";
    case "just-asked":
      return event.type === "interaction-created";
  }
}
