import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/id.ts";
import { createOutbox } from "../../outbox/outbox.ts";
import { TryLater } from "../../outbox/sender-port.ts";
import { outboxMigrations } from "../../outbox/tables.ts";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../../testing/outbox-bench.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { textOf } from "../../testing/view-text.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { RecipeBook } from "../recipes/recipe-book.ts";
import { requestReads } from "../requests/read-model.ts";
import type { CraftingRequest, RequestAction } from "../requests/request.ts";
import { type BoardFeature, boardFeature } from "./feature.ts";

const withBoard = (boardChannelId: string | null) => ({ ...unsetSettings(GUILD), boardChannelId });

describe.each(ENGINES)("the board on %s", (engine) => {
  let desk: RequestDesk;
  let bench: OutboxBench;
  let feature: BoardFeature;
  let as: Awaited<ReturnType<typeof calls>>;
  /** The guild's board channel. */
  let board: string | null;
  beforeEach(async () => {
    board = "board";
    feature = boardFeature({
      outbox: createOutbox(createIds(systemClock)),
      requests: requestReads,
      settings: (_, guildId) => Promise.resolve({ ...unsetSettings(guildId), boardChannelId: board }),
      books: () => new RecipeBook([{ id: "test", name: "Test", game: "Test", version: "1", sources: [], recipes: [], professions: [{ id: "enchanting", name: "Enchanting", icon: "✨" }] }]),
    });
    desk = await openRequestDesk(engine, { migrations: [outboxMigrations, feature.migrations ?? {}], subscriptions: feature.subscriptions ?? [] });
    bench = await outboxBench(desk.store, feature.topics, feature.texts ? [feature.texts] : []);
    as = await calls();
  });
  afterEach(() => desk.drop());

  let drafts = 0;
  const submit = async (): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId: `draft ${++drafts}` }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const act = async ({ id }: CraftingRequest, action: RequestAction): Promise<void> => {
    const outcome = await desk.actions.act(as(CRAFTER, { rights: officer }), id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  };
  const deliver = async (): Promise<void> => {
    bench.clock.at += 3_600_000;
    await bench.dispatcher().drain();
  };
  const move = (channelId: string | null): Promise<void> => {
    const before = withBoard(board);
    board = channelId;
    return desk.inTransaction((tx) => tx.raise({ type: "guild.settings-changed", guildId: GUILD, actorId: CRAFTER, before, after: withBoard(channelId), changes: [] }));
  };
  const cards = (channelId = "board"): readonly string[] => bench.sender.in(channelId).map((text) => text.split("\n").slice(1, 2).join());
  const calledSince = (count: number): readonly string[] => bench.sender.calls.slice(count);

  it("shows each request as one card, edited from its submission to its end", async () => {
    const request = await submit();
    await deliver();
    expect(cards()).toEqual(["🟢 **Open**"]);
    expect(bench.sender.in("board")[0]).toContain("· ✨ Enchanting ·");
    const story: [RequestAction, string][] = [
      [{ kind: "claim" }, `✋ **Claimed** by <@${CRAFTER}>`],
      [{ kind: "complete", count: 2 }, `🛠 **In progress** · 2 of 5 made by <@${CRAFTER}>`],
      [{ kind: "release" }, "🟢 **Open** · 2 of 5 made"],
      [{ kind: "deny", reason: "no" }, "⛔ **Denied**"],
      [{ kind: "reopen" }, "🟢 **Open** · 2 of 5 made"],
    ];
    for (const [action, card] of story) {
      await act(request, action);
      await deliver();
      expect(cards()).toEqual([card]);
    }
    expect(bench.sender.calls.filter((call) => call.startsWith("send"))).toHaveLength(1);
  });

  it("makes one edit of many changes in a moment", async () => {
    const request = await submit();
    await act(request, { kind: "claim" });
    await act(request, { kind: "complete", count: 1 });
    await act(request, { kind: "complete", count: "all" });
    await deliver();
    // It had ended before the board could show it.
    expect(bench.sender.calls).toEqual([]);

    const other = await submit();
    await deliver();
    const before = bench.sender.calls.length;
    for (const action of ["claim", "release", "claim", "release", "claim"] as const) await act(other, { kind: action });
    await deliver();
    expect(calledSince(before)).toEqual(["edit message-1"]);
    expect(cards()).toEqual([`✋ **Claimed** by <@${CRAFTER}>`]);
  });

  it("keeps Claim for a moment after a claim, so that who presses it next is told who was first; a new card does not wait", async () => {
    const request = await submit();
    /** Moves the clock to so long after the last change, for the store's own stands still meanwhile. */
    const deliverAfter = async (ms: number): Promise<void> => {
      const { changedAt } = (await desk.reads.get(GUILD, request.id)) ?? request;
      bench.clock.at = changedAt + ms;
      await bench.dispatcher().drain();
    };
    await deliverAfter(0);
    expect(cards()).toEqual(["🟢 **Open**"]);
    await act(request, { kind: "claim" });
    await deliverAfter(1_499);
    expect(cards()).toEqual(["🟢 **Open**"]);
    await deliverAfter(1_500);
    expect(cards()).toEqual([`✋ **Claimed** by <@${CRAFTER}>`]);
    // What changes while an edit waits is in it, and does not put it off.
    await act(request, { kind: "release" });
    await act(request, { kind: "claim" });
    await deliverAfter(500);
    expect(bench.sender.calls).toEqual(["send board", "edit message-1", "edit message-1"]);
  });

  it.each([
    ["Discord still knows its nonce", 60_000],
    ["it has to be looked for", 3_600_000],
  ])("finds a card of which nobody heard whether it arrived, though its request has ended since, while %s", async (_, laterMs) => {
    const request = await submit();
    bench.clock.at += 3_600_000;
    bench.sender.fault = (call) => (call.startsWith("send") ? "error-after" : null);
    await bench.dispatcher().drain();
    bench.sender.fault = () => null;
    expect(cards()).toEqual(["🟢 **Open**"]);
    await act(request, { kind: "deny", reason: "no" });
    bench.clock.at += laterMs;
    await bench.dispatcher().drain();
    expect(cards()).toEqual(["⛔ **Denied**"]);
    await act(request, { kind: "reopen" });
    await deliver();
    expect(cards()).toEqual(["🟢 **Open**"]);
  });

  it("waits and gathers further changes when Discord limits edits of old messages", async () => {
    const request = await submit();
    await deliver();
    bench.sender.fault = (call) => (call.startsWith("edit") ? new TryLater(60_000) : null);
    await act(request, { kind: "claim" });
    await deliver();
    for (const action of ["release", "claim", "start"] as const) await act(request, { kind: action });
    const before = bench.sender.calls.length;
    bench.sender.fault = () => null;
    await deliver();
    expect(calledSince(before)).toEqual(["edit message-1"]);
    expect(cards()).toEqual([`🛠 **In progress** · 0 of 5 made by <@${CRAFTER}>`]);
  });

  it("says a character's new name on the cards of what is active, and edits no others", async () => {
    const [ended, active] = [await submit(), await submit()];
    await act(ended, { kind: "claim" });
    await act(ended, { kind: "complete", count: "all" });
    await deliver();
    const rename = (name: string) => desk.inTransaction((tx) => tx.raise({ type: "character.renamed", guildId: GUILD, characterId: active.characterId, name }));
    const count = bench.sender.calls.length;
    await rename("Mirabel");
    await deliver();
    expect(calledSince(count)).toHaveLength(1);
    expect(bench.sender.in("board").filter((text) => text.includes("For **Mirabel**"))).toHaveLength(1);
    board = null;
    await rename("Mira");
    await deliver();
    expect(calledSince(count)).toHaveLength(1);
  });

  it("brings back a card that somebody removed", async () => {
    const request = await submit();
    await deliver();
    bench.sender.messages.splice(0);
    await act(request, { kind: "claim" });
    await deliver();
    await act(request, { kind: "start" });
    await deliver();
    expect(bench.sender.messages.map(({ view }) => textOf(view).split("\n")[1])).toEqual([`🛠 **In progress** · 0 of 5 made by <@${CRAFTER}>`]);
  });

  it("does nothing without a board channel, and shows what is active when one is set or changed", async () => {
    board = null;
    const [open, ended] = [await submit(), await submit()];
    await act(ended, { kind: "deny", reason: "no" });
    await deliver();
    expect([bench.sender.calls, await desk.store.read.selectFrom("outbox").selectAll().execute()]).toEqual([[], []]);

    await move("board");
    await deliver();
    expect(cards()).toEqual(["🟢 **Open**"]);

    await move("board");
    await deliver();
    await move("new board");
    await deliver();
    await act(open, { kind: "claim" });
    await deliver();
    expect([cards(), cards("new board")]).toEqual([["🟢 **Open**"], [`✋ **Claimed** by <@${CRAFTER}>`]]);

    const before = bench.sender.calls.length;
    await act(open, { kind: "release" });
    await move(null);
    await deliver();
    expect(calledSince(before)).toEqual([]);

    await move("new board");
    await deliver();
    expect(cards("new board")).toEqual(["🟢 **Open**"]);
  });

  it("puts up at the start what a board set in a file does not show yet", async () => {
    const shown = await submit();
    await deliver();
    board = null;
    await submit();
    board = "board";
    const before = bench.sender.calls.length;
    for (let start = 0; start < 2; start++) {
      await desk.inTransaction((tx) => feature.ensureCards(tx, GUILD));
      await deliver();
    }
    expect(calledSince(before)).toEqual(["send board"]);
    expect(cards()).toEqual(["🟢 **Open**", "🟢 **Open**"]);
    board = null;
    await desk.inTransaction((tx) => feature.ensureCards(tx, GUILD));
    await act(shown, { kind: "claim" });
    expect(await desk.store.read.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });

  it("lets a card say that its request has ended even after the board has moved", async () => {
    const request = await submit();
    await deliver();
    board = "new board";
    await act(request, { kind: "deny", reason: "no" });
    await deliver();
    expect([cards(), cards("new board")]).toEqual([["⛔ **Denied**"], []]);
  });
});
