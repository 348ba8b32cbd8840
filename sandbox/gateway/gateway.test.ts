import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { startSandbox } from "../index.ts";

test("a browser of another site is no bot, and who hangs up early breaks nothing", async () => {
  const sandbox = await startSandbox();
  const foreign = new WebSocket(sandbox.gatewayUrl, { origin: "http://elsewhere.example" });
  expect(String(await once(foreign, "error"))).toContain("403");
  const { hostname, port } = new URL(sandbox.url);
  const ask = async (path: string) => {
    const caller = connectTcp(Number(port), hostname);
    await once(caller, "connect");
    caller.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    return caller;
  };
  const answered = await ask("//");
  expect(String((await once(answered, "data"))[0])).toContain("403");
  (await ask("/nowhere")).resetAndDestroy();
  const bot = new WebSocket(sandbox.gatewayUrl);
  const [hello] = await once(bot, "message");
  expect(String(hello)).toContain("heartbeat_interval");
  bot.terminate();
  await sandbox.close();
});
