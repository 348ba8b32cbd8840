import { expect, it } from "vitest";
import type { Inline } from "../markdown/nodes.ts";
import { BOT, guild, ME, snapshot } from "./fixtures.ts";
import { isCutByPaste } from "./paste.ts";
import { plainText } from "./plain-text.ts";

const plain = (...nodes: Inline[]): string => plainText(nodes, snapshot, guild, 0);
const words = (text: string): Inline => ({ kind: "text", text });

it("writes names for mentions, and leaves marks away", () => {
  const known = plain({ kind: "user", id: ME }, words(" asked "), { kind: "user", id: BOT }, words(" in "), { kind: "channel", id: "10" }, words(" for "), { kind: "role", id: "104" });
  expect(known).toBe("@Eva asked @Guildsmith in #channel-10 for @Enchanter");
  expect(plain({ kind: "user", id: "9" }, { kind: "channel", id: "9" }, { kind: "role", id: "9" })).toBe("@unknown-user#No Access@deleted-role");
  expect(plain({ kind: "bold", children: [words("two "), { kind: "emoji", name: "gold" }] }, { kind: "spoiler", children: [words("a secret")] }, { kind: "command", name: "request", id: "1" })).toBe("two :gold:spoiler/request");
});

it("knows when a paste is longer than what fits", () => {
  expect([isCutByPaste("abc", 3, 3, "de", 5), isCutByPaste("abc", 3, 3, "def", 5), isCutByPaste("abcde", 0, 5, "12345", 5)]).toEqual([false, true, false]);
});
