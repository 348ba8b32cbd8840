/** What must be true of the store, as sentences about what is not. */
import type { CraftingRequest } from "../../src/features/requests/request.ts";
import { countsOf, NOTHING } from "../../src/features/statistics/counting.ts";
import type { Counts } from "../../src/features/statistics/statistics-port.ts";
import type { AuditRow, Facts } from "./facts.ts";
import type { Ledger, ToldAction, ToldSubmission } from "./ledger.ts";
import { replay } from "./replay.ts";

/** Whatever somebody was told of their request: it is there, once, as they were told. */
export function checkSubmissions({ requests }: Facts, { submissions }: Ledger): readonly string[] {
  const byNote = Map.groupBy(requests, ({ note }) => note);
  const doubled = byNote.values().filter((same) => same.length > 1).map((same) => `"${same[0]?.note}" was submitted once and is there ${same.length} times: ${same.map(({ number }) => `#${number}`).join(", ")}`);
  return [...doubled, ...submissions.flatMap((told) => checkSubmission(told, byNote.get(told.note) ?? []))];
}

function checkSubmission({ note, personId, number, requestId }: ToldSubmission, made: readonly CraftingRequest[]): readonly string[] {
  const what = `#${number} ("${note}", acknowledged to ${personId})`;
  const [request] = made;
  if (!request) return [`${what} is lost`];
  if (request.number !== number || request.id !== requestId) return [`${what} is stored as #${request.number} (${request.id}), and ${requestId} was told`];
  return request.requesterId === personId ? [] : [`${what} belongs to ${request.requesterId}`];
}

/** Numbers are given once and without gaps. */
export function checkNumbers({ requests, lastNumber }: Facts, { submissions }: Ledger): readonly string[] {
  const numbers = requests.map(({ number }) => number);
  const gaps = Array.from({ length: lastNumber }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  const toldTwice = Map.groupBy(submissions, ({ number }) => number).entries().filter(([, told]) => new Set(told.map(({ note }) => note)).size > 1);
  return [
    ...(new Set(numbers).size === numbers.length ? [] : ["a number is there twice"]),
    ...(Math.max(0, ...numbers) === lastNumber ? [] : [`the last number given is ${lastNumber}, but the highest is ${Math.max(0, ...numbers)}`]),
    ...gaps.map((number) => `there is no #${number}`),
    ...toldTwice.map(([number, told]) => `#${number} was told for ${told.map(({ note }) => `"${note}"`).join(" and ")}`),
  ];
}

/** Every version of a request has its one event, and they lead to how it is now. */
export function checkTrail({ requests, trail }: Facts): readonly string[] {
  const known = new Set(requests.map(({ id }) => id));
  const orphans = trail.keys().filter((id) => !known.has(id)).map((id) => `the trail tells of ${id}, which is not there`);
  return [...orphans, ...requests.flatMap((request) => checkOneTrail(request, trail.get(request.id) ?? []))];
}

function checkOneTrail(request: CraftingRequest, rows: readonly AuditRow[]): readonly string[] {
  const what = `#${request.number}`;
  const versions = rows.map((row) => row.request_version);
  const wanted = Array.from({ length: request.version }, (_, index) => index + 1);
  if (versions.join() !== wanted.join()) return [`${what} has version ${request.version}, and events for the versions ${versions.join(", ") || "none"}`];
  const events = replay(request, rows);
  const broken = rows.filter((row, index) => row.from_state !== (rows[index - 1]?.to_state ?? null));
  const end = events.at(-1)?.request;
  const differences = (["state", "completed", "crafterId", "reason"] as const).filter((field) => end?.[field] !== request[field]);
  return [
    ...broken.map((row) => `${what}: its version ${row.request_version} does not come from the state before it`),
    ...differences.map((field) => `${what}: its ${field} is ${request[field]}, and its events lead to ${end?.[field]}`),
    ...(request.completed > request.quantity ? [`${what}: ${request.completed} of ${request.quantity} are completed`] : []),
  ];
}

/** Whatever somebody was told was done is in the trail, as they were told. */
export function checkActions({ requests, trail }: Facts, { actions, versionsShown }: Ledger): readonly string[] {
  const found = (told: ToldAction): CraftingRequest | undefined => requests.find((one) => ("id" in told.request ? one.id === told.request.id : one.number === told.request.number));
  const rollbacks = versionsShown.entries().flatMap(([id, version]) => {
    const request = requests.find((one) => one.id === id);
    return (request?.version ?? 0) >= version ? [] : [`${id} was shown in version ${version}, and has version ${request?.version ?? "none"}`];
  });
  // Several of the same kind, by the same person, need as many events.
  const groups = Map.groupBy(actions, (told) => `${found(told)?.id} ${told.personId} ${told.action}`);
  const lost = groups.values().flatMap((group) => {
    const [told] = group;
    const request = told && found(told);
    if (!request) return [`${JSON.stringify(told)} was acknowledged for a request that is not there`];
    const events = (trail.get(request.id) ?? []).filter((row) => row.actor_id === told.personId && row.action === told.action);
    const who = `#${request.number}: ${told.action} by ${told.personId}`;
    const tooFew = events.length < group.length ? [`${who} was acknowledged ${group.length} times, and is in the trail ${events.length} times`] : [];
    return [...tooFew, ...group.flatMap((one) => (hasEvent(one, events) ? [] : [`${who} is not in the trail as acknowledged (pressed at version ${one.drawn}, then ${one.version}; count ${one.count}): ${one.words.split("\n", 1)[0]}`]))];
  });
  return [...rollbacks, ...lost];
}

/** What was pressed again without an answer to the first press must not have been done on top of it. */
const hasEvent = ({ drawn, version, count }: ToldAction, events: readonly AuditRow[]): boolean =>
  events.some((row) => (drawn === null || row.request_version === drawn + 1) && (version === null || row.request_version === version) && (count === null || row.details.count === count));

/** The statistics count what the trail tells. */
export function checkStatistics({ requests, trail, statistics }: Facts): readonly string[] {
  const expected = new Map<string, Counts>();
  for (const request of requests) {
    for (const event of replay(request, trail.get(request.id) ?? [])) {
      const sum = expected.get(request.profession) ?? NOTHING;
      const more = countsOf(event, 0)?.counts;
      if (more) expected.set(request.profession, mapCounts((key) => sum[key] + more[key]));
    }
  }
  return [...new Set([...expected.keys(), ...statistics.keys()])].flatMap((profession) => {
    const counted = JSON.stringify(mapCounts((key) => statistics.get(profession)?.[key] ?? 0));
    const told = JSON.stringify(expected.get(profession) ?? NOTHING);
    return counted === told ? [] : [`the statistics of ${profession} are ${counted}, and the trail tells of ${told}`];
  });
}

const mapCounts = (count: (key: keyof Counts) => number): Counts => ({
  submitted: count("submitted"),
  claimed: count("claimed"),
  released: count("released"),
  completed: count("completed"),
  items: count("items"),
  cancelled: count("cancelled"),
  denied: count("denied"),
});
