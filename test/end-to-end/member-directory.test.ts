import { afterAll, beforeAll, expect, it } from "vitest";
import { GUILD_ID, PEOPLE, ROLES, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";
import { setRole } from "../../sandbox/world/members.ts";
import { connectDiscord, type Connection } from "../../src/discord/connection.ts";
import { createMemberDirectory } from "../../src/discord/member-directory.ts";
import { SILENT, TestClock } from "../../src/testing/outbox-bench.ts";

let sandbox: Sandbox;
let connection: Connection;
const clock = new TestClock();
beforeAll(async () => {
  sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
  connection = await connectDiscord({ token: sandbox.token, apiUrl: sandbox.apiUrl, clock, log: SILENT, telemetry: NO_TELEMETRY, stop: new AbortController().signal });
});
afterAll(async () => {
  await connection.close();
  await sandbox.close();
});

it("remembers a person's roles for a minute, but not from before who asks says", async () => {
  const directory = createMemberDirectory(connection.client, clock, SILENT);
  const hasRole = async (notBefore?: number) => (await directory.find(GUILD_ID, PEOPLE.eva, notBefore))?.roleIds.includes(ROLES.tailor);
  expect(await hasRole()).toBe(false);
  clock.at += 10;
  setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, true);
  expect([await hasRole(), await hasRole(clock.at), await hasRole()]).toEqual([false, true, true]);
  const asked = clock.at;
  setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, false);
  clock.at += 59_999;
  // Not asked again, for the answer is from then.
  expect(await hasRole(asked)).toBe(true);
  clock.at += 1;
  expect(await hasRole()).toBe(false);
});
