import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";
import { readable } from "./readable.ts";

describe("the log", () => {
  it("tells what went wrong with its causes, and neither an interaction's token nor what was typed", () => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    const url = "https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb246c2VjcmV0/callback";
    const refused = new DiscordAPIError({ code: 10_062, message: "Unknown interaction" }, 10_062, 404, "POST", url, { files: undefined, body: { content: "a private note" } });
    log.error({ err: refused, token: "bot-token", config: { token: "bot-token" } }, "an answer did not reach Discord");
    log.error({ err: new Error("the message was refused", { cause: refused }) }, "a message was given up");

    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 50, msg: "an answer did not reach Discord", err: { type: "DiscordAPIError", message: "Unknown interaction", code: 10_062, status: 404, method: "POST" } });
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ err: { message: "the message was refused: Unknown interaction" } });
    for (const secret of ["aW50ZXJhY3Rpb246c2VjcmV0", "a private note", "bot-token"]) expect(lines.join("")).not.toContain(secret);
  });

  it("is sentences at a terminal", () => {
    const shown: string[] = [];
    const log = createLog("debug", readable((text) => void shown.push(text)));
    log.info({}, "Connected as Guildsmith in 2 servers");
    log.warn({ waitMs: 1_000, route: "/x", token: "secret" }, "Could not reach Discord. Trying again in 1 s");
    log.error({ err: new TypeError("no") }, "a press failed");
    expect(shown[0]).toMatch(/^\d\d:\d\d:\d\d info: Connected as Guildsmith in 2 servers\n$/);
    expect(shown[1]).toMatch(/^\S+ warning: Could not reach Discord\. Trying again in 1 s waitMs=1000 route=\/x token=\[Redacted\]\n$/);
    expect(shown[2]).toMatch(/^\S+ error: a press failed\nTypeError: no\n {4}at /);
  });
});
