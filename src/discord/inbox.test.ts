import { Writable } from "node:stream";
import { type APIInteraction, InteractionType } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { createLog } from "../telemetry/log.ts";
import { TestClock } from "../testing/outbox-bench.ts";
import { Inbox } from "./inbox.ts";

const press = (id: string): APIInteraction => ({ id, application_id: "1", type: InteractionType.Ping, token: "t", version: 1 }) as APIInteraction;

it("keeps what comes before the desk is open, and passes over what Discord no longer waits for", async () => {
  const lines: string[] = [];
  const log = createLog("warn", new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }));
  const clock = new TestClock();
  const inbox = new Inbox(clock, log);
  const handled: string[] = [];
  inbox.take(press("long ago"));
  inbox.take(press("also long ago"));
  clock.at += 1;
  inbox.take(press("just in time"));
  clock.at += 2_999;
  inbox.open(({ id }) => Promise.resolve(void handled.push(id)));
  inbox.take(press("now"));
  await inbox.settled();
  expect(handled).toEqual(["just in time", "now"]);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ count: 2, msg: expect.stringContaining("too old") }]);
});
