import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BoardDesk, openBoardDesk } from "../../testing/board-desk.ts";
import { ENGINES } from "../../testing/engines.ts";
import { textOf } from "../../testing/view-text.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { GUILD } from "../../testing/call.ts";

const MINUTE_MS = 60_000;
const rolesOf = (professions: Readonly<Record<string, readonly string[]>>) => ({ roles: { ...unsetSettings(GUILD).roles, professions } });

describe.each(ENGINES)("crafters who are mentioned, on %s", (engine) => {
  let board: BoardDesk;
  beforeEach(async () => {
    board = await openBoardDesk(engine);
    board.others = { mentionCrafters: true, mentionCooldownMinutes: 30, ...rolesOf({ enchanting: ["7"], tailoring: ["7"], alchemy: ["hushed"] }) };
  });
  afterEach(() => board.drop());

  const mentions = () => board.bench.sender.messages.flatMap(({ view }) => (view.pings ? [{ pings: view.pings, text: textOf(view).split("\n")[0] }] : []));
  const dueAt = async () => (await board.desk.store.read.selectFrom("outbox").select("due_at").where("topic", "=", "board-mention").execute()).map(({ due_at }) => due_at);

  it("mentions the role of a new request's profession, and pings that role alone", async () => {
    await board.submit();
    await board.deliver();
    expect(mentions()).toEqual([{ pings: ["7"], text: "<@&7> a new request waits for you: ✨ Enchanting" }]);
    expect(board.bench.sender.messages.filter(({ view }) => view.pings === undefined)).toHaveLength(1);
  });

  it("keeps the pause between two mentions of one role, and then says how many came meanwhile", async () => {
    const first = await board.submit();
    await board.deliver();
    await board.submit();
    await board.submit({ profession: "tailoring" });
    const claimed = await board.submit();
    await board.act(claimed, { kind: "claim" });
    const [due, ...others] = await dueAt();
    expect(others).toEqual([]);
    const since = (due ?? 0) - first.createdAt - 30 * MINUTE_MS;
    expect(Math.abs(since)).toBeLessThan(MINUTE_MS);
    await board.deliver();
    expect(mentions().slice(1)).toEqual([{ pings: ["7"], text: "<@&7> 2 new requests wait for you: ✨ Enchanting" }]);
  });

  it("mentions nobody when all that came is claimed by then, switched off, without a role, or where Discord would not ping it", async () => {
    await board.act(await board.submit(), { kind: "claim" });
    await board.submit({ profession: "alchemy" });
    await board.submit({ profession: "cooking" });
    await board.deliver();
    board.others = { ...board.others, mentionCrafters: false };
    await board.submit();
    await board.deliver();
    expect([mentions(), await board.waiting()]).toEqual([[], 0]);
  });
});
