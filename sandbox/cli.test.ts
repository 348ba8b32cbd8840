import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectPerson } from "./driver.ts";
import { APPLICATION_ID, CHANNELS, DEFAULT_TOKEN, GUILD_ID, PEOPLE, ROLES } from "./index.ts";

function start(...options: string[]) {
  return fork(new URL("cli.ts", import.meta.url), ["--port", "0", ...options], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

test("as a child it says where it is, and ends when its parent lets go, not before", async () => {
  const child = start("--token", "sandbox-mine");
  const ended = once(child, "exit");
  const [ready] = (await once(child, "message")) as [Record<string, string>];
  expect(ready).toMatchObject({ type: "ready", token: "sandbox-mine", applicationId: APPLICATION_ID, guild: { id: GUILD_ID, roles: ROLES, channels: CHANNELS } });
  expect(ready["apiUrl"]).toBe(`${ready["url"]}/api`);
  const eva = await connectPerson(ready["url"] ?? "", PEOPLE.eva);
  expect(eva.snapshot.me.displayName).toBe("Eva Brightwater");
  await eva.close();
  child.kill("SIGINT");
  for (let asked = 0; asked < 20; asked++) expect((await fetch(`${ready["url"]}/sandbox/people`)).status).toBe(200);
  child.disconnect();
  expect(await ended).toEqual([0, null]);
});

test("at a terminal it says where it is, and what connects a bot to it", async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("cli.ts", import.meta.url)), "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.endsWith("/api\n")) child.kill();
  }
  const [, url] = /^The sandbox is open: (\S+)\n/.exec(printed) ?? [];
  expect(printed).toBe(`The sandbox is open: ${url}\n\nTo connect a bot to it, give it\n  DISCORD_TOKEN=${DEFAULT_TOKEN}\n  DISCORD_API_URL=${url}/api\n`);
  await ended;
});

test("where it cannot listen it says so and ends", async () => {
  const child = start("--host", "203.0.113.1");
  const ended = once(child, "exit");
  const [failed] = (await once(child, "message")) as [Record<string, string>];
  expect(failed["type"]).toBe("failed");
  expect(failed["message"]).toMatch(/EADDRNOTAVAIL/);
  expect(await ended).toEqual([1, null]);
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

test("it begins with the world, the limits and the latency that it was given", async () => {
  const world = await file("world.yaml", "applications: [{ name: Helper, token: helper }]\npeople: [{ username: ann }]\nguilds: [{ name: Here, owner: ann, members: [{ person: ann }], bots: [{ application: Helper }] }]\n");
  const limits = await file("limits.yaml", "routes: { GET /users/@me: { limit: 1, windowMs: 60000 } }\n");
  const child = start("--world", world, "--limits", limits, "--rest-latency", "20/60", "--gateway-latency", "5");
  const [{ url = "", apiUrl, token }] = (await once(child, "message")) as [Record<string, string>];
  const me = () => fetch(`${apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${token}` } });
  expect(await (await me()).json()).toMatchObject({ username: "Helper" });
  expect((await me()).status).toBe(429);
  expect(await (await fetch(`${url}/sandbox/faults`)).json()).toMatchObject({
    settings: { restLatency: { kind: "lognormal", medianMs: 20, p95Ms: 60 }, gatewayLatency: { kind: "fixed", ms: 5 } },
  });
  child.disconnect();
  await once(child, "exit");
});

test("what it cannot use it names, and ends", async () => {
  const child = start("--world", join(folder, "none.yaml"));
  const ended = once(child, "exit");
  const [failed] = (await once(child, "message")) as [Record<string, string>];
  expect(failed["message"]).toContain("none.yaml cannot be read (ENOENT)");
  expect(await ended).toEqual([1, null]);
});
