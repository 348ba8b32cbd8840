import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_LIMITS } from "../limits/settings.ts";
import { type CommandLine, optionsOf } from "./options.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-options-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const given = (options: Partial<CommandLine> = {}): CommandLine => ({ port: "0", host: "127.0.0.1", ...options });

test("limits that a file leaves out are as Discord's are observed; off takes them away", async () => {
  const limits = await file("few.yaml", "global: { limit: 5, windowMs: 1000 }\nroutes: { POST /a: { limit: 1, windowMs: 10, bucket: x, scope: shared } }\n");
  const options = await optionsOf(given({ limits }));
  expect(options.limits).toMatchObject({ global: { limit: 5 }, invalid: { limit: 10_000 }, routes: { "POST /a": { bucket: "x", scope: "shared" }, "PATCH /channels/:channelId": { limit: 5 } } });
  expect((await optionsOf(given({ limits: "off" }))).limits).toEqual(NO_LIMITS);
});

test.each<[string, () => Partial<CommandLine> | Promise<Partial<CommandLine>>, string]>([
  ["a port that is none", () => ({ port: "many" }), 'a number from 0 to 65535, not "many"'],
  ["a world that is none", async () => ({ world: await file("bad.yaml", "people: []\n") }), "bad.yaml cannot be used:\n  line 1: applications"],
  ["limits that are none", async () => ({ limits: await file("limits.json", '{"routes": {"GET /x": {"limit": 0, "windowMs": 5}}}') }), "limits.json cannot be used:\n  line 1: routes.GET /x.limit: must be at least 1"],
  ["a limit's route that is none", async () => ({ limits: await file("route.yaml", "routes:\n  /x: { limit: 1, windowMs: 5 }\n") }), "route.yaml cannot be used:\n  line 2: routes./x: must be METHOD /pattern"],
  ["a misspelt limit", async () => ({ limits: await file("typo.yaml", "global: { limit: 5, windowMs: 1000 }\nrotes: {}\n") }), "typo.yaml cannot be used:\n  line 2: rotes: there is no such entry"],
  ["limits that cannot be read", async () => ({ limits: await file("torn.json", "{") }), "torn.json is neither YAML nor JSON"],
  ["a latency that is none", () => ({ restLatency: "fast" }), '--rest-latency must be milliseconds such as 120, or a median and a 95th percentile such as 120/300, not "fast"'],
  ["a latency whose percentile is below its median", () => ({ gatewayLatency: "50/20" }), "--gateway-latency must be"],
])("of %s it says what to do", async (_what, options, sentence) => {
  await expect(optionsOf(given(await options()))).rejects.toThrow(sentence);
});

const few = (limit: number): string => `global: { limit: ${limit}, windowMs: 1000 }\n`;

test("a file is looked for where the command was typed, then where npm started it", async () => {
  const [typed, started] = [join(folder, "typed"), join(folder, "started")];
  await Promise.all([mkdir(typed), mkdir(started)]);
  const [here] = [await file("typed/both.yaml", few(1)), await file("started/both.yaml", few(2)), await file("started/one.yaml", few(3))];
  const limitOf = async (limits: string) => (await optionsOf(given({ limits }), [typed, started])).limits?.global?.limit;
  expect([await limitOf("both.yaml"), await limitOf("one.yaml"), await limitOf(here)]).toEqual([1, 3, 1]);
  await expect(limitOf("neither.yaml")).rejects.toThrow(`${join(typed, "neither.yaml")} cannot be read`);
});
