import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeliveryRefused, TryLater } from "../../outbox/sender-port.ts";
import { type BoardDesk, openBoardDesk } from "../../testing/board-desk.ts";
import { GUILD } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import type { OutboxBench } from "../../testing/outbox-bench.ts";
import type { RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER } from "../../testing/requests.ts";
import { textOf } from "../../testing/view-text.ts";
import type { RequestAction } from "../requests/request.ts";
import { getFailure, putCard } from "./store.ts";

describe.each(ENGINES)("the board on %s", (engine) => {
  let board: BoardDesk;
  let desk: RequestDesk;
  let bench: OutboxBench;
  beforeEach(async () => {
    board = await openBoardDesk(engine);
    ({ desk, bench } = board);
  });
  afterEach(() => board.drop());

  const failure = () => getFailure(desk.store.read, GUILD, "board");
  const calledSince = (count: number): readonly string[] => bench.sender.calls.slice(count);

  it("shows each request as one card, edited from its submission to its end", async () => {
    const request = await board.submit();
    await board.deliver();
    expect(board.cards()).toEqual(["🟢 **Open**"]);
    expect(bench.sender.in("board")[0]).toContain("· ✨ Enchanting ·");
    const story: [RequestAction, string][] = [
      [{ kind: "claim" }, `✋ **Claimed** by <@${CRAFTER}>`],
      [{ kind: "complete", count: 2 }, `🛠 **In progress** · 2 of 5 made by <@${CRAFTER}>`],
      [{ kind: "release" }, "🟢 **Open** · 2 of 5 made"],
      [{ kind: "deny", reason: "no" }, "⛔ **Denied**"],
      [{ kind: "reopen", reason: "" }, "🟢 **Open** · 2 of 5 made"],
    ];
    for (const [action, card] of story) {
      await board.act(request, action);
      await board.deliver();
      expect(board.cards()).toEqual([card]);
    }
    expect(bench.sender.calls.filter((call) => call.startsWith("send"))).toHaveLength(1);
  });

  it("speaks the guild's language, and changes it in place", async () => {
    const request = await board.submit();
    await board.deliver();
    await board.speak("fr");
    await board.deliver();
    expect(board.cards()).toEqual(["🟢 **Ouverte**"]);
    await board.act(request, { kind: "deny", reason: "no" });
    await board.deliver();
    expect(board.cards()).toEqual(["⛔ **Refusée**"]);
  });

  it("makes one edit of many changes in a moment", async () => {
    const request = await board.submit();
    await board.act(request, { kind: "claim" });
    await board.act(request, { kind: "complete", count: 1 });
    await board.act(request, { kind: "complete", count: "all" });
    await board.deliver();
    // It had ended before the board could show it.
    expect(bench.sender.calls).toEqual([]);

    const other = await board.submit();
    await board.deliver();
    const before = bench.sender.calls.length;
    for (const action of ["claim", "release", "claim", "release", "claim"] as const) await board.act(other, { kind: action });
    await board.deliver();
    expect(calledSince(before)).toEqual(["edit message-1"]);
    expect(board.cards()).toEqual([`✋ **Claimed** by <@${CRAFTER}>`]);
  });

  it("keeps Claim for a moment after a claim, so that who presses it next is told who was first; a new card does not wait", async () => {
    const request = await board.submit();
    /** Moves the clock to so long after the last change, for the store's own stands still meanwhile. */
    const deliverAfter = async (ms: number): Promise<void> => {
      const { changedAt } = (await desk.reads.get(GUILD, request.id)) ?? request;
      bench.clock.at = changedAt + ms;
      await bench.dispatcher().drain();
    };
    await deliverAfter(0);
    expect(board.cards()).toEqual(["🟢 **Open**"]);
    await board.act(request, { kind: "claim" });
    await deliverAfter(1_499);
    expect(board.cards()).toEqual(["🟢 **Open**"]);
    await deliverAfter(1_500);
    expect(board.cards()).toEqual([`✋ **Claimed** by <@${CRAFTER}>`]);
    // What changes while an edit waits is in it, and does not put it off.
    await board.act(request, { kind: "release" });
    await board.act(request, { kind: "claim" });
    await deliverAfter(500);
    expect(bench.sender.calls).toEqual(["send board", "edit message-1", "edit message-1"]);
  });

  it.each([
    ["Discord still knows its nonce", 60_000],
    ["it has to be looked for", 3_600_000],
  ])("finds a card of which nobody heard whether it arrived, though its request has ended since, while %s", async (_, laterMs) => {
    const request = await board.submit();
    bench.clock.at += 3_600_000;
    bench.sender.fault = (call) => (call.startsWith("send") ? "error-after" : null);
    await bench.dispatcher().drain();
    bench.sender.fault = () => null;
    expect(board.cards()).toEqual(["🟢 **Open**"]);
    await board.act(request, { kind: "deny", reason: "no" });
    bench.clock.at += laterMs;
    await bench.dispatcher().drain();
    expect(board.cards()).toEqual(["⛔ **Denied**"]);
    await board.act(request, { kind: "reopen", reason: "" });
    await board.deliver();
    expect(board.cards()).toEqual(["🟢 **Open**"]);
  });

  it("waits and gathers further changes when Discord limits edits of old messages", async () => {
    const request = await board.submit();
    await board.deliver();
    bench.sender.fault = (call) => (call.startsWith("edit") ? new TryLater(60_000) : null);
    await board.act(request, { kind: "claim" });
    await board.deliver();
    for (const action of ["release", "claim", "start"] as const) await board.act(request, { kind: action });
    const before = bench.sender.calls.length;
    bench.sender.fault = () => null;
    await board.deliver();
    expect(calledSince(before)).toEqual(["edit message-1"]);
    expect(board.cards()).toEqual([`🛠 **In progress** · 0 of 5 made by <@${CRAFTER}>`]);
  });

  it("says a character's new name on the cards of what is active, and edits no others", async () => {
    const [ended, active] = [await board.submit(), await board.submit()];
    await board.act(ended, { kind: "claim" });
    await board.act(ended, { kind: "complete", count: "all" });
    await board.deliver();
    const rename = (name: string) => desk.inTransaction((tx) => tx.raise({ type: "character.renamed", guildId: GUILD, characterId: active.characterId, name }));
    const count = bench.sender.calls.length;
    await rename("Mirabel");
    await board.deliver();
    expect(calledSince(count)).toHaveLength(1);
    expect(bench.sender.in("board").filter((text) => text.includes("For **Mirabel**"))).toHaveLength(1);
    board.channelId = null;
    await rename("Mira");
    await board.deliver();
    expect(calledSince(count)).toHaveLength(1);
  });

  it("brings back a card that somebody removed", async () => {
    const request = await board.submit();
    await board.deliver();
    bench.sender.messages.splice(0);
    await board.act(request, { kind: "claim" });
    await board.deliver();
    await board.act(request, { kind: "start" });
    await board.deliver();
    expect(bench.sender.messages.map(({ view }) => textOf(view).split("\n")[1])).toEqual([`🛠 **In progress** · 0 of 5 made by <@${CRAFTER}>`]);
  });

  it("does nothing without a board channel, and shows what is active when one is set or changed", async () => {
    board.channelId = null;
    const [open, ended] = [await board.submit(), await board.submit()];
    await board.act(ended, { kind: "deny", reason: "no" });
    await board.deliver();
    expect([bench.sender.calls, await desk.store.read.selectFrom("outbox").selectAll().execute()]).toEqual([[], []]);

    await board.move("board");
    await board.deliver();
    expect(board.cards()).toEqual(["🟢 **Open**"]);

    await board.move("board");
    await board.deliver();
    await board.move("new board");
    await board.deliver();
    await board.act(open, { kind: "claim" });
    await board.deliver();
    expect(board.cards("new board")).toEqual([`✋ **Claimed** by <@${CRAFTER}>`]);
  });

  it("remembers why no card arrives, until one does, and then shows those that could not be", async () => {
    bench.sender.fault = () => new DeliveryRefused("no-access");
    const [first] = [await board.submit(), await board.submit()];
    await board.deliver();
    expect([board.cards(), await failure()]).toEqual([[], "no-access"]);
    bench.sender.fault = () => null;
    await board.act(first, { kind: "claim" });
    await board.deliver();
    expect([new Set(board.cards()), await failure()]).toEqual([new Set([`✋ **Claimed** by <@${CRAFTER}>`, "🟢 **Open**"]), null]);
  });

  it("puts up at the start what a board set in a file does not show yet", async () => {
    await board.submit();
    await board.deliver();
    board.channelId = null;
    await board.submit();
    board.channelId = "board";
    const before = bench.sender.calls.length;
    for (let start = 0; start < 2; start++) {
      await board.ensure();
      await board.deliver();
    }
    expect(calledSince(before)).toEqual(["send board"]);
    expect(board.cards()).toEqual(["🟢 **Open**", "🟢 **Open**"]);
  });

  it("looks at the start only at what is active, a part at a time, whatever the board has shown before", async () => {
    await Promise.all(Array.from({ length: 205 }, () => board.submit()));
    const active = await desk.reads.listActiveIds(GUILD);
    await desk.store.inTransaction((db) => db.deleteFrom("outbox").execute());
    await desk.store.inTransaction((db) => putCard(db, { guild_id: GUILD, request_id: active[3] ?? "", channel_id: "board", message_id: "1" }));
    const works: number[] = [];
    const counted: typeof desk.inTransaction = async (work) => {
      const outcome = await desk.inTransaction(work);
      works.push(await board.waiting());
      return outcome;
    };
    await board.ensure(counted);
    expect(works).toEqual([0, 199, 204]);
  });

  it("lets a card say that its request has ended even after the board has moved", async () => {
    const request = await board.submit();
    await board.deliver();
    board.channelId = "new board";
    await board.act(request, { kind: "deny", reason: "no" });
    await board.deliver();
    expect([board.cards(), board.cards("new board")]).toEqual([["⛔ **Denied**"], []]);
  });

  it("says on the card of what is needed soon that nobody has claimed it", async () => {
    const request = await board.submit({ neededBy: 1_800_000_000_000 + 26 * 3_600_000 });
    await board.deliver();
    expect(board.bench.sender.in("board").join()).toContain("🗓 Needed by");
    board.bench.clock.at += 3_600_000;
    await board.desk.inTransaction((tx) => tx.raise({ type: "request.needed-soon", guildId: request.guildId, request }));
    await board.deliver();
    expect(board.bench.sender.in("board").join()).toContain("⏰ **Needed soon, and nobody has claimed it**");
  });
});
