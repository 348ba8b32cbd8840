import { openSandbox } from "./sandbox-process.ts";
import { stopSignal, untilStopped } from "./shutdown.ts";

/** `guildsmith sandbox`: the sandbox alone, for any bot. @throws SandboxError */
export async function sandbox(options: { port: number }): Promise<void> {
  const stop = stopSignal();
  const opened = await openSandbox(options.port);
  console.log(`The sandbox is open: ${opened.url}

To connect a bot to it, give it
  DISCORD_TOKEN=${opened.token}
  DISCORD_API_URL=${opened.apiUrl}`);
  const lost = await Promise.race([untilStopped(stop), opened.ended]);
  await opened.close();
  if (lost) throw lost;
}
