import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES } from "../../src/testing/engines.ts";
import { limitProblems } from "../../src/testing/view-limits.ts";
import { textOf } from "../../src/testing/view-text.ts";
import { forgeries } from "./forge.ts";
import { type Genuine, nameOf, walk } from "./walk.ts";
import { ELSEWHERE, HOME, openWholeDesk, type Outcome, PEOPLE, type StoredRow, type WholeDesk, type Who } from "./whole-desk.ts";

/** Every button, select and modal that the desk has. */
const ROUTES = await namesOfRoutes();
/** What is everybody's: a pledge to anybody's request, and to take it back. */
const FOR_ALL: ReadonlySet<string> = new Set(["submit materials.amounts.1", "press materials.withdraw.1"]);

/** Where somebody is in their own flow, such as back at its beginning: it tells nobody anything. */
const OWN_STEPS: readonly string[] = ["request_drafts", "queue_selections"];

async function namesOfRoutes(): Promise<readonly string[]> {
  const desk = await openWholeDesk("sqlite");
  await desk.drop();
  return desk.features.flatMap(({ components = [], modals = [] }) => [...components.map(({ prefix }) => `press ${prefix}`), ...modals.map(({ prefix }) => `submit ${prefix}`)]);
}

describe.each(ENGINES)("what nobody was shown, sent all the same, on %s", (engine) => {
  let desk: WholeDesk;
  const met = new Set<string>();
  const problems = new Map<string, string[]>();
  const tried = new Map<string, number>();
  const shown: { who: Who; genuine: Genuine }[] = [];

  const complain = (genuine: Genuine, sentence: string): void => void problems.set(nameOf(genuine), [...(problems.get(nameOf(genuine)) ?? []), sentence]);
  const judge = (genuine: Genuine, how: string, { answer, failures }: Outcome): void => {
    for (const failure of failures) complain(genuine, `${how}: ${failure}`);
    if (answer === null || (textOf({ components: [], ...answer }) === "" && failures.length === 0)) complain(genuine, `${how}: no word was said`);
    for (const problem of limitProblems(answer)) complain(genuine, `${how}: ${problem}`);
  };

  /** Does it as each of these, and sees what it wrote. */
  async function byStrangers(genuine: Genuine): Promise<void> {
    // How somebody is told is their own, whoever they are.
    const cases: readonly (readonly [string, Who, Part])[] = [
      ["somebody without the role of a member", PEOPLE.visitor, { without: ["preferences"] }],
      ["the same in a direct message", PEOPLE.visitorInDirect, { without: ["preferences"] }],
      ["who has left the guild", PEOPLE.left, {}],
      ["another guild's officer", PEOPLE.elsewhere, { guildId: HOME }],
      ["another member", PEOPLE.member, { butOf: PEOPLE.member.userId }],
    ];
    let before = await desk.rows();
    for (const [how, who, part] of cases) {
      judge(genuine, how, await desk.do(who, genuine));
      const after = await desk.rows();
      if (!(who === PEOPLE.member && FOR_ALL.has(nameOf(genuine)))) compare(genuine, how, part, before, after);
      before = after;
    }
  }

  const compare = (genuine: Genuine, how: string, part: Part, before: readonly StoredRow[], after: readonly StoredRow[]): void => {
    const changed = difference(written(before, part), written(after, part));
    if (changed !== null) complain(genuine, `${how} wrote: ${changed}`);
  };

  async function forged(who: Who, genuine: Genuine): Promise<void> {
    const all = forgeries(genuine);
    const before = await desk.rows();
    for (const { deed, how } of all.filter((one) => one.isVoid)) judge(genuine, how, await desk.do(who, deed));
    const between = await desk.rows();
    compare(genuine, "what names nothing that there is", { without: OWN_STEPS }, before, between);
    for (const { deed, how } of all.filter((one) => !one.isVoid)) judge(genuine, how, await desk.do(who, deed));
    compare(genuine, "somebody in another guild", { guildId: ELSEWHERE }, between, await desk.rows());
  }

  beforeAll(async () => {
    desk = await openWholeDesk(engine);
    let last = "";
    await walk(desk, async (who, genuine) => {
      if (last.includes("settings.")) await desk.restoreSettings();
      last = nameOf(genuine);
      met.add(last);
      shown.push({ who, genuine });
      const count = tried.get(last) ?? 0;
      tried.set(last, count + 1);
      if (count >= 2) return;
      await byStrangers(genuine);
      await forged(who, genuine);
    });
    // What the walk does not come to is sent without ever having been shown.
    for (const name of ROUTES.filter((one) => !met.has(one))) {
      const [kind = "", prefix = ""] = name.split(" ");
      for (const count of [0, 1, 2, 3, 4, 5]) {
        const customId = [prefix, ...Array.from({ length: count }, () => "00000000000000000000")].join(":");
        await forged(PEOPLE.officer, kind === "press" ? { kind, customId, values: ["x"] } : { kind: "submit", customId, fields: { text: "x" } });
      }
    }
    // By now most of it is long past: claimed, cancelled, renamed, deleted.
    for (const { who, genuine } of shown) judge(genuine, "what is outdated", await desk.do(who, genuine));
  }, 600_000);
  afterAll(() => desk.drop());

  it.each(ROUTES)("is answered with a sentence, and nothing is written: %s", (name) => {
    expect(problems.get(name) ?? []).toEqual([]);
  });

  it("is nearly all of what the desk has: the walk comes to it", () => {
    expect(ROUTES.filter((name) => !met.has(name)).length).toBeLessThan(ROUTES.length / 8);
  });
});

/** Which rows are looked at: those of one guild, without those that name somebody, without some tables. */
interface Part {
  readonly guildId?: string;
  readonly butOf?: string;
  readonly without?: readonly string[];
}

const written = (rows: readonly StoredRow[], { guildId, butOf, without = [] }: Part): readonly string[] =>
  rows
    .filter(({ table, values }) => !without.includes(table) && (guildId === undefined || values["guild_id"] === guildId) && (butOf === undefined || !Object.values(values).includes(butOf)))
    .map(({ table, values }) => `${table} ${JSON.stringify(values)}`);

/** What of it is another, from where it is; null when all is the same. */
function difference(before: readonly string[], after: readonly string[]): string | null {
  const [gone, come] = [missingIn(after, before), missingIn(before, after)];
  if (gone.length + come.length === 0) return null;
  const [old = "", now = ""] = [gone[0], come[0]];
  const at = Array.from(old).findIndex((sign, index) => sign !== now[index]);
  return `${gone.length} rows gone, ${come.length} new: ${(now || old).split(" ", 1)[0]} …${old.slice(Math.max(0, at - 40), at + 60)}… is …${now.slice(Math.max(0, at - 40), at + 60)}…`;
}

function missingIn(rows: readonly string[], of: readonly string[]): readonly string[] {
  const known = new Set(rows);
  return of.filter((row) => !known.has(row));
}
