import { migrate } from "../../../src/database/migrator.ts";
import { type DatabaseAddress, openDataStore } from "../../../src/database/open.ts";
import { auditFeature } from "../../../src/features/audit/feature.ts";
import { auditReads } from "../../../src/features/audit/read-model.ts";
import type { Call } from "../../../src/features/contract.ts";
import { unsetSettings } from "../../../src/features/guild-settings/guild-settings.ts";
import { requestMigrations } from "../../../src/features/requests/migrations.ts";
import { requestReads } from "../../../src/features/requests/read-model.ts";
import type { Submission } from "../../../src/features/requests/request-port.ts";
import { createRequestService } from "../../../src/features/requests/service.ts";
import { statisticsSubscriptions } from "../../../src/features/statistics/subscriptions.ts";
import { statisticsMigrations } from "../../../src/features/statistics/tables.ts";
import { surfaceBook } from "../../../src/features/surfaces/book-service.ts";
import { surfaceReads } from "../../../src/features/surfaces/read-model.ts";
import { surfaceMigrations } from "../../../src/features/surfaces/tables.ts";
import { transactions } from "../../../src/features/transactions.ts";
import { createTranslators } from "../../../src/i18n/translators.ts";
import { systemClock } from "../../../src/kernel/clock.ts";
import { createIds } from "../../../src/kernel/id.ts";
import { outboxMigrations } from "../../../src/outbox/tables.ts";

const RECIPES = [
  { recipeId: "enchant-weapon-crusader", itemName: "Enchant Weapon - Crusader", profession: "enchanting", category: "weapon" },
  { recipeId: "linen-bag", itemName: "Linen Bag", profession: "tailoring", category: "bag" },
  { recipeId: "arcane-elixir", itemName: "Arcane Elixir", profession: "alchemy", category: "elixir" },
] as const;

export interface Settled {
  readonly guildId: string;
  readonly personId: string;
  /** Null when the bot has never written to them. */
  readonly directChannelId: string | null;
}

/**
 * Makes a store of guilds that have used the bot before: the people's direct messages are known, and each
 * guild has so many open requests, with their trail and statistics, whose cards and news are all sent.
 */
export async function prefill(address: DatabaseAddress, people: readonly Settled[], requestsPerGuild: number): Promise<void> {
  const store = openDataStore(address);
  try {
    const newId = createIds(systemClock);
    const audit = auditFeature({ newId });
    await migrate(store, [requestMigrations, surfaceMigrations, statisticsMigrations, outboxMigrations, audit.migrations ?? {}]);
    const inTransaction = transactions(store, systemClock, [...(audit.subscriptions ?? []), ...statisticsSubscriptions({ newId })]);
    const book = surfaceBook(transactions(store, systemClock, []), surfaceReads(store.read));
    for (const { guildId, personId, directChannelId } of people) if (directChannelId !== null) await book.rememberDirectChannel(guildId, personId, directChannelId);

    const service = createRequestService({
      inTransaction,
      newId,
      reads: requestReads(store.read),
      holdCharacter: (_, { guildId, userId }, id) => Promise.resolve({ id, guildId, userId, name: "Alrik", isMain: true, createdAt: systemClock.now() }),
      lastEvent: (db, guildId, requestId) => auditReads(db).lastForRequest(guildId, requestId),
      isQualified: () => Promise.resolve(true),
    });
    const translator = (await createTranslators([]))("en-US");
    for (const [guildId, members] of Map.groupBy(people, (person) => person.guildId))
      for (let n = 0; n < requestsPerGuild; n++) {
        const userId = members[n % members.length]?.personId ?? "";
        const settings = { ...unsetSettings(guildId), openRequestsPerPerson: Number.MAX_SAFE_INTEGER, submissionsPerMinute: Number.MAX_SAFE_INTEGER };
        const call: Call = { guildId, userId, isDirect: false, channelId: guildId, rights: { isOfficer: false, isCore: false, isMember: true, professions: [] }, settings, delays: { confirmationMs: 0, characterConfirmationMs: 0 }, translator, now: systemClock.now() };
        const made = await service.submit(call, submissionOf(n));
        if (!made.ok) throw new Error(`a guild could not be prepared: ${JSON.stringify(made.error)}`);
      }
  } finally {
    await store.close();
  }
}

function submissionOf(n: number): Submission {
  const recipe = RECIPES[n % RECIPES.length] ?? RECIPES[0];
  return { ...recipe, draftId: `before ${n}`, characterId: "before", characterName: "Alrik", itemNames: {}, quantity: 1 + (n % 3), materialsSource: "all", materials: [], note: `there before ${n}`, neededBy: null, basketId: null };
}
