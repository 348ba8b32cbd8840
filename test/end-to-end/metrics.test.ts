import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LABEL_VALUES, type LabelValues } from "../../packaging/metrics/label-values.ts";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { METRIC_KEYS, METRICS } from "../../src/telemetry/metric-table.ts";
import { freePort } from "../free-port.ts";
import { documented } from "../metrics/documented.ts";
import { type Family, readExposition } from "../metrics/exposition.ts";
import { card, DESK, request, said } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";
import { gone, MINUTE, received } from "./surfaces/seen.ts";

const TOKEN = "a-word-of-enough-letters";

/** What stands behind a histogram's labels, besides them. */
const BUCKET = "le";

const labelsOf = (family: Family): readonly string[] => [...new Set(family.samples.flatMap(({ labels }) => Object.keys(labels)))].filter((label) => label !== BUCKET || family.type !== "histogram");

describe("what a running bot exports", () => {
  let desk: OpenDesk;
  let families: ReadonlyMap<string, Family>;
  beforeAll(async () => {
    const port = await freePort();
    desk = await openDesk("sqlite", { ...SETTINGS, surface: "dm" }, {}, { metrics: { host: "127.0.0.1", port, token: TOKEN, isChosen: true } });
    await live(await desk.person("eva"), await desk.person("sylra"));
    families = readExposition(await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text());
  });
  afterAll(() => desk.close());

  /** A request, from asking for it to its handover, in direct messages, where what it leaves is swept. */
  async function live(eva: Driver, sylra: Driver): Promise<void> {
    await request(eva, "crusader", 2);
    await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim");
    const details = received(sylra).at(-1);
    if (!details) throw new Error("no details");
    await sylra.press(details, "Complete all 2");
    const ready = await eva.waitForDirectMessage((message) => textOf(message).includes("Your craft is ready"));
    expect(said(await eva.press(ready, "Received"))).toContain("Handed over");
    await sylra.command({ channelId: DESK, name: "requests" });
    await sylra.command({ channelId: DESK, name: "requests" });
    desk.clock.advance(6 * MINUTE);
    await gone(sylra, details);
  }

  const own = (): readonly Family[] => [...families.values()].filter(({ name }) => name.startsWith("guildsmith_"));

  it("is the metric table, name for name", () => {
    expect(own().map(({ name }) => name).toSorted()).toEqual(Object.values(METRICS).map(({ name }) => name).toSorted());
  });

  it("is what docs/metrics.md says, kinds and labels included", () => {
    const pages = new Map(documented().map((one) => [one.name, one]));
    for (const family of families.values()) {
      const page = pages.get(family.name);
      expect([family.name, page?.kind]).toEqual([family.name, family.type]);
      for (const { labels } of family.samples.filter(({ name }) => family.type !== "histogram" || !name.endsWith("_bucket"))) expect([family.name, Object.keys(labels).toSorted()]).toEqual([family.name, page?.labels.toSorted()]);
    }
    const missing = [...pages.keys()].filter((name) => !families.has(name));
    expect(process.platform === "linux" ? missing : missing.filter((name) => !name.startsWith("process_"))).toEqual([]);
  });

  it("has been measured where people were", () => {
    const silent = own().filter(({ samples }) => samples.every(({ value }) => value === 0)).map(({ name }) => name);
    for (const name of ["interaction_own_seconds", "interaction_acknowledged_seconds", "interaction_shown_seconds", "interactions_total", "autocomplete_seconds", "flow_wait_seconds", "flow_steps", "flow_calls", "rest_call_seconds", "rest_bucket_limit", "database_operation_seconds", "database_transaction_seconds", "cache_reads_total", "outbox_lag_seconds", "outbox_attempts_total", "swept_messages_total", "startup_phase_seconds"])
      expect(silent).not.toContain(`guildsmith_${name}`);
  });

  it("has no labels but those of the table, and of closed ones no values but those that docs/metrics.md lists", () => {
    for (const key of METRIC_KEYS) {
      const family = families.get(METRICS[key].name);
      const lists: Readonly<Record<string, LabelValues>> = LABEL_VALUES[key];
      for (const label of family ? labelsOf(family) : []) {
        const values = lists[label];
        expect([key, label, values === undefined]).toEqual([key, label, false]);
        if (!Array.isArray(values)) continue;
        const unknown = family?.samples.flatMap(({ labels }) => (labels[label] === undefined || values.includes(labels[label]) ? [] : [labels[label]]));
        expect([key, label, unknown]).toEqual([key, label, []]);
      }
    }
  });

  it("names nobody and nothing of theirs", () => {
    const values = [...families.values()].flatMap(({ samples }) => samples.flatMap(({ labels }) => Object.values(labels)));
    const { people, guilds } = desk.sandbox.world;
    const theirs = [...people.flatMap(({ username, displayName }) => [username, displayName]), ...[...guilds.values()].flatMap(({ name }) => [name]), TOKEN, desk.sandbox.token, "Crusader"];
    expect(values.filter((value) => /\d{15,}/.test(value))).toEqual([]);
    expect(theirs.filter((one) => values.some((value) => value.includes(one)))).toEqual([]);
  });
});
