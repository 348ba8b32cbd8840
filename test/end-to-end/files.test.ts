import { type APIMessage, ApplicationCommandType } from "discord-api-types/v10";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPerson, type Driver } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, PEOPLE, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";
import { createCallbacks } from "../../src/discord/callbacks.ts";
import { registerCommands } from "../../src/discord/command-registration.ts";
import { connectDiscord, type Connection } from "../../src/discord/connection.ts";
import { createRouter } from "../../src/discord/router.ts";
import { createSender } from "../../src/discord/sender.ts";
import { createDirectMessages } from "../../src/discord/surfaces/direct-messages.ts";
import { routerTexts } from "../../src/discord/texts.ts";
import type { Feature, Reply, View } from "../../src/features/contract.ts";
import { unsetSettings } from "../../src/features/guild-settings/guild-settings.ts";
import { surfaceBook } from "../../src/features/surfaces/book-service.ts";
import { surfaceReads } from "../../src/features/surfaces/read-model.ts";
import { surfaceMigrations } from "../../src/features/surfaces/tables.ts";
import { transactions } from "../../src/features/transactions.ts";
import { button, card, COLOURS, file, picture, row, text } from "../../src/features/view-kit.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { createIds } from "../../src/kernel/id.ts";
import { openTestStore } from "../../src/testing/engines.ts";
import { SILENT, TestClock } from "../../src/testing/outbox-bench.ts";
import { repliesOnly } from "../../src/testing/replies-only.ts";

const DEFER_MS = 50;
const SLOW_MS = 3 * DEFER_MS;
/** The smallest picture there is. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const BUTTONS = ["update.1", "show.1", "bare.1", "late-update.1", "late-show.1"] as const;
const buttons = row(...BUTTONS.map((id) => button("primary", id, id)));

/** A list to download, with the number in its name that says which view it came with. */
const withList = (n: number): View => ({
  ...card(COLOURS.neutral, text(`list ${n}`), file(`list-${n}.csv`), buttons),
  files: [{ name: `list-${n}.csv`, contentType: "text/csv", data: `\uFEFFMaterial,Missing\r\nDream Dust – ü,${n}\r\n` }],
});
const withPicture = (alternative: string): View => ({
  ...card(COLOURS.neutral, text("chart"), picture("chart.png", alternative), buttons),
  files: [{ name: "chart.png", contentType: "image/png", data: PIXEL, description: alternative }],
});

const later = (ms: number, reply: Reply): Promise<Reply> => wait(ms, reply);
const pressed = (prefix: (typeof BUTTONS)[number], answer: () => Promise<Reply>) => ({ prefix, press: answer });
const feature: Feature = {
  name: "files",
  commands: (["list", "late-list"] as const).map((name) => ({
    data: { name, description: "x", type: ApplicationCommandType.ChatInput },
    run: () => later(name === "list" ? 0 : SLOW_MS, { kind: "show", view: withList(1) }),
  })),
  components: [
    pressed("update.1", () => Promise.resolve({ kind: "update", view: withList(2) })),
    pressed("show.1", () => Promise.resolve({ kind: "show", view: withPicture("what is missing, as bars") })),
    pressed("bare.1", () => Promise.resolve({ kind: "update", view: card(COLOURS.neutral, text("nothing to download"), buttons) })),
    pressed("late-update.1", () => later(SLOW_MS, { kind: "update", view: withList(3) })),
    pressed("late-show.1", () => later(SLOW_MS, { kind: "show", view: withList(4) })),
  ],
};

let sandbox: Sandbox;
let connection: Connection;
let eva: Driver;
beforeAll(async () => {
  sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
  const clock = new TestClock();
  connection = await connectDiscord({ token: sandbox.token, apiUrl: sandbox.apiUrl, clock, log: SILENT, telemetry: NO_TELEMETRY, membersIntent: "auto", stop: new AbortController().signal });
  const route = createRouter({
    features: [feature],
    settings: { get: (guildId) => Promise.resolve(unsetSettings(guildId)) },
    directory: { find: () => Promise.resolve(null), keep: () => undefined, seen: () => undefined },
    telemetry: NO_TELEMETRY,
    translators: await createTranslators([routerTexts]),
    clock,
    newId: createIds(clock),
    log: SILENT,
    callbacks: createCallbacks(connection.rest),
    deferAfterMs: DEFER_MS,
    ...repliesOnly,
  });
  connection.listen(route);
  await registerCommands(connection.rest, connection.applicationId, (feature.commands ?? []).map(({ data }) => data));
  eva = await connectPerson(sandbox.url, PEOPLE.eva);
  await eva.waitForBot(["list"]);
});
afterAll(async () => {
  await eva.close();
  await connection.close();
  await sandbox.close();
});

