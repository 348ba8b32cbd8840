import type { Outcome as InteractionOutcome } from "../../src/discord/measures/interaction-measures.ts";
import type { Stay } from "../../src/features/contract.ts";
import type { OptionValues } from "../../src/features/guild-settings/options.ts";
import type { ProfileName } from "../../src/features/guild-settings/profiles.ts";
import { ACTIVE_STATES } from "../../src/features/requests/request.ts";
import type { Outcome as SendingOutcome } from "../../src/outbox/attempt.ts";
import type { LabelsOf, MetricKey } from "../../src/telemetry/metric-table.ts";

/** What a label may be: one of a closed list, or, where new ones come with new features, what they are. */
export type LabelValues = readonly string[] | { readonly are: string };

/** Lists what a type allows: one that is missing here does not compile. */
const all = <T extends string>(values: Readonly<Record<T, true>>): readonly string[] => Object.keys(values);

/** What the guild has set: a reply for one person alone there is counted under it too. Where an interaction came to no room, nobody knows whose settings hold. */
const NO_ROOM = "";

const flow = { are: "what somebody is about, as the rooms name it in their `feature.ts`: `request`, `status`, `manage`, `characters` …; `unknown` where no room offers what was pressed" };
const surface = [...all<OptionValues["surface"]>({ ephemeral: true, dm: true, channel: true }), NO_ROOM];
const cohort = [...all<ProfileName | "custom">({ recommended: true, planned: true, baseline: true, custom: true }), NO_ROOM];
const WHO = { flow, surface, cohort };
const interactionRoute = { are: "a command (`/request`), or what a button's, select's or form's custom id begins with; `unknown` where no room offers it" };
const ROUTE = { route: interactionRoute, ...WHO };
const FLOW = { ...WHO, outcome: ["completed", "left"] };
const outcome = all<InteractionOutcome>({ answered: true, refused: true, failed: true, undelivered: true });
const method = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const restRoute = { are: "the address without anybody's ids and tokens: `/channels/:id/messages`" };
const methodAndRoute = { are: "method and address without anybody's ids and tokens: `POST /channels/:id/messages`" };
const bucket = { are: "Discord's name of the bucket, a hash. One that each channel has of its own counts as one here: what was said last" };
const topic = { are: "what kind of message it is, as the rooms name it in their `*-topic.ts`" };
const cache = { are: "what is kept, `lists` for all lists together" };

/** For every metric and each of its labels. */
export const LABEL_VALUES: { readonly [K in MetricKey]: Readonly<Record<keyof LabelsOf<K>, LabelValues>> } = {
  interactionOwn: WHO,
  interactionAcknowledged: ROUTE,
  interactionShown: ROUTE,
  interactions: { ...ROUTE, outcome },
  autocomplete: { route: interactionRoute, outcome },
  lateInteractions: {},
  flowWait: FLOW,
  flowSteps: FLOW,
  flowCalls: FLOW,
  visit: { surface, cohort },
  confirmationShown: { stay: all<Stay>({ menu: true, submenu: true, form: true, completion: true, confirmation: true, characterConfirmation: true }) },
  restCall: { method, route: restRoute, status: ["1xx", "2xx", "3xx", "4xx", "5xx", "none"] },
  restWait: { method, route: restRoute, scope: ["bucket", "global"] },
  restRemaining: { route: methodAndRoute, bucket },
  restLimit: { route: methodAndRoute, bucket },
  rateLimited: { route: methodAndRoute, scope: ["user", "global", "shared"] },
  invalidRequests: { status: ["401", "403", "429"] },
  invalidInWindow: {},
  databaseOperation: { operation: { are: "`select`, `insert`, `update` or `delete` and the table, such as `select requests`; `transaction control`; `other`" } },
  databaseTransaction: { outcome: ["committed", "undone"] },
  cacheReads: { cache, result: ["hit", "miss"] },
  cacheInvalidations: { cache },
  cacheEntries: { cache },
  permissionCheck: { source: ["payload", "cache", "fetch"], outcome: ["found", "absent", "failed"] },
  directoryMembers: {},
  directoryGuilds: { state: ["loaded", "loading", "on-demand"] },
  directoryLoad: {},
  outboxLag: { topic },
  outboxDeliveries: { topic, outcome: all<SendingOutcome["kind"]>({ arrived: true, "nothing-to-tell": true, refused: true, failed: true }) },
  outboxWaiting: {},
  outboxOldest: {},
  editSkipped: { topic },
  swept: { way: ["single", "bulk", "channel"] },
  openRequests: { state: ACTIVE_STATES },
  startupPhase: { phase: { are: "`packs`, `store`, `discord`, `migrations`, `languages` …; `total` is all of it, what lies between them included" } },
  eventLoopDelay: {},
  memory: {},
  windowsWritten: { outcome: ["written", "lost"] },
};
