import { fork } from "node:child_process";
import { extname } from "node:path";
import { z } from "zod";
import { OperatorError } from "../kernel/operator-error.ts";
import type { GuildSettings } from "../features/guild-settings/guild-settings.ts";

/** The sandbox did not open, or ended by itself. */
export class SandboxError extends OperatorError {}

export interface OpenSandbox {
  /** The page's address. */
  readonly url: string;
  /** Base of its REST API, for DISCORD_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  /** How the seeded guild's officers would have set up the desk. */
  readonly firstSettings: ReadonlyMap<string, Partial<GuildSettings>>;
  /** Resolves when its process has ended. */
  readonly ended: Promise<SandboxError>;
  close(): Promise<void>;
}

const ids = z.record(z.string(), z.string());
const opened = z.object({
  type: z.literal("ready"),
  url: z.string(),
  apiUrl: z.string(),
  token: z.string(),
  guild: z.object({ id: z.string(), roles: ids, channels: ids }),
});
const failed = z.object({ type: z.literal("failed"), message: z.string() });

/** Opens the sandbox in a process of its own, which ends with this one. @throws SandboxError */
export async function openSandbox(port: number): Promise<OpenSandbox> {
  const child = fork(new URL(`../../sandbox/cli${extname(import.meta.filename)}`, import.meta.url), ["--port", String(port)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // Ctrl+C goes to everything in the terminal's foreground; the bot must be able to finish before its Discord is gone.
    detached: process.platform !== "win32",
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const answer = await Promise.race([new Promise<unknown>((resolve) => child.once("message", resolve)), gone]);
  const failure = failed.safeParse(answer);
  if (failure.success) throw new SandboxError(failure.data.message);
  const ready = opened.safeParse(answer);
  if (!ready.success) {
    child.kill();
    throw new SandboxError(`The sandbox ended before it was open (exit code ${String(answer)}).`);
  }
  const { url, apiUrl, token, guild } = ready.data;
  return {
    url,
    apiUrl,
    token,
    firstSettings: new Map([[guild.id, settingsOf(guild)]]),
    ended: gone.then((code) => new SandboxError(`The sandbox ended by itself (exit code ${String(code)}).`)),
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

function settingsOf({ roles, channels }: z.infer<typeof opened>["guild"]): Partial<GuildSettings> {
  const role = (name: string): readonly string[] => (roles[name] === undefined ? [] : [roles[name]]);
  return {
    roles: {
      officer: role("officer"),
      member: role("member"),
      core: role("core"),
      professions: { enchanting: role("enchanter"), tailoring: role("tailor"), alchemy: role("alchemist") },
    },
    panelChannelId: channels["craftingDesk"] ?? null,
    boardChannelId: channels["craftingBoard"] ?? null,
  };
}