const names = (message: APIMessage): readonly string[] => message.attachments.map(({ filename }) => filename);

async function downloaded(message: APIMessage): Promise<string> {
  const url = message.attachments[0]?.url ?? "";
  return Buffer.from(await (await fetch(new URL(url, sandbox.url))).arrayBuffer()).toString("utf8");
}

async function shown(step: PromiseLike<{ readonly message: APIMessage | null }>): Promise<APIMessage> {
  const { message } = await step;
  if (!message) throw new Error("nothing was answered");
  return message;
}

const command = (name: string) => shown(eva.command({ channelId: CHANNELS.craftingDesk, name }));

describe("a view's files", () => {
  it.each([["at once", "list"], ["after a deferral", "late-list"]])("come with the answer to a command %s, byte for byte", async (_, name) => {
    const message = await command(name);
    expect(names(message)).toEqual(["list-1.csv"]);
    expect(await downloaded(message)).toBe("\uFEFFMaterial,Missing\r\nDream Dust – ü,1\r\n");
    expect(JSON.stringify(message.components)).toContain('"name":"list-1.csv"');
  });

  it.each([["at once", "update.1", "list-2.csv"], ["after a deferral", "late-update.1", "list-3.csv"]])("replace those of the message that was pressed %s", async (_, id, name) => {
    expect(names(await shown(eva.press(await command("list"), id)))).toEqual([name]);
  });

  it("leave the message with a view that has none", async () => {
    const bare = await shown(eva.press(await command("list"), "bare.1"));
    expect(names(bare)).toEqual([]);
    expect(JSON.stringify(bare.components)).toContain("nothing to download");
  });

  it("come with a new message to who pressed, at once with a picture's words and late as a follow-up", async () => {
    const message = await command("list");
    const chart = await shown(eva.press(message, "show.1"));
    expect(chart.id).not.toBe(message.id);
    expect(chart.attachments).toMatchObject([{ filename: "chart.png", content_type: "image/png", width: 1, height: 1, description: "what is missing, as bars" }]);
    expect(JSON.stringify(chart.components)).toContain('"description":"what is missing, as bars"');
    const late = await shown(eva.press(message, "late-show.1"));
    expect(names(late)).toEqual(["list-4.csv"]);
    expect(names(eva.message(message.channel_id, message.id) ?? message)).toEqual(["list-1.csv"]);
  });

  it("are sent with the outbox's messages, and dropped by an edit without any", async () => {
    const { store, drop } = await openTestStore("sqlite", [surfaceMigrations]);
    const clock = new TestClock();
    const book = surfaceBook(transactions(store, clock, []), surfaceReads(store.read));
    const sender = createSender(connection.rest, { direct: createDirectMessages({ rest: connection.rest, book, clock }), instead: () => Promise.resolve(null), lost: () => Promise.resolve() });
    const channelId = await sender.openDirectMessage(GUILD_ID, PEOPLE.eva);
    const id = await sender.send(channelId, withList(7), "a-nonce");
    const sent = await eva.waitForDirectMessage((message) => message.id === id);
    expect(names(sent)).toEqual(["list-7.csv"]);
    expect(await downloaded(sent)).toContain("ü,7");
    await sender.edit(channelId, id, withList(8));
    expect(await eva.until(() => names(eva.message(channelId, id) ?? sent).find((name) => name === "list-8.csv"))).toBe("list-8.csv");
    await sender.edit(channelId, id, card(COLOURS.neutral, text("done")));
    await eva.until(() => (names(eva.message(channelId, id) ?? sent).length === 0 ? true : null));
    await drop();
  });
});
