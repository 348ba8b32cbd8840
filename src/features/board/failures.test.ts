import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeliveryRefused } from "../../outbox/sender-port.ts";
import { type BoardDesk, openBoardDesk } from "../../testing/board-desk.ts";
import { GUILD } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { getFailure, listCards, putCard } from "./store.ts";

describe.each(ENGINES)("a board whose cards do not all arrive, on %s", (engine) => {
  let board: BoardDesk;
  beforeEach(async () => {
    board = await openBoardDesk(engine);
  });
  afterEach(() => board.drop());

  const failures = () => Promise.all(["board", "new board"].map((channelId) => getFailure(board.desk.store.read, GUILD, channelId)));

  it("looks for the cards of more requests than a statement takes ids", async () => {
    const { store } = board.desk;
    const ids = Array.from({ length: 33_000 }, (_, index) => `request ${index}`);
    const kept = [ids[0] ?? "", ids.at(-1) ?? ""];
    for (const request_id of kept) await store.inTransaction((db) => putCard(db, { guild_id: GUILD, request_id, channel_id: "board", message_id: "1" }));
    expect((await listCards(store.read, GUILD, ids)).map(({ request_id }) => request_id)).toEqual(kept);
  });

  it("warns of the channel that was closed, not of the one that the board has moved to", async () => {
    const request = await board.submit();
    await board.deliver();
    await board.move("new board");
    await board.act(request, { kind: "deny", reason: "no" });
    board.bench.sender.fault = () => new DeliveryRefused("no-access");
    await board.deliver();
    expect(await failures()).toEqual(["no-access", null]);
  });

  it("shows nothing anew when the channel where it was is open again", async () => {
    const { sender } = board.bench;
    const [active, first, second] = [await board.submit(), await board.submit(), await board.submit()];
    await board.deliver();
    await board.move("new board");
    for (const ended of [first, second]) await board.act(ended, { kind: "deny", reason: "no" });
    let isClosed = true;
    sender.fault = (call) => (isClosed && call.startsWith("edit") ? ((isClosed = false), new DeliveryRefused("no-access")) : null);
    await board.deliver();
    expect([await failures(), isClosed]).toEqual([[null, null], false]);
    expect(board.cards("new board")).toEqual(["🟢 **Open**"]);
    expect(sender.calls).not.toContain("edit message-4");
    await board.act(active, { kind: "claim" });
    await board.deliver();
    expect(sender.calls).toContain("edit message-4");
  });
});
