import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BoardDesk, openBoardDesk } from "../../testing/board-desk.ts";
import { ENGINES } from "../../testing/engines.ts";
import type { Topic } from "../contract.ts";

const MOVED = "↪️ This card is kept no longer: the board is in <#new board>";
const SWITCHED_OFF = "↪️ This card is kept no longer: the board is switched off. Crafters see what is open with `/requests`";

describe.each(ENGINES)("a card that is let go on %s", (engine) => {
  let board: BoardDesk;
  beforeEach(async () => {
    board = await openBoardDesk(engine);
  });
  afterEach(() => board.drop());

  /** How many cards in a channel have a Claim. */
  const offered = (channelId: string) => board.bench.sender.messages.filter((message) => message.channelId === channelId && JSON.stringify(message.view).includes("request.claim")).length;
  /** Switches the board off while a card is on its way. */
  const switchedOff = (topic: Topic): Topic => ({
    ...topic,
    async compose(tools, message) {
      const delivery = await topic.compose(tools, message);
      if (board.channelId !== null) await board.move(null);
      return delivery;
    },
  });

  it("says so where it was, once it stands elsewhere, and offers no Claim there", async () => {
    const [open, ended] = [await board.submit(), await board.submit()];
    await board.deliver();
    await board.act(ended, { kind: "deny", reason: "no" });
    await board.move("new board");
    await board.deliver();
    expect([new Set(board.cards()), board.cards("new board"), offered("board")]).toEqual([new Set(["⛔ **Denied**", MOVED]), ["🟢 **Open**"], 0]);
    await board.act(open, { kind: "deny", reason: "no" });
    await board.deliver();
    expect([new Set(board.cards()), board.cards("new board")]).toEqual([new Set(["⛔ **Denied**", MOVED]), ["⛔ **Denied**"]]);
  });

  it("says so when it is switched off, and stands anew for what is active then when it is on again", async () => {
    const [ended] = [await board.submit(), await board.submit()];
    await board.deliver();
    await board.move(null);
    await board.deliver();
    expect([board.cards(), offered("board")]).toEqual([[SWITCHED_OFF, SWITCHED_OFF], 0]);
    await board.act(ended, { kind: "deny", reason: "no" });
    await board.move("board");
    await board.deliver();
    expect(board.cards()).toEqual([SWITCHED_OFF, SWITCHED_OFF, "🟢 **Open**"]);
  });

  it("says so of a card that was on its way when the board was switched off", async () => {
    await board.submit();
    await board.deliver(board.feature.topics?.map(switchedOff));
    await board.deliver();
    expect(board.cards()).toEqual([SWITCHED_OFF]);
  });

  it("posts nothing where such a message was removed", async () => {
    await board.submit();
    await board.deliver();
    board.bench.sender.messages.splice(0);
    await board.move(null);
    await board.deliver();
    expect([board.bench.sender.messages, await board.waiting()]).toEqual([[], 0]);
  });

  it("does so at the start, too, when the file switched it off or moved it while the bot was away", async () => {
    await board.submit();
    await board.deliver();
    board.channelId = "new board";
    await board.ensure();
    await board.deliver();
    expect([board.cards(), board.cards("new board")]).toEqual([[MOVED], ["🟢 **Open**"]]);
    board.channelId = null;
    await board.ensure();
    await board.deliver();
    expect(board.cards("new board")).toEqual([SWITCHED_OFF]);
  });
});
