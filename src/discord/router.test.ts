import { type APIInteraction, type APIInteractionResponse, ApplicationCommandType, ComponentType, InteractionResponseType, InteractionType } from "discord-api-types/v10";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Call, Feature, Reply } from "../features/contract.ts";
import { unsetSettings } from "../features/guild-settings/guild-settings.ts";
import { card, COLOURS, text } from "../features/view-kit.ts";
import { createTranslators } from "../i18n/translators.ts";
import { NO_TELEMETRY } from "../telemetry/telemetry.ts";
import { repliesOnly } from "../testing/replies-only.ts";
import { limitProblems } from "../testing/view-limits.ts";
import { AnswerRejected } from "./acknowledgment.ts";
import { type Done, NO_MEASURES } from "./measures/interaction-measures.ts";
import { createRouter, type RouterDeps } from "./router.ts";
import { routerTexts } from "./texts.ts";

const GUILD = "900000000000000001";
const view = (content: string) => card(COLOURS.neutral, text(content));
const user = { id: "700000000000000001", username: "eva", discriminator: "0", global_name: null, avatar: null };
const common = { id: "1", application_id: "2", token: "t", version: 1, locale: "en-US", channel: { id: "3", type: 0 } };
const member = { user, roles: ["500000000000000001"], permissions: "0", joined_at: "", deaf: false, mute: false, flags: 0 };

// Discord's payloads have many fields that the router does not read; tests give those that it does.
const interaction = (fields: object): APIInteraction => Object.assign(Object.create(null), common, fields);
const command = (name: string, fields: object = { guild_id: GUILD, member }) =>
  interaction({ type: InteractionType.ApplicationCommand, data: { id: "9", name, type: ApplicationCommandType.ChatInput, options: [] }, ...fields });
const press = (customId: string, fields: object = { guild_id: GUILD, member }) =>
  interaction({ type: InteractionType.MessageComponent, data: { custom_id: customId, component_type: ComponentType.Button }, message: { id: "8" }, ...fields });

interface Said {
  readonly way: "respond" | "edit" | "follow-up";
  readonly body: object;
}

async function desk(feature: Omit<Feature, "name">, given: Partial<RouterDeps> = {}) {
  const said: Said[] = [];
  const logged: { facts: object; sentence: string }[] = [];
  const note = (facts: object, sentence: string) => void logged.push({ facts, sentence });
  const route = createRouter({
    features: [{ name: "test", ...feature }],
    settings: { get: (guildId) => Promise.resolve(unsetSettings(guildId)) },
    directory: { find: () => Promise.resolve({ roleIds: [], permissions: "0" }), keep: () => undefined, seen: () => undefined },
    telemetry: NO_TELEMETRY,
    translators: await createTranslators([routerTexts]),
    clock: { now: () => 5 },
    newId: () => "00000000000000abc123",
    log: { debug: note, info: note, warn: note, error: note },
    callbacks: {
      respond: (_, body) => Promise.resolve(void said.push({ way: "respond", body })),
      respondWith: (_, body) => Promise.resolve(String(said.push({ way: "respond", body }))),
      editOriginal: (_, body) => Promise.resolve(void said.push({ way: "edit", body })),
      followUp: (_, body) => Promise.resolve(String(said.push({ way: "follow-up", body }))),
    },
    ...repliesOnly,
    ...given,
  });
  return { route, said, logged };
}

const replying = (reply: (call: Call) => Reply | Promise<Reply>): NonNullable<Feature["commands"]> => [
  { data: { name: "request", description: "x", type: ApplicationCommandType.ChatInput }, run: async (call) => reply(call) },
];
const typeOf = (said: Said | undefined) => (said?.body as APIInteractionResponse | undefined)?.type;

const measured = async (feature: Omit<Feature, "name">, given: Partial<RouterDeps> = {}): Promise<readonly Done[]> => {
  const done: Done[] = [];
  const { route } = await desk(feature, { ...given, measures: { ...NO_MEASURES, done: (one) => void done.push(one) } });
  await route(command("request"));
  return done;
};

