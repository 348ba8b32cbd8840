import { beforeAll, describe, expect, test } from "vitest";
import { aFrame as frame } from "../testing/entries.ts";
import { CLOSE, type GatewayFrame } from "../traffic/entries.ts";
import { type Contract, openContract } from "./contract.ts";
import { inWords } from "./violation.ts";

let contract: Contract;

beforeAll(async () => {
  contract = await openContract();
});

const said = (...entries: readonly GatewayFrame[]) => contract.violations(entries).map(inWords);

const typing = { channel_id: "1", user_id: "2", timestamp: 3 };

test("a payload is known by its event, and a fault in it is named", () => {
  expect(said(frame({ op: 0, s: 1, t: "TYPING_START", d: typing }))).toEqual([]);
  expect(said(frame({ op: 0, s: 1, t: "TYPING_START", d: { ...typing, user_id: 2 } }))).toEqual(["TYPING_START, sent: /d/user_id must be string, but is 2"]);
  expect(said(frame({ op: 0, s: 1, t: "TYPING_STOP", d: typing }))).toEqual([expect.stringContaining("must be one of Discord's payloads")]);
});

const close = (code: number, facts: Partial<GatewayFrame> = {}) => ({ ...frame({ op: 0 }), op: null, event: CLOSE, body: JSON.stringify({ code, reason: "" }), ...facts });

describe("What a bot sends is held to the types too", () => {
  const invalidSession = frame({ op: 9 }, "sent", { body: JSON.stringify({ op: 9, d: false, s: null, t: null }) });
  const resume = frame({ op: 6, d: { token: "t", session_id: 5, seq: 1 } }, "received");
  const presence = frame({ op: 3, d: { status: 5, activities: [] } }, "received");
  const heartbeat = frame({ op: 1, d: null }, "received");
  const isResume = ["opcode 6, received: /d/session_id must be string, but is 5"];
  const isPresence = ["opcode 3, received: /d/status must be string, but is 5"];
  const elsewhere = { connectionId: "two", sessionId: "b" };

  test("unless it was refused for it", () => {
    expect(said(resume)).toEqual(isResume);
    expect(said(resume, close(4007))).toEqual([]);
    expect(said(resume, invalidSession)).toEqual([]);
    expect(said(presence, close(4002))).toEqual([]);
  });

  test.each<[string, readonly GatewayFrame[], readonly string[]]>([
    ["a refusal on another connection", [presence, close(4002, elsewhere)], isPresence],
    ["another session that is no good", [resume, { ...invalidSession, ...elsewhere }], isResume],
    ["a refusal of what came later", [presence, heartbeat, close(4002)], isPresence],
    ["a refusal after something was said", [presence, frame({ op: 11, d: null }), close(4002)], isPresence],
    ["a silence that ended the connection", [presence, close(4009)], isPresence],
    ["a token that was reset elsewhere", [presence, close(4004)], isPresence],
    ["a session that is no good, which answers no presence", [presence, invalidSession], isPresence],
  ])("%s excuses nothing", (_what, frames, words) => {
    expect(said(...frames)).toEqual(words);
  });

  test("another connection's frames between a frame and its refusal change nothing", () => {
    expect(said(resume, { ...heartbeat, ...elsewhere }, close(4007))).toEqual([]);
  });
});

describe("A wrong request for members", () => {
  const session = { sessionId: "s" };
  const ask = (d: object, facts: Partial<GatewayFrame> = {}) => frame({ op: 8, d: { guild_id: "1", query: "", limit: 0, ...d } }, "received", { ...session, ...facts });
  const chunk = (d: object, facts: Partial<GatewayFrame> = {}) => frame({ op: 0, s: 1, t: "GUILD_MEMBERS_CHUNK", d: { guild_id: "1", members: [], chunk_index: 0, chunk_count: 1, ...d } }, "sent", { ...session, ...facts });
  const wrong = (nonce: string, facts?: Partial<GatewayFrame>) => ask({ nonce, limit: "0" }, facts);
  const isWrong = [expect.stringMatching(/^opcode 8, received: /)];

  test("may be left without an answer, whatever else is heard", () => {
    expect(said(wrong("a"), frame({ op: 1, d: null }, "received"), chunk({ nonce: "b" }))).toEqual([]);
  });

  test("is named when its answer comes, however late and over which connection", () => {
    expect(said(wrong("c"))).toEqual([]);
    expect(said(chunk({ nonce: "c", chunk_count: 2 }))).toEqual([]);
    expect(said(chunk({ nonce: "c", chunk_index: 1, chunk_count: 2 }, { connectionId: "two" }))).toEqual(isWrong);
    expect(said(wrong("d"), frame({ op: 0, s: 2, t: "RATE_LIMITED", d: { opcode: 8, retry_after: 1, meta: { guild_id: "1", nonce: "d" } } }, "sent", session))).toEqual(isWrong);
  });

  test("is not named for the answer to a right one, nor for one in another session", () => {
    expect(said(wrong("e"), ask({}), chunk({}))).toEqual([]);
    expect(said(wrong("f"), chunk({ nonce: "f" }, { sessionId: "b", connectionId: "two" }))).toEqual([]);
  });
});

test("what it costs grows with the number of frames, not with its square", () => {
  const heard = Array.from({ length: 20_000 }, () => frame({ op: 1, d: null }, "received"));
  let looks = 0;
  const counting = new Proxy(heard, {
    get: (all, key) => {
      if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(all, key) as unknown;
    },
  });
  expect(contract.violations(counting)).toEqual([]);
  expect(looks).toBeLessThanOrEqual(3 * heard.length);
});
