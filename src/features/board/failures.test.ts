import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BoardDesk, openBoardDesk } from "../../testing/board-desk.ts";
import { GUILD } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { listCards, putCard } from "./store.ts";

describe.each(ENGINES)("a board whose cards do not all arrive, on %s", (engine) => {
  let board: BoardDesk;
  beforeEach(async () => {
    board = await openBoardDesk(engine);
  });
  afterEach(() => board.drop());

  it("looks for the cards of more requests than a statement takes ids", async () => {
    const { store } = board.desk;
    const ids = Array.from({ length: 33_000 }, (_, index) => `request ${index}`);
    const kept = [ids[0] ?? "", ids.at(-1) ?? ""];
    for (const request_id of kept) await store.inTransaction((db) => putCard(db, { guild_id: GUILD, request_id, channel_id: "board", message_id: "1" }));
    expect((await listCards(store.read, GUILD, ids)).map(({ request_id }) => request_id)).toEqual(kept);
  });
});