describe("what is measured of an interaction", () => {
  it("is of the guild's surface and cohort also when the room fails, or Discord does not take the answer", async () => {
    const [failed] = await measured({ commands: replying(() => Promise.reject(new Error("no"))) });
    expect([failed?.outcome, failed?.call?.guildId, failed?.flow, failed?.route]).toEqual(["failed", GUILD, "test", "/request"]);
    const away = { respond: () => Promise.reject(new Error("away")), respondWith: () => Promise.reject(new Error("away")), editOriginal: () => Promise.reject(new Error("away")), followUp: () => Promise.reject(new Error("away")) };
    const [undelivered] = await measured({ commands: replying(() => ({ kind: "show", view: view("hello") })) }, { callbacks: away });
    expect([undelivered?.outcome, undelivered?.call?.guildId]).toEqual(["undelivered", GUILD]);
  });

  it("has no name that nobody offers", async () => {
    const [unknown] = await measured({});
    expect([unknown?.outcome, unknown?.call, unknown?.flow, unknown?.route]).toEqual(["refused", null, "unknown", "unknown"]);
  });
});

it("tells of a message that an answer changed in place", async () => {
  const changed: string[] = [];
  const { route } = await desk({ components: [{ prefix: "x.1", press: () => Promise.resolve({ kind: "update", view: view("new") }) }] }, { changed: (...message) => void changed.push(message.join("/")) });
  await route(press("x.1", { guild_id: GUILD, member, message: { id: "8", channel_id: "3" } }));
  expect(changed).toEqual(["3/8"]);
});

