import { beforeAll, describe, expect, test } from "vitest";
import { aCall as call } from "../testing/entries.ts";
import type { RestCall } from "../traffic/entries.ts";
import { type Contract, openContract } from "./contract.ts";
import { whyNoDocument } from "./discord-document.ts";
import { HOLES, type TakenRequest } from "./known-holes.ts";
import { inWords } from "./violation.ts";

let contract: Contract;

beforeAll(async () => {
  contract = await openContract();
});

const said = (...entries: readonly RestCall[]) => contract.violations(entries).map(inWords);

const message = (body: unknown, facts: Partial<RestCall> = {}) => call({ path: "/channels/1/messages", route: "/channels/:channelId/messages", status: 200, requestBody: JSON.stringify(body), responseBody: "{}", ...facts });

describe.skipIf(whyNoDocument() !== null)("REST calls", () => {
  test("what Discord allows is no violation", () => {
    expect(said(call({}))).toEqual([]);
  });

  test("a request that was taken and must not be is named with its operation and path", () => {
    expect(said(message({ embeds: [{ title: "x".repeat(257) }] }))).toContainEqual(expect.stringMatching(/^create_message: POST \/channels\/1\/messages, request: \/embeds\/0\/title must have at most 256 characters, but is "xxx/));
  });

  test("of a component the fault is named, and not all that it might have been", () => {
    const row = { type: 1, components: [{ type: 2, style: 1, label: 5, custom_id: "a" }] };
    expect(said(message({ components: [row] })).filter((words) => words.includes("request"))).toEqual([expect.stringContaining("/components/0/components/0/label must be string or null, but is 5")]);
  });

  test("a request that was refused may be wrong, its answer may not", () => {
    const refused = { status: 400, responseBody: JSON.stringify({ code: 50035, message: "Invalid Form Body", errors: { content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Too long" }] } } }) };
    expect(said(message({ content: 5 }, refused))).toEqual([]);
    expect(said(message({ content: 5 }, { ...refused, responseBody: "{}" }))).toContainEqual(expect.stringMatching(/answer 400: \/code must be there/));
  });

  test("an answer is held to its status", () => {
    expect(said(message({ content: "x" }))).toContainEqual(expect.stringMatching(/^create_message: .*, answer 200: \/type must be there/));
    expect(said(call({ status: 200, responseBody: "[]" }))).toContainEqual(expect.stringMatching(/answer 200: the body must be object/));
    expect(said(call({ status: 202 }))).toContainEqual(expect.stringMatching(/must have one of the statuses .*204/));
  });

  test("a 429 needs no code, but when to come back", () => {
    const limited = { message: "You are being rate limited.", retry_after: 1.5, global: false };
    expect(said(call({ status: 429, responseHeaders: { "retry-after": "2", "content-type": "application/json" }, responseBody: JSON.stringify(limited) }))).toEqual([]);
    const again = { "retry-after": "2", "content-type": "application/json" };
    expect(said(call({ status: 429, responseHeaders: again, responseBody: JSON.stringify({ ...limited, retry_after: "1" }) }))).toEqual([expect.stringContaining("/retry_after must be number")]);
    expect(said(call({ status: 429, responseHeaders: {}, responseBody: JSON.stringify(limited) }))).toEqual([expect.stringContaining("/headers/Retry-After must be whole seconds, but is not there")]);
  });

  test("a 429 has that body whatever it is said to be, but for the page of who is shut out", () => {
    const page = { status: 429, responseBody: "<h1>Error 1015</h1>" };
    for (const path of ["/channels/1/typing", "/no/such/place"]) {
      expect(said(call({ ...page, path, responseHeaders: { "retry-after": "2", "content-type": "text/html" } }))).toEqual([expect.stringContaining("answer 429: the body must be object")]);
    }
    expect(said(call({ ...page, responseHeaders: { "retry-after": "2", "content-type": "text/html; charset=UTF-8", server: "cloudflare" } }))).toEqual([]);
  });

  test("a form's fields are read as Discord reads them, and files take nothing out", () => {
    const ofForm = (fields: Record<string, string>, facts: Partial<RestCall> = {}) => said(message(fields, { isForm: true, ...facts })).filter((words) => words.includes("request"));
    expect(ofForm({ content: "12", tts: "true", flags: "4" }, { fileNames: ["a.png"] })).toEqual([]);
    expect(ofForm({ content: "x", flags: "many" }, { fileNames: ["a.png"] })).toEqual([expect.stringContaining('/flags must be integer or null, but is "many"')]);
    expect(said(call({ path: "/interactions/1/t/callback", requestBody: null, fileNames: ["a.png"] }))).toContainEqual(expect.stringContaining("request: "));
  });

  test("an operation that Discord does not have, a wrong address and a missing header are named", () => {
    expect(said(call({ path: "/channels/1/shout" }))).toEqual([expect.stringContaining("must be refused: Discord's document has no such operation")]);
    expect(said(call({ path: "/channels/one/typing" }))).toEqual([expect.stringContaining("address: /channel_id must match")]);
    expect(said(message({ content: "x" }, { responseHeaders: { "content-type": "application/json" } }))).toContainEqual(expect.stringContaining("/headers/X-RateLimit-Bucket must be there"));
  });
});

const button = (id: string) => ({ type: 2, style: 1, label: "x", custom_id: id });
const text = { type: 10, content: "x" };
const V2 = 1 << 15;

/** For each hole a request that falls into it. */
const FALLS: Readonly<Record<string, Partial<TakenRequest>>> = {
  "content beside components V2": { body: { flags: V2, content: "x", components: [text] } },
  "too many components": { body: { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text) }] } },
  "components of V2 without the flag": { body: { components: [text] } },
  "content over 2000 characters": { body: { content: "x".repeat(2001) } },
  "a message with nothing in it": { body: { content: "", embeds: [] } },
  "embeds over 6000 characters": { body: { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] } },
  "a custom id twice": { body: { components: [{ type: 1, components: [button("a"), button("a")] }] } },
  "a modal of more than 5 components": { operationId: "create_interaction_response", body: { type: 9, data: { components: Array.from({ length: 6 }, () => text) } } },
  "upper-case names of slash commands": { operationId: "create_application_command", body: { name: "Try" } },
  "a reply without data": { operationId: "create_interaction_response", body: { type: 4 } },
};

describe("The document's holes", () => {
  test.each(HOLES.map((hole) => [hole.name, hole] as const))("%s is found", (name, hole) => {
    const request = { operationId: "create_message", body: {}, fileNames: [], answer: undefined };
    expect(hole.faults({ ...request, ...FALLS[name] })).not.toEqual([]);
    expect(hole.faults({ ...request, body: { content: "x" } })).toEqual([]);
  });
});
