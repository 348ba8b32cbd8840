import type { DatabaseAddress } from "../../../src/database/open.ts";
import { checkActions, checkNumbers, checkStatistics, checkSubmissions, checkTrail } from "../../../test/kill/check-store.ts";
import { type Facts, readFacts } from "../../../test/kill/facts.ts";
import { Ledger } from "../../../test/kill/ledger.ts";
import type { Told } from "../processes/messages.ts";

/** What people were told, held against the store. */
export interface Check {
  /** How many requests and actions people were told of, and how many requests the store has. */
  readonly submissions: number;
  readonly actions: number;
  readonly stored: number;
  /** What is lost, doubled or otherwise not as it was told, in sentences. */
  readonly faults: readonly string[];
}

/** Reads the store of a bot that has ended. */
export async function checkStore(address: DatabaseAddress, told: Told): Promise<Check> {
  const checks: Check[] = [];
  for (const [guildId, { submissions, actions, versionsShown }] of Object.entries(told)) {
    const facts = await readFacts(address, guildId);
    const ledger = new Ledger();
    ledger.submissions.push(...submissions);
    ledger.actions.push(...actions);
    for (const [id, version] of versionsShown) ledger.versionsShown.set(id, version);
    checks.push({ submissions: submissions.length, actions: actions.length, stored: facts.requests.length, faults: faultsOf(facts, ledger).map((fault) => `guild ${guildId}: ${fault}`) });
  }
  const sum = (count: (check: Check) => number): number => checks.reduce((total, check) => total + count(check), 0);
  return { submissions: sum((check) => check.submissions), actions: sum((check) => check.actions), stored: sum((check) => check.stored), faults: checks.flatMap(({ faults }) => faults) };
}

/** All that is not as people were told, or not told alike by request, trail and statistics. */
export const faultsOf = (facts: Facts, ledger: Ledger): readonly string[] => [
  ...checkSubmissions(facts, ledger),
  ...checkNumbers(facts, ledger),
  ...checkTrail(facts),
  ...checkClaims(facts),
  ...checkActions(facts, ledger),
  ...checkStatistics(facts),
  ...facts.deadLetters,
];

/** Of any number of people who claim one request, one gets it: nobody else does before it is open again. */
function checkClaims({ requests, trail }: Facts): readonly string[] {
  return requests.flatMap(({ id, number }) =>
    (trail.get(id) ?? []).flatMap((row) => (row.action === "claim" && row.from_state !== "open" ? [`#${number}: ${row.actor_id} claimed it in its version ${row.request_version}, when it was ${row.from_state}`] : [])),
  );
}
