import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES } from "../../src/testing/engines.ts";
import { limitProblems } from "../../src/testing/view-limits.ts";
import { textOf } from "../../src/testing/view-text.ts";
import { request, run } from "./walk.ts";
import { openWholeDesk, type Outcome, PEOPLE, type WholeDesk } from "./whole-desk.ts";

const ZALGO = `Z${"\u0336\u0301".repeat(60)}algo`;

/** What is typed, and what is seen of it: all but signs that nobody sees. */
const TYPED: readonly (readonly [string, string, string])[] = [
  ["markup", "**bold** _it_ ~~no~~ `code` ||spoiler|| # head", "**bold** _it_ ~~no~~ `code` ||spoiler|| # head"],
  ["mentions", "<@700000000000000001> @everyone <@&500000000000000001> <#1>", "<@700000000000000001> @everyone <@&500000000000000001> <#1>"],
  ["a masked link", "[press](me) <t:0:R>", "[press](me) <t:0:R>"],
  ["letters from right to left", "שלום עליכם مرحبا", "שלום עליכם مرحبا"],
  ["marks that turn text round", "abc\u202Egnp.exe\u2066 \u2069def", "abcgnp.exe def"],
  ["signs of no width", "a\u200Bb\u200D\u2060c\uFEFF", "a\u200Bb\u200D\u2060c"],
  ["emoji of many parts", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪"],
  ["120 combining marks", ZALGO, ZALGO],
];

/** As Discord shows it: marks after a backslash are themselves. */
const asSeen = (text: string): string => text.replaceAll(/\\([\\*_~`|>#[\]()<@:-])/g, "$1");

const shown = ({ answer, failures }: Outcome): string => {
  expect([failures, limitProblems(answer)]).toEqual([[], []]);
  return textOf({ components: [], ...answer });
};

describe.each(ENGINES)("what people type, on %s", (engine) => {
  let desk: WholeDesk;
  beforeAll(async () => {
    desk = await openWholeDesk(engine);
  });
  afterAll(() => desk.drop());

  it.each(TYPED)("with %s is shown whole and harmless in a note", async (_, typed, seen) => {
    await request(desk, "crusader", { note: typed });
    const { max } = await desk.store.read.selectFrom("requests").select(({ fn }) => fn.max("number").as("max")).executeTakeFirstOrThrow();
    const details = shown(await desk.do(PEOPLE.requester, run("status", { request: `#${max}` })));
    expect(asSeen(details)).toContain(seen.trim());
    // Nothing of it works: every mark of Discord's stands behind a backslash.
    const line = details.split("\n").find((one) => asSeen(one).includes(seen.trim())) ?? "";
    expect(line.replace(/^> /, "").replaceAll(/\\./gs, "")).not.toMatch(/[*_~`|<[\]\u202A-\u202E\u2066-\u2069]/);
  });

  it.each(TYPED)("with %s is shown whole and harmless where nothing is called so", async (_, typed, seen) => {
    const said = shown(await desk.do(PEOPLE.requester, run("request", { item: `qqq ${typed}`.slice(0, 100) })));
    // What is longer than such a sentence repeats ends before what it would cut.
    expect(asSeen(said)).toContain(typed.length > 50 ? seen.trim().split(" ")[0]?.replace(ZALGO, "“qqq…”") : seen.trim());
    expect(said.replaceAll(/\\./gs, "").replaceAll(/<\/?[a-z]+:\d+>/g, "")).not.toMatch(/<@|@everyone|[\u202A-\u202E\u2066-\u2069]/);
  });

  it.each(TYPED)("with %s makes a character that is shown so, or is refused with a reason", async (_, typed) => {
    const before = (await desk.rows()).filter(({ table }) => table === "characters").length;
    const said = shown(await desk.do(PEOPLE.member, { kind: "submit", customId: "characters.new.1", fields: { name: typed } }));
    const after = (await desk.rows()).filter(({ table }) => table === "characters");
    expect(said).not.toBe("");
    expect(said).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(after.length === before || asSeen(said).includes(typed.normalize("NFC").trim())).toBe(true);
  });
});
