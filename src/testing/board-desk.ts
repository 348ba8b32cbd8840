import type { Engine } from "../database/store.ts";
import { type BoardFeature, boardFeature } from "../features/board/feature.ts";
import type { InTransaction, Topic } from "../features/contract.ts";
import { type GuildSettings, unsetSettings } from "../features/guild-settings/guild-settings.ts";
import { RecipeBook } from "../features/recipes/recipe-book.ts";
import { requestReads } from "../features/requests/read-model.ts";
import type { Submission } from "../features/requests/request-port.ts";
import type { CraftingRequest, RequestAction } from "../features/requests/request.ts";
import { systemClock } from "../kernel/clock.ts";
import { createIds } from "../kernel/id.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { outboxMigrations } from "../outbox/tables.ts";
import { calls, GUILD, officer } from "./call.ts";
import { type OutboxBench, outboxBench } from "./outbox-bench.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "./request-desk.ts";
import { CRAFTER, REQUESTER } from "./requests.ts";

/** Requests, the board of {@link GUILD} and a Discord that shows it. */
export interface BoardDesk {
  readonly desk: RequestDesk;
  readonly bench: OutboxBench;
  readonly feature: BoardFeature;
  /** The guild's board channel, as its settings say. */
  channelId: string | null;
  /** What else its settings say. */
  others: Partial<GuildSettings>;
  submit(given?: Partial<Submission>): Promise<CraftingRequest>;
  /** Done by a crafter who is an officer. */
  act(request: CraftingRequest, action: RequestAction): Promise<void>;
  /** Sends what waits, an hour later. */
  deliver(topics?: readonly Topic[]): Promise<void>;
  /** An officer chooses another channel, or none. */
  move(channelId: string | null): Promise<void>;
  /** An officer chooses what everybody reads. */
  speak(language: GuildSettings["language"]): Promise<void>;
  ensure(inTransaction?: InTransaction): Promise<void>;
  /** What a channel's cards say of their state. */
  cards(channelId?: string): readonly string[];
  /** How many messages wait. */
  waiting(): Promise<number>;
  drop(): Promise<void>;
}

const BOOK = new RecipeBook([{ id: "test", name: "Test", game: "Test", version: "1", sources: [], recipes: [], professions: [{ id: "enchanting", name: "Enchanting", icon: "✨" }] }]);
const HOUR_MS = 3_600_000;

const settingsWith = (boardChannelId: string | null, language: GuildSettings["language"]): GuildSettings => ({ ...unsetSettings(GUILD), boardChannelId, language });

/** Opens a board in the channel `board`. */
export async function openBoardDesk(engine: Engine): Promise<BoardDesk> {
  const feature = boardFeature({
    outbox: createOutbox(createIds(systemClock)),
    requests: requestReads,
    settings: () => Promise.resolve({ ...settingsWith(made.channelId, language), ...made.others }),
    mayMention: (_, __, roleId) => roleId !== "hushed",
    books: () => BOOK,
  });
  const desk = await openRequestDesk(engine, { migrations: [outboxMigrations, feature.migrations ?? {}], subscriptions: feature.subscriptions ?? [] });
  const bench = await outboxBench(desk.store, feature.topics, feature.texts ? [feature.texts] : []);
  const as = await calls();
  let drafts = 0;
  let language: GuildSettings["language"] = "en-US";
  const made: BoardDesk = {
    desk,
    bench,
    feature,
    channelId: "board",
    others: {},
    async submit(given = {}) {
      const outcome = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId: `draft ${++drafts}`, ...given }));
      if (!outcome.ok) throw new Error(outcome.error);
      return outcome.value.request;
    },
    async act({ id }, action) {
      const outcome = await desk.actions.act(as(CRAFTER, { rights: officer }), id, action);
      if (!outcome.ok) throw new Error(outcome.error.kind);
    },
    async deliver(topics = feature.topics ?? []) {
      bench.clock.at += HOUR_MS;
      await bench.dispatcher({ topics }).drain();
    },
    move(channelId) {
      const [before, after] = [settingsWith(made.channelId, language), settingsWith(channelId, language)];
      made.channelId = channelId;
      return desk.inTransaction((tx) => tx.raise({ type: "guild.settings-changed", guildId: GUILD, actorId: CRAFTER, before, after, changes: [] }));
    },
    speak(other) {
      const [before, after] = [settingsWith(made.channelId, language), settingsWith(made.channelId, other)];
      language = other;
      return desk.inTransaction((tx) => tx.raise({ type: "guild.settings-changed", guildId: GUILD, actorId: CRAFTER, before, after, changes: [] }));
    },
    ensure: (inTransaction = desk.inTransaction) => feature.ensureCards(inTransaction, GUILD),
    cards: (channelId = "board") => bench.sender.in(channelId).map((text) => text.split("\n").slice(1, 2).join()),
    waiting: async () => (await desk.store.read.selectFrom("outbox").select("id").execute()).length,
    drop: () => desk.drop(),
  };
  return made;
}
