import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A sandbox in a process of its own, without limits, with one guild and a crowd in it. */
export interface BenchSandbox extends AsyncDisposable {
  readonly url: string;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly applicationId: string;
}

/** Opens one with so many people and text channels. `options`: further ones of its command line. */
export async function openSandbox(people: number, channels: number, options: readonly string[] = []): Promise<BenchSandbox> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-bench-"));
  const world = join(folder, "world.yaml");
  writeFileSync(world, worldOf(people, channels));
  const child = fork(new URL("../../sandbox/cli.ts", import.meta.url), ["--port", "0", "--limits", "off", "--world", world, ...options], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [ready] = (await once(child, "message")) as [{ type: string; message?: string; url: string; gatewayUrl: string; token: string; applicationId: string }];
  rmSync(folder, { recursive: true });
  if (ready.type !== "ready") throw new Error(ready.message ?? "the sandbox did not open");
  return {
    ...ready,
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

function worldOf(people: number, channels: number): string {
  const everyone = "[ViewChannel, SendMessages, ReadMessageHistory, UseApplicationCommands]";
  const names = Array.from({ length: channels }, (_, index) => `{ name: channel-${index} }`);
  return `
applications: [{ name: Bench }]
people: [{ username: founder }]
guilds:
  - { name: Bench, owner: founder, everyone: ${everyone}, members: [{ person: founder }], bots: [{ application: Bench, permissions: [ManageMessages] }], crowd: ${people}, channels: [${names.join(", ")}] }
`;
}
