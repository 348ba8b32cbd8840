import { once } from "node:events";
import type { Bot } from "../main.ts";

/** What is left after everything was closed, such as a request that Discord does not answer, may take this long. */
const LEFTOVERS_MS = 1_000;

/** A signal to a whole group of processes may come again from the one that started this one: within this time it is the same. */
const SAME_SIGNAL_MS = 1_000;

/** Is aborted at the first SIGINT or SIGTERM; a later second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let firstAt = 0;
  const onSignal = (): void => {
    if (!stop.signal.aborted) {
      firstAt = performance.now();
      stop.abort();
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(1);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop.signal;
}

/** Resolves when the signal is aborted. */
export async function untilStopped(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, "abort");
}

/** Has the bot, once there is one, read its packs again at each SIGHUP. In a terminal that signal says that the terminal is gone, and ends the process. */
function reloadOnHangup(started: () => Bot | null): void {
  if (!process.stdin.isTTY) process.on("SIGHUP", () => void started()?.reloadPacks());
}

/** Runs a bot until it is told to stop, which may be before it has started. @throws LoginError when Discord has shut it out; what `start` throws */
export async function runUntilStopped(stop: AbortSignal, start: () => Promise<Bot>): Promise<void> {
  let bot: Bot | null = null;
  reloadOnHangup(() => bot);
  try {
    bot = await start();
    const lost = await Promise.race([untilStopped(stop), bot.lost]);
    await bot.close();
    if (lost) throw lost;
  } catch (cause) {
    if (!stop.aborted || cause !== stop.reason) throw cause;
  } finally {
    setTimeout(() => process.exit(), LEFTOVERS_MS).unref();
  }
}
