import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { connectPerson } from "./driver.ts";
import { APPLICATION_ID, CHANNELS, GUILD_ID, PEOPLE, ROLES } from "./index.ts";

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

test("where it cannot listen it says so and ends", async () => {
  const child = start("--host", "203.0.113.1");
  const ended = once(child, "exit");
  const [failed] = (await once(child, "message")) as [Record<string, string>];
  expect(failed["type"]).toBe("failed");
  expect(failed["message"]).toMatch(/EADDRNOTAVAIL/);
  expect(await ended).toEqual([1, null]);
});
