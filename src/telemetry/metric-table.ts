import { counter, distribution, gauge, type Counter, type Distribution, type Gauge } from "./metric.ts";

const WHO = ["flow", "surface", "cohort"] as const;
const ROUTE = ["route", ...WHO] as const;

/** Everything that is measured, once. docs/metrics.md is made of it. */
export const METRICS = {
  interactionOwn: distribution("guildsmith_interaction_own_seconds", "seconds", "work", WHO, "Bot's own time: from the gateway's event until the first REST call for it leaves."),
  interactionAcknowledged: distribution("guildsmith_interaction_acknowledged_seconds", "seconds", "waits", ROUTE, "From the gateway's event until Discord has taken the first answer; Discord allows 3 s."),
  interactionShown: distribution("guildsmith_interaction_shown_seconds", "seconds", "waits", ROUTE, "From the gateway's event until the last change that the person sees is made."),
  interactions: counter("guildsmith_interactions_total", ["route", "flow", "surface", "cohort", "outcome"], "Interactions by how they ended: answered, refused, failed, or undelivered when Discord did not take the answer."),
  autocomplete: distribution("guildsmith_autocomplete_seconds", "seconds", "waits", ["route", "outcome"], "From the gateway's event until Discord has taken the choices."),
  lateInteractions: counter("guildsmith_late_interactions_total", [], "Interactions that came while the desk was not open yet, and were too old to be answered then."),

  flowWait: distribution("guildsmith_flow_wait_seconds", "seconds", "waits", [...WHO, "outcome"], "How long a person waited for the bot in one flow, all steps together; outcome: completed, or left."),
  flowSteps: distribution("guildsmith_flow_steps", "count", "few", [...WHO, "outcome"], "Interactions in one flow, autocomplete apart."),
  flowCalls: distribution("guildsmith_flow_calls", "count", "few", [...WHO, "outcome"], "REST calls for one flow, the outbox's apart."),
  visit: distribution("guildsmith_visit_seconds", "seconds", "visits", ["surface", "cohort"], "From a person's first interaction to the last answer before five quiet minutes."),
  confirmationShown: distribution("guildsmith_confirmation_shown_seconds", "seconds", "waits", ["stay"], "How long a flow's message stood from its last change until it was swept; stay: what kind of message."),

  restCall: distribution("guildsmith_rest_call_seconds", "seconds", "waits", ["method", "route", "status"], "Time of one REST call, waiting for limits apart; status: its hundred, or none where no answer came."),
  restWait: counter("guildsmith_rest_waits_total", ["method", "route", "scope"], "Calls that waited for a limit before they were sent; scope: bucket or global."),
  restRemaining: gauge("guildsmith_rest_bucket_remaining", ["route", "bucket"], "What Discord last said is left of a bucket."),
  restLimit: gauge("guildsmith_rest_bucket_limit", ["route", "bucket"], "What Discord last said a bucket holds."),
  rateLimited: counter("guildsmith_rest_rate_limited_total", ["route", "scope"], "429 answers; scope: user, global or shared, as Discord names it."),
  invalidRequests: counter("guildsmith_rest_invalid_total", ["status"], "Answers 401, 403 and 429 (without shared ones): Discord bans an address after 10,000 in 10 minutes."),
  invalidInWindow: gauge("guildsmith_rest_invalid_last_10_minutes", [], "The same in the past 10 minutes."),

  databaseOperation: distribution("guildsmith_database_operation_seconds", "seconds", "work", ["operation"], "One statement, by what it does to which table."),
  databaseTransaction: distribution("guildsmith_database_transaction_seconds", "seconds", "work", ["outcome"], "One transaction, from when it is asked for until it is durable; outcome: committed, or undone."),

  cacheReads: counter("guildsmith_cache_reads_total", ["cache", "result"], "Questions to a cache: hit or miss."),
  cacheInvalidations: counter("guildsmith_cache_invalidations_total", ["cache"], "Times that something kept was dropped because it changed."),
  cacheEntries: gauge("guildsmith_cache_entries", ["cache"], "What a cache holds."),
  permissionCheck: distribution("guildsmith_permission_check_seconds", "seconds", "work", ["source", "outcome"], "Finding out what a person may do; source: payload, cache or fetch; outcome: found, absent or failed."),
  directoryMembers: gauge("guildsmith_directory_members", [], "Members that are kept in memory."),
  directoryGuilds: gauge("guildsmith_directory_guilds", ["state"], "Guilds by whether their members are kept: loaded, loading, or on-demand."),
  directoryLoad: distribution("guildsmith_directory_load_seconds", "seconds", "waits", [], "How long it took to load one guild's members."),

  outboxLag: distribution("guildsmith_outbox_lag_seconds", "seconds", "waits", ["topic"], "From when a message was due until Discord had it."),
  outboxDeliveries: counter("guildsmith_outbox_attempts_total", ["topic", "outcome"], "Attempts to send: arrived, nothing-to-tell, refused or failed."),
  outboxWaiting: gauge("guildsmith_outbox_waiting", [], "Messages that are due and not sent yet."),
  outboxOldest: gauge("guildsmith_outbox_oldest_seconds", [], "How long the oldest of them has been due."),
  editSkipped: counter("guildsmith_edits_skipped_total", ["topic"], "Edits that would have shown the same again, and were not sent."),
  swept: counter("guildsmith_swept_messages_total", ["way"], "Messages that clean-up removed: single, bulk or channel."),
  openRequests: gauge("guildsmith_open_requests", ["state"], "Requests that are not at their end, in all guilds."),

  startupPhase: gauge("guildsmith_startup_phase_seconds", ["phase"], "How long each phase of the last start took; phase total: all of them together."),
  eventLoopDelay: distribution("guildsmith_event_loop_delay_seconds", "seconds", "work", [], "How late the event loop was, sampled every 10 ms."),
  memory: distribution("guildsmith_resident_memory_bytes", "bytes", "memory", [], "Resident memory, sampled every 10 seconds."),
  windowsWritten: counter("guildsmith_windows_written_total", ["outcome"], "Minute windows that were written to the database, or lost because it could not be reached."),
} as const;

type Table = typeof METRICS;
export type MetricKey = keyof Table;
type KeysOf<Kind> = { [K in MetricKey]: Table[K] extends Kind ? K : never }[MetricKey];
export type DistributionKey = KeysOf<Distribution>;
export type CounterKey = KeysOf<Counter>;
export type GaugeKey = KeysOf<Gauge>;

/** A value for each label of a metric. */
export type LabelsOf<K extends MetricKey> = Readonly<Record<Table[K]["labels"][number], string>>;

// Object.keys gives strings; the object is closed and has no others.
export const METRIC_KEYS = Object.keys(METRICS).filter((key): key is MetricKey => Object.hasOwn(METRICS, key));
