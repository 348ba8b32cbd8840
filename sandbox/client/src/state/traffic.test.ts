import { describe, expect, it } from "vitest";
import type { GatewayFrame, RestCall, TrafficEntry } from "../../../protocol.ts";
import { noTraffic, reduceTraffic, shownEntries, type TrafficEvent, type TrafficState } from "./traffic.ts";
import { whatMade } from "./traffic-chain.ts";
import { everything, filterTraffic, type TrafficFilter } from "./traffic-filter.ts";
import { clockText, countRefusals, prettyText, sizeOf } from "./traffic-text.ts";
import { rowsInView } from "./window.ts";

function call(id: number, about: Partial<RestCall> = {}): RestCall {
  return {
    kind: "rest",
    id,
    at: id,
    applicationId: "1",
    method: "POST",
    path: "/channels/10/messages",
    route: "/channels/:channelId/messages",
    status: 200,
    tookMs: 1,
    bucket: null,
    responseHeaders: {},
    requestBody: null,
    isForm: false,
    fileNames: [],
    responseBody: null,
    messageIds: [],
    interactionId: null,
    ...about,
  };
}

function frame(id: number, about: Partial<GatewayFrame> = {}): GatewayFrame {
  return { kind: "gateway", id, at: id, connectionId: "c", applicationId: "1", sessionId: "s", direction: "sent", op: 0, event: "MESSAGE_CREATE", body: "{}", interactionId: null, ...about };
}

const interaction = (id: number, interactionId: string, d: object): GatewayFrame => frame(id, { event: "INTERACTION_CREATE", interactionId, body: JSON.stringify({ op: 0, d }) });
const callback = (id: number, interactionId: string, body: object, messageIds: string[] = []): RestCall =>
  call(id, { path: `/interactions/${interactionId}/t/callback`, route: "/interactions/:id/:token/callback", interactionId, messageIds, requestBody: JSON.stringify(body) });
const ids = (entries: readonly TrafficEntry[]): number[] => entries.map(({ id }) => id);

const news = (...entries: TrafficEntry[]): TrafficEvent => ({ type: "news", news: [{ applications: {}, entries }] });
const after = (...events: TrafficEvent[]): TrafficState => events.reduce(reduceTraffic, noTraffic);

describe("the traffic that is remembered", () => {
  it("grows, and stands still while it is paused", () => {
    const paused = after({ type: "opened" }, news(call(1)), news(call(2)), { type: "pause" }, news(call(3)));
    expect(ids(shownEntries(paused))).toEqual([1, 2]);
    expect(ids(shownEntries(reduceTraffic(paused, { type: "go-on" })))).toEqual([1, 2, 3]);
  });

  it("has a call before what it made happen, though the call is told of last", () => {
    const told = after({ type: "opened" }, news(frame(2), call(1)), news(frame(4)), news(call(3)));
    expect(ids(shownEntries(told))).toEqual([1, 2, 3, 4]);
  });

  it("is told anew on a new line, and what was cleared stays away", () => {
    const cleared = after({ type: "opened" }, news(call(1), call(2)), { type: "clear" }, news(call(3)), { type: "opened" });
    expect(ids(shownEntries(reduceTraffic(cleared, news(call(1), call(2), call(3), call(4)))))).toEqual([3, 4]);
    expect(ids(shownEntries(reduceTraffic(cleared, news(call(1)))))).toEqual([1]);
  });
});

describe("what made a message", () => {
  const maker = interaction(1, "100", { type: 2, member: { user: { id: "eva" } } });
  const answer = callback(2, "100", { type: 5 }, ["m"]);
  const edit = call(4, { method: "PATCH", path: "/webhooks/1/t/messages/@original", interactionId: "100", messageIds: ["m"] });

  it("is the interaction, its answers, and nothing else", () => {
    expect(ids(whatMade([maker, answer, call(3, { messageIds: ["other"] }), edit, frame(5)], "m"))).toEqual([1, 2, 4]);
  });

  it("is also what opened the form, for the person who sent it", () => {
    const opened = [interaction(1, "90", { type: 2, user: { id: "ben" } }), callback(2, "90", { type: 9, data: { custom_id: "f" } }), interaction(3, "91", { type: 3, user: { id: "eva" } }), callback(4, "91", { type: 9, data: { custom_id: "f" } })];
    const sent = [interaction(5, "92", { type: 5, user: { id: "eva" }, data: { custom_id: "f" } }), callback(6, "92", { type: 4 }, ["m"])];
    expect(ids(whatMade([...opened, ...sent], "m"))).toEqual([3, 4, 5, 6]);
  });

  it("is a call alone for what a bot sends by itself, and nothing when nothing is remembered", () => {
    expect(ids(whatMade([maker, call(3, { messageIds: ["m"] })], "m"))).toEqual([3]);
    expect(whatMade([maker], "m")).toEqual([]);
  });
});

describe("filters", () => {
  const entries = [call(1), call(2, { status: 429, method: "GET" }), call(3, { status: 0, applicationId: "2" }), frame(4), frame(5, { direction: "received", op: 1, event: null })];
  it.each<[Partial<TrafficFilter>, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{ kind: "rest" }, [1, 2, 3]],
    [{ kind: "gateway" }, [4, 5]],
    [{ kind: "received" }, [5]],
    [{ status: "2xx" }, [1]],
    [{ status: "429" }, [2]],
    [{ status: "4xx" }, [2]],
    [{ status: "failed" }, [2, 3]],
    [{ applicationId: "2" }, [3]],
    [{ text: "message_c" }, [4]],
    [{ text: "get /channels/:" }, [2]],
    [{ text: "post /channels/10" }, [1, 3]],
    [{ text: "50007" }, []],
    [{ about: { kind: "interaction", id: "9" } }, []],
  ])("%j", (filter, left) => expect(ids(filterTraffic(entries, { ...everything, ...filter }))).toEqual(left));

  it("find what stands in bodies", () => {
    const bodies = [call(1, { requestBody: '{"content":"Hello"}' }), call(2, { status: 403, responseBody: '{"code":50007}' }), frame(3, { body: '{"d":{"content":"hello"}}' })];
    expect(ids(filterTraffic(bodies, { ...everything, text: "50007" }))).toEqual([2]);
    expect(ids(filterTraffic(bodies, { ...everything, text: "HELLO" }))).toEqual([1, 3]);
  });

  it("counts what was limited, and what Discord calls invalid", () => {
    const shared = call(6, { status: 429, responseHeaders: { "x-ratelimit-scope": "shared" } });
    expect(countRefusals([...entries, shared, call(7, { status: 403 }), call(8, { status: 404 })])).toEqual({ limited: 2, invalid: 2 });
  });
});

describe("texts", () => {
  it("gives times to the millisecond and whole sizes of what is cut", () => {
    expect(clockText(new Date(2026, 0, 1, 9, 5, 3, 7).getTime())).toBe("09:05:03.007");
    expect(sizeOf(call(1, { requestBody: "ab", responseBody: "abc… (20500 characters)" }))).toBe(20_502);
    expect([prettyText('{"a":1}'), prettyText("plain")]).toEqual(['{\n  "a": 1\n}', "plain"]);
  });
});

describe("rows in view", () => {
  it("are those on the screen and a few around them", () => {
    expect(rowsInView(5000, 30, { top: 3000, height: 300 })).toEqual({ first: 90, last: 120 });
    expect(rowsInView(3, 30, { top: 3000, height: 300 })).toEqual({ first: 0, last: 3 });
  });
});
