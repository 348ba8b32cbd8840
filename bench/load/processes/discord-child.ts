import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { CrowdPlan, CrowdReport, FromDiscord, Progress, Ready, ToDiscord } from "./messages.ts";

/** Discord and its people, in a process of their own. */
export interface DiscordChild extends AsyncDisposable {
  readonly ready: Ready;
  readonly pid: number;
  /** Resolves when the bot is online and has done what it does at its start. @throws what went wrong there */
  untilBotRests(): Promise<void>;
  /** Resolves when all flows have ended. @throws what went wrong there */
  letPeopleCome(hear: (progress: Progress) => void): Promise<void>;
  /** What was measured, up to now. */
  report(): Promise<CrowdReport>;
}

/** @throws when the process ends before it is ready */
export async function startDiscord(plan: CrowdPlan): Promise<DiscordChild> {
  const child = fork(new URL("discord-process.ts", import.meta.url), [JSON.stringify(plan)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ready = await next(child, (message) => (message.type === "ready" ? message : null));
  const tell = (message: ToDiscord): void => void child.send(message);
  return {
    ready,
    pid: child.pid ?? 0,
    async untilBotRests() {
      tell({ type: "go" });
      await next(child, (message) => (message.type === "started" ? message : null));
    },
    async letPeopleCome(hear) {
      tell({ type: "come" });
      await next(child, (message) => {
        if (message.type === "progress") hear(message);
        return message.type === "ended" ? message : null;
      });
    },
    report() {
      tell({ type: "report" });
      return next(child, (message) => (message.type === "report" ? message : null));
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      if (child.connected) tell({ type: "close" });
      await ended;
    },
  };
}

/** The first message in which `look` finds something. */
function next<T>(child: ChildProcess, look: (message: FromDiscord) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      child.off("message", hear).off("exit", fail);
    };
    const hear = (message: unknown): void => {
      try {
        const told = message as FromDiscord;
        if (told.type === "failed") throw new Error(`in the process of Discord: ${told.message}`);
        const found = look(told);
        if (found === null) return;
        finish();
        resolve(found);
      } catch (cause) {
        finish();
        reject(cause);
      }
    };
    const fail = (): void => {
      finish();
      reject(new Error("the process of Discord ended by itself"));
    };
    child.on("message", hear).on("exit", fail);
  });
}
