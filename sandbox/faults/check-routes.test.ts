import { expect, test } from "vitest";
import { startSandbox } from "../index.ts";
import { faultSettingsSchema } from "./settings.ts";

const failing = (route: string) => faultSettingsSchema.parse({ restFailures: [{ route, answer: 500 }] });

test.each([
  ["POST /channel/:channelId/message", /^There is no route POST \/channel\/:channelId\/message\. Did you mean POST \/channels\/:channelId\/messages,/],
  ["POST /channels/1/messages", /say POST \/channels\/:channelId\/messages\.$/],
  ["GET /api/v10/users/@me?with=1", /say GET \/users\/@me\.$/],
  ["POST /channels/:id/messages", /say POST \/channels\/:channelId\/messages\.$/],
  ["PTACH /channels/:channelId", /Did you mean PATCH \/channels\/:channelId,/],
  ["FETCH *", /^There is no method FETCH\. There are: .*GET/],
])("a failure of %s is refused with the route that is meant", async (route, words) => {
  const sandbox = await startSandbox();
  expect(() => sandbox.faults.set(failing(route))).toThrow(words);
  expect(sandbox.faults.settings.restFailures).toEqual([]);
  await sandbox.close();
});

test("a route that there is may fail, and a sandbox does not start with a failure of any other", async () => {
  const sandbox = await startSandbox();
  for (const route of ["*", "DELETE *", "GET /gateway/bot", "PUT /channels/:channelId/messages/:messageId/reactions/:emoji/@me"]) sandbox.faults.set(failing(route));
  expect(sandbox.faults.settings.restFailures).toHaveLength(1);
  await sandbox.close();
  await expect(startSandbox({ faults: failing("GET /nothing") })).rejects.toThrow("There is no route GET /nothing.");
});
