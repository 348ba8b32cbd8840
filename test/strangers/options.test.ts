import { ApplicationCommandType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES } from "../../src/testing/engines.ts";
import { limitProblems } from "../../src/testing/view-limits.ts";
import { textOf } from "../../src/testing/view-text.ts";
import { NONSENSE } from "./forge.ts";
import { openWholeDesk, PEOPLE, type WholeDesk } from "./whole-desk.ts";

const VALUES: readonly unknown[] = [...NONSENSE, "x".repeat(6000), "👩‍👩‍👧‍👦".repeat(600), 7, -1, 0, 1.5, 1e300, true, null, {}, ["a"]];

describe.each(ENGINES)("what no option takes, on %s", (engine) => {
  let desk: WholeDesk;
  beforeAll(async () => {
    desk = await openWholeDesk(engine);
  });
  afterAll(() => desk.drop());

  it("is answered with a sentence by every slash command, and its choices are short enough", async () => {
    const problems: string[] = [];
    for (const { data } of desk.features.flatMap(({ commands = [] }) => commands)) {
      const options = "options" in data ? (data.options ?? []) : [];
      for (const { name, type } of options)
        for (const value of VALUES) {
          const { answer, failures } = await desk.do(PEOPLE.officer, { kind: "run", name: data.name, type: ApplicationCommandType.ChatInput, options: [{ name, type, value }] });
          const typed = await desk.do(PEOPLE.officer, { kind: "type", name: data.name, option: name, typed: value });
          const said = [...failures, ...typed.failures, ...limitProblems(answer), ...(textOf({ components: [], ...answer }) === "" ? ["no word was said"] : [])];
          problems.push(...said.map((problem) => `/${data.name} ${name}: ${JSON.stringify(value)?.slice(0, 60)}: ${problem}`));
        }
    }
    expect(problems).toEqual([]);
  });

  it("is answered with a sentence where a menu's target is missing or says nothing", async () => {
    for (const { data } of desk.features.flatMap(({ commands = [] }) => commands)) {
      const type = data.type ?? ApplicationCommandType.ChatInput;
      if (type === ApplicationCommandType.ChatInput) continue;
      for (const more of [{ target_id: "1", resolved: { users: {}, messages: {} } }, { target_id: "1", resolved: { users: { 1: {} }, messages: { 1: { content: "\0\u202E".repeat(2000), author: { id: "x" } } } } }]) {
        const { answer, failures } = await desk.do(PEOPLE.member, { kind: "run", name: data.name, type, options: [], more });
        expect([failures, textOf({ components: [], ...answer }) === ""]).toEqual([[], false]);
      }
    }
  });
});
