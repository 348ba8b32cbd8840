import { expect, it } from "vitest";
import { textOf } from "../../sandbox/driver.ts";
import { DESK, said } from "./actions.ts";
import { openDesk } from "./desk.ts";

it("answers while Discord does not take the commands", { timeout: 60_000 }, async () => {
  const desk = await openDesk("sqlite", undefined, { restFailures: [{ route: "GET /applications/:applicationId/commands", answer: "timeout" }] });
  const eva = await desk.visitor("eva");
  const panel = await eva.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
  expect(said(await eva.press(panel, "My requests"))).toContain("You have not asked for anything yet");
  await desk.close();
});
