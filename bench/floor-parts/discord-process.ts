/** Discord, and people who all submit a request in the same instant. Forked with its plan as the one argument. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { OBSERVED_LIMITS, startSandbox } from "../../sandbox/index.ts";
import { chance } from "../../test/kill/random.ts";
import { Outcomes } from "../load/people/outcomes.ts";
import { VirtualPerson } from "../load/people/virtual-person.ts";
import { placesFor } from "../load/world/places.ts";
import { fieldsOf } from "../../sandbox/driver.ts";
import type { FloorPlan, FloorReady, FloorReport } from "./messages.ts";

/** A bot that has called nothing for so long has done what it does at its start. */
const QUIET_MS = 2_500;
/** How much longer than the median every twentieth delay is at least. */
const TAIL = 1.6;

/** As a suggestion that was chosen: Discord sends its value. */
const ITEM = "spell-20034";
const plan = JSON.parse(process.argv[2] ?? "{}") as FloorPlan;
const { world: file, guilds, people } = placesFor({ guilds: 1, people: plan.people, crafters: 0 });
const weather = chance(plan.seed);
const late = (medianMs: number) => ({ kind: "lognormal", medianMs, p95Ms: medianMs * TAIL }) as const;
const sandbox = await startSandbox({ world: file, limits: OBSERVED_LIMITS, sessionStarts: { everyMs: 0 }, faults: { restLatency: late(plan.restMs), gatewayLatency: late(plan.gatewayMs) }, random: () => weather.next() });
const { world, traffic, applicationId } = sandbox;
let lastCallAt = performance.now();
traffic.subscribe(({ kind }) => {
  if (kind === "rest") lastCallAt = performance.now();
});
const ready: FloorReady = { type: "ready", token: sandbox.token, apiUrl: sandbox.apiUrl, guilds };
process.send?.(ready);

const application = world.application(applicationId);
while (!application.isOnline || !application.commands.values().some(({ name }) => name === "request") || performance.now() - lastCallAt < QUIET_MS) await sleep(50);
const outcomes = new Outcomes(world);
const desk = guilds[0]?.channels.desk ?? "";
const crowd = people.map(({ personId, guildId }) => new VirtualPerson(world, outcomes, applicationId, { personId, guildId, channelId: desk }));
await Promise.all(crowd.map(submit));
const waited: (number | null)[] = [];
for (let time = 0; time < plan.times; time += 1) waited.push(...(await Promise.all(crowd.map(submit))));
const report: FloorReport = { type: "report", waitedMs: waited.filter((ms) => ms !== null), missed: waited.filter((ms) => ms === null).length };
process.send?.(report);
await once(process, "disconnect");
process.exit();

/** Gives how long the person waited in all; null when an answer was missed. */
async function submit(person: VirtualPerson): Promise<number | null> {
  const asked = await person.act({ kind: "command", name: "request", options: { item: ITEM, quantity: 1 } });
  if (asked?.state !== "answered" || !asked.form) return null;
  const { form } = asked;
  const required = fieldsOf(form.modal).filter(({ component }) => "required" in component && component.required);
  const fields = Object.fromEntries(required.map(({ component }) => [component.custom_id, "Hero"]));
  const sent = await person.act({ kind: "submit", form, fields });
  return sent?.state === "answered" ? asked.shownMs + sent.shownMs : null;
}