describe("the router", () => {
  it("answers a command at once, to the person alone", async () => {
    const { route, said } = await desk({ commands: replying(() => ({ kind: "show", view: view("hello") })) });
    await route(command("request"));
    expect(said).toMatchObject([{ way: "respond", body: { type: InteractionResponseType.ChannelMessageWithSource, data: { flags: 64 | 32768, allowed_mentions: { parse: [] } } } }]);
  });

  it("never gives Discord more text than it takes, at once or late", async () => {
    const long = card(COLOURS.neutral, text("a".repeat(3000)), text("b".repeat(3000)));
    const replies = [
      { kind: "show", view: long },
      { kind: "update", view: long },
    ] as const;
    for (const reply of replies)
      for (const slowMs of [0, 30]) {
        const component = { prefix: "long.1", press: () => wait(slowMs, reply) };
        const { route, said } = await desk({ components: [component] }, { deferAfterMs: slowMs === 0 ? 1_000 : 1 });
        await route(press("long.1"));
        expect(limitProblems(said.at(-1)?.body)).toEqual([]);
        expect(JSON.stringify(said.at(-1)?.body)).toContain("bbb…");
      }
  });

  it("gives the handler who asks and what they may do", async () => {
    let seen: Call | null = null;
    const { route } = await desk({
      commands: replying((call) => {
        seen = call;
        return { kind: "refuse", sentence: "no" };
      }),
    });
    await route(command("request", { guild_id: GUILD, member: { ...member, permissions: "32" } }));
    expect(seen).toMatchObject({ guildId: GUILD, userId: user.id, channelId: "3", now: 5, rights: { isOfficer: true } });
  });

  it("defers a slow command, then fills it in", async () => {
    const { route, said } = await desk({ commands: replying(() => wait(60, { kind: "show" as const, view: view("late") })) }, { deferAfterMs: 10 });
    await route(command("request"));
    expect(said.map((one) => one.way)).toEqual(["respond", "edit"]);
    expect(said[0]?.body).toEqual({ type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: 64 } });
    expect(JSON.stringify(said[1]?.body)).toContain("late");
  });

  it("defers a slow press without touching its message when the reply is a new one", async () => {
    const components: NonNullable<Feature["components"]> = [{ prefix: "go.1", press: () => wait(60, { kind: "refuse" as const, sentence: "not yours" }) }];
    const { route, said } = await desk({ components }, { deferAfterMs: 10 });
    await route(press("go.1"));
    expect(said.map((one) => one.way)).toEqual(["respond", "follow-up"]);
    expect(typeOf(said[0])).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(said[1]?.body).toMatchObject({ flags: 64 | 32768 });
  });

  it("says that a modal came too late", async () => {
    const { route, said } = await desk({ commands: replying(() => wait(60, { kind: "modal" as const, modal: { custom_id: "m", title: "M", components: [] } })) }, { deferAfterMs: 10 });
    await route(command("request"));
    expect(JSON.stringify(said[1]?.body)).toContain("took too long");
  });

  it("edits the pressed message in place", async () => {
    const { route, said } = await desk({ components: [{ prefix: "go.1", press: () => Promise.resolve({ kind: "update", view: view("next") }) }] });
    await route(press("go.1:x"));
    expect(typeOf(said[0])).toBe(InteractionResponseType.UpdateMessage);
  });

  it("answers foreign, outdated and malformed custom ids with a sentence", async () => {
    const { route, said } = await desk({ components: [{ prefix: "go.2", press: () => Promise.resolve(null) }] });
    for (const customId of ["go.1:x", "go.2:malformed", "", "☃"]) await route(press(customId));
    expect(said).toHaveLength(4);
    for (const one of said) expect(JSON.stringify(one.body)).toContain("from an earlier version");
  });

  it("turns an error into a sentence with the number that is in the log", async () => {
    const { route, said, logged } = await desk({
      commands: replying(() => {
        throw new Error("disk full");
      }),
    });
    await route(command("request"));
    expect(JSON.stringify(said[0]?.body)).toContain("**ABC123**");
    expect(JSON.stringify(said[0]?.body)).not.toContain("disk full");
    expect(logged).toMatchObject([{ facts: { reference: "ABC123", what: "/request" } }]);
  });

  it("logs an answer that Discord does not take, and goes on", async () => {
    const callbacks = { respond: () => Promise.reject(new Error("Unknown interaction")), respondWith: () => Promise.resolve(""), editOriginal: () => Promise.resolve(), followUp: () => Promise.resolve("") };
    const { route, logged } = await desk({ commands: replying(() => ({ kind: "show", view: view("x") })) }, { callbacks });
    await route(command("request"));
    expect(logged.map((one) => one.sentence)).toEqual(["an answer did not reach Discord"]);
  });

  it.each([
    ["an answer", 10_000, ["respond"]],
    ["a late answer", 10, ["respond", "edit"]],
  ])("says so when Discord rejects %s of ours", async (_, deferAfterMs, ways) => {
    const said: Said[] = [];
    // Discord rejects the view, whichever way it comes.
    const take = (way: Said["way"]) => (__: unknown, body: object) => {
      if (JSON.stringify(body).includes("too much")) return Promise.reject(new AnswerRejected({ cause: new Error("Invalid Form Body") }));
      said.push({ way, body });
      return Promise.resolve("");
    };
    const { route, logged } = await desk(
      { commands: replying(() => wait(60, { kind: "show" as const, view: view("too much") })) },
      { deferAfterMs, callbacks: { respond: async (by, body) => void (await take("respond")(by, body)), respondWith: take("respond"), editOriginal: async (by, body) => void (await take("edit")(by, body)), followUp: take("follow-up") } },
    );
    await route(command("request"));
    expect(said.map(({ way }) => way)).toEqual(ways);
    expect(JSON.stringify(said.at(-1)?.body)).toContain("**ABC123**");
    expect(logged).toMatchObject([{ facts: { reference: "ABC123", what: "/request" } }]);
  });

  it("reads guild and roles for a press in a direct message", async () => {
    let seen: Call | null = null;
    const components: NonNullable<Feature["components"]> = [
      {
        prefix: "dm.1",
        guildOf: (customId) => customId.split(":")[1] ?? null,
        press(call) {
          seen = call;
          return Promise.resolve({ kind: "show", view: view("ok") });
        },
      },
    ];
    const asked: string[] = [];
    const directory: RouterDeps["directory"] = {
      find(guildId, userId) {
        asked.push(`${guildId} ${userId}`);
        return Promise.resolve({ roleIds: [], permissions: "8" });
      },
      keep: () => undefined, seen: () => undefined,
    };
    const { route } = await desk({ components }, { directory });
    await route(press(`dm.1:${GUILD}`, { user }));
    expect(asked).toEqual([`${GUILD} ${user.id}`]);
    expect(seen).toMatchObject({ guildId: GUILD, rights: { isOfficer: true } });
  });

  it("takes roles in a server from what Discord sends with a press, or looks them up where the guild wants it so", async () => {
    const told: string[] = [];
    const telemetry: RouterDeps["telemetry"] = { ...NO_TELEMETRY, observe: (key, labels) => void (key === "permissionCheck" && told.push(Object.values(labels).join())) };
    const asked: string[] = [];
    const kept: boolean[] = [];
    const seen: string[] = [];
    const directory: RouterDeps["directory"] = {
      find(_, userId) {
        asked.push(userId);
        return Promise.resolve({ roleIds: [], permissions: "8" });
      },
      keep: (_, isKept) => void kept.push(isKept),
      seen: (_, who) => void seen.push(who.user.id),
    };
    const officers: boolean[] = [];
    const commands = replying((call) => {
      officers.push(call.rights.isOfficer);
      return { kind: "show", view: view("ok") };
    });
    for (const memberPayload of [true, false]) {
      const settings: RouterDeps["settings"] = { get: (guildId) => Promise.resolve({ ...unsetSettings(guildId), memberPayload, memberCache: memberPayload }) };
      await (await desk({ commands }, { directory, telemetry, settings })).route(command("request"));
    }
    expect({ officers, asked, kept, seen, told }).toEqual({ officers: [false, true], asked: [user.id], kept: [true, false], seen: [user.id, user.id], told: ["payload,found"] });
  });

  it("tells who left the server, and when it cannot be asked", async () => {
    const components: NonNullable<Feature["components"]> = [{ prefix: "dm.1", guildOf: () => GUILD, press: () => Promise.resolve(null) }];
    const left = await desk({ components }, { directory: { find: () => Promise.resolve(null), keep: () => undefined, seen: () => undefined } });
    await left.route(press("dm.1", { user }));
    expect(JSON.stringify(left.said)).toContain("no longer a member");
    const away = await desk({ components }, { directory: { find: () => Promise.reject(new Error("503")), keep: () => undefined, seen: () => undefined } });
    await away.route(press("dm.1", { user }));
    expect(JSON.stringify(away.said)).toContain("could not look up your roles");
  });

  it("gives autocomplete at most 25 choices, and none when the room fails", async () => {
    const data = { name: "request", description: "x", type: ApplicationCommandType.ChatInput } as const;
    const typed = interaction({ type: InteractionType.ApplicationCommandAutocomplete, guild_id: GUILD, member, data: { id: "9", name: "request", type: 1, options: [{ type: 3, name: "item", value: "cru", focused: true }] } });
    const many = await desk({ commands: [{ data, run: () => Promise.reject(new Error("not run")), autocomplete: (_, focused) => Promise.resolve(Array.from({ length: 40 }, (__, n) => ({ name: `${focused.value}${n}`, value: `${n}` }))) }] });
    await many.route(typed);
    expect(many.said[0]?.body).toMatchObject({ type: 8, data: { choices: Array.from({ length: 25 }, (_, n) => ({ name: `cru${n}` })) } });
    const broken = await desk({ commands: [{ data, run: () => Promise.reject(new Error("not run")), autocomplete: () => Promise.reject(new Error("no index")) }] });
    await broken.route(typed);
    expect(broken.said[0]?.body).toEqual({ type: 8, data: { choices: [] } });
    expect(broken.logged.map((one) => one.sentence)).toEqual(["autocomplete failed"]);
  });

  it("refuses two rooms that offer the same name", async () => {
    await expect(desk({ components: [{ prefix: "go.1", press: () => Promise.resolve(null) }, { prefix: "go.1", press: () => Promise.resolve(null) }] })).rejects.toThrow('two rooms offer the component "go.1"');
  });
});
