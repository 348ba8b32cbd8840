/** The process of Discord and its people. Started by discord-child.ts with its plan as the one argument. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { OBSERVED_LIMITS, startSandbox } from "../../../sandbox/index.ts";
import { isDirectMessage } from "../../../sandbox/world/channel.ts";
import { openDirectMessage } from "../../../sandbox/world/direct-messages.ts";
import { Ledger } from "../../../test/kill/ledger.ts";
import { chance } from "../../../test/kill/random.ts";
import { arrivalsAtOnce, arrivalsAtRate } from "../arrivals.ts";
import { FlowCalls } from "../measure/flow-calls.ts";
import { TrafficMeter } from "../measure/traffic-meter.ts";
import { crafterShare } from "../mix.ts";
import { type Member, sendPeople } from "../people/crowd.ts";
import { Outcomes } from "../people/outcomes.ts";
import { play } from "../people/play.ts";
import { SCRIPTS } from "../people/scripts/index.ts";
import { VirtualPerson } from "../people/virtual-person.ts";
import { placesFor } from "../world/places.ts";
import type { CrowdPlan, CrowdReport, FromDiscord, ToDiscord, Told } from "./messages.ts";

const ONLINE_WITHIN_MS = 120_000;
/** A bot that has called nothing for so long has done what it does at its start. */
const QUIET_MS = 2_500;
/** How long after the last arrival flows may take. */
const PATIENCE_MS = 60_000;
/** How much longer than the median every twentieth delay is at least. */
const TAIL = 1.6;

const plan = JSON.parse(process.argv[2] ?? "{}") as CrowdPlan;
const say = (message: FromDiscord): void => void process.send?.(message);
const told = { go: Promise.withResolvers<void>(), come: Promise.withResolvers<void>(), report: Promise.withResolvers<void>(), close: Promise.withResolvers<void>() };
process.on("message", ({ type }: ToDiscord) => told[type].resolve());
process.on("disconnect", () => process.exit());

const { world: file, guilds, people } = placesFor({ guilds: plan.guilds, people: plan.people, crafters: crafterShare(plan.mix) });
const late = (medianMs: number) => (medianMs === 0 ? null : ({ kind: "lognormal", medianMs, p95Ms: medianMs * TAIL } as const));
const weather = chance(`${plan.seed}/weather`);
const sandbox = await startSandbox({
  world: file,
  limits: OBSERVED_LIMITS,
  sessionStarts: { everyMs: 0 },
  faults: { restLatency: late(plan.restMs), gatewayLatency: late(plan.gatewayMs) },
  random: () => weather.next(),
});
const { world, traffic, applicationId } = sandbox;
const calls = new FlowCalls();
const meter = new TrafficMeter();
let lastCallAt = performance.now();
traffic.subscribe((entry) => {
  if (entry.kind === "rest") lastCallAt = performance.now();
  calls.hear(entry);
  meter.hear(entry);
});
world.events.subscribe((event) => {
  if (event.type === "interaction-created") calls.began(event.interaction.id, event.interaction.personId);
  if (event.type === "direct-message-opened" && isDirectMessage(event.channel)) for (const { id } of event.channel.recipients ?? []) if (id !== applicationId) calls.owns(id, event.channel.id);
});

const known = people.map((person) => ({ ...person, directChannelId: plan.areStrangers ? null : openDirectMessage(world, person.personId, applicationId).id }));
for (const { personId, directChannelId } of known) if (directChannelId !== null) calls.owns(personId, directChannelId);
say({ type: "ready", token: sandbox.token, apiUrl: sandbox.apiUrl, guilds, people: known });
await told.go.promise;
try {
  await online();
  await quiet();
  say({ type: "started" });
  // Whoever only wanted a Discord for a bot closes it before anybody comes.
  await Promise.race([told.come.promise, told.close.promise.then(() => process.exit())]);
  say(await run());
} catch (cause) {
  say({ type: "failed", message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
}
await told.close.promise;
await sandbox.close();
process.exit();

async function run(): Promise<CrowdReport> {
  const dice = chance(plan.seed);
  const arrivals = plan.rate === null ? arrivalsAtOnce(plan.people, plan.mix, dice) : arrivalsAtRate({ rate: plan.rate, seconds: plan.seconds, mix: plan.mix }, dice);
  const ledgers = new Map(guilds.map(({ guildId }) => [guildId, new Ledger()]));
  const outcomes = new Outcomes(world);
  const channelOf = new Map(guilds.map(({ guildId, channels }) => [guildId, channels.desk]));
  let ended = 0;
  let notes = 0;
  const members = people.map(({ personId, guildId, isCrafter }): Member => {
    const person = new VirtualPerson(world, outcomes, applicationId, { personId, guildId, channelId: channelOf.get(guildId) ?? "" });
    const own = chance(`${plan.seed}/${personId}`);
    const ledger = ledgers.get(guildId) ?? new Ledger();
    return {
      isCrafter,
      async go(flow, index) {
        calls.isAt(personId, index);
        const script = SCRIPTS[flow]({ personId, guildId, chance: own, ledger, newNote: () => `note ${++notes}` });
        const played = await play(script, { act: (action) => person.act(action), think: () => sleep(thinkMs(own.next(), own.next())) });
        calls.isAt(personId, null);
        ended += 1;
        return played;
      },
    };
  });

  const loop = monitorEventLoopDelay({ resolution: 5 });
  const ticker = setInterval(() => say({ type: "progress", ended, all: arrivals.length }), 1_000);
  meter.restart();
  loop.enable();
  const from = performance.now();
  const flows = await sendPeople(members, arrivals, PATIENCE_MS, (below) => dice.between(0, below - 1));
  const endedAt = performance.now();
  loop.disable();
  clearInterval(ticker);
  say({ type: "ended" });
  await told.report.promise;
  return {
    type: "report",
    flows: flows.map((flow, index) => ({ ...flow, calls: calls.of(index) })),
    traffic: meter.report(),
    tookMs: endedAt - from,
    told: toldIn(ledgers),
    ownLoopDelayP99Ms: loop.percentile(99) / 1e6,
  };
}

/** Lognormal, as pauses of people are: every twentieth is more than three times as long as the median. */
function thinkMs(one: number, two: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * two);
  return plan.thinkSeconds * 1_000 * Math.exp(0.7 * normal);
}

function toldIn(ledgers: ReadonlyMap<string, Ledger>): Told {
  return Object.fromEntries([...ledgers].map(([guildId, { submissions, actions, versionsShown }]) => [guildId, { submissions, actions, versionsShown: [...versionsShown] }]));
}

async function online(): Promise<void> {
  const application = world.application(applicationId);
  for (const until = performance.now() + ONLINE_WITHIN_MS; performance.now() < until; await sleep(50))
    if (application.isOnline && application.commands.values().some(({ name }) => name === "request")) return;
  throw new Error("the bot did not come online");
}

/** Waits until the bot has done what it does at its start. */
async function quiet(): Promise<void> {
  while (performance.now() - lastCallAt < QUIET_MS) await sleep(50);
}
