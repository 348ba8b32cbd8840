import type { Chart } from "../../charts/chart.ts";
import type { Call, OptionValues, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { type Profession, professionTitle } from "../recipes/recipe.ts";
import { barsOf, daysOf, type Of, OF, type Period, PERIODS } from "./periods.ts";
import type { StatisticsReads } from "./statistics-port.ts";
import { type Figures, statsView } from "./stats-view.ts";
import { type Say, statisticsTexts } from "./texts.ts";

export interface StatsDeps {
  readonly reads: StatisticsReads;
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
  /** The chart as a PNG; null when it could not be drawn. */
  readonly draw: (chart: Chart) => Promise<Uint8Array | null>;
}

const RANKS = 10;

/** `/stats`. */
export function statsHandlers(deps: StatsDeps) {
  async function show(call: Call, kind: "show" | "update", of: Of, period: Period): Promise<Reply> {
    const say = call.translator.in(statisticsTexts);
    const figures = await figuresOf(deps, call, say, of, period);
    return { kind, view: statsView(say, period, figures, await deps.draw(figures.chart)) };
  }
  return {
    open: (call: Call, options: OptionValues): Promise<Reply> => show(call, "show", OF.find((one) => one === options["of"]) ?? "me", PERIODS.find((one) => one === options["period"]) ?? "month"),
    turnTo: (call: Call, of: Of, period: Period): Promise<Reply> => show(call, "update", of, period),
  };
}

async function figuresOf({ reads, books }: StatsDeps, call: Call, say: Say, of: Of, period: Period): Promise<Figures> {
  const { guildId, userId, settings, now } = call;
  const { from, to } = daysOf(period, now);
  const title = say(`chart.${of}`, { period: say(`period.${period}`) });
  if (of === "leaderboard") {
    const [ranked, own] = await Promise.all([reads.rankCrafters(guildId, from, to, RANKS), reads.sumOf(guildId, userId, from, to)]);
    const chart: Chart = { title, isRanking: true, labels: ranked.map((_, index) => `${index + 1}.`), series: [{ name: say("chart.items"), values: ranked.map(({ items }) => items) }] };
    return { of, ranked, own, userId, chart };
  }
  const days = await (of === "me" ? reads.listDaysOf(guildId, userId, from, to) : reads.listDays(guildId, from, to));
  const bars = barsOf(period, now, days.map(({ day }) => day));
  const inBar = (bar: string, value: (one: (typeof days)[number]) => number): number => days.filter(({ day }) => day.startsWith(bar)).reduce((sum, one) => sum + value(one), 0);
  const chart: Chart = {
    title,
    labels: bars.map((bar) => barName(bar, call.translator.locale)),
    series: [
      { name: say("chart.requested"), values: bars.map((bar) => inBar(bar, ({ submitted }) => submitted)) },
      { name: say("chart.completed"), values: bars.map((bar) => inBar(bar, ({ completed }) => completed)) },
    ],
  };
  if (of === "me") return { of, deeds: await reads.sumOf(guildId, userId, from, to), chart };
  const titles = books(settings).professions();
  const professions = [...(await reads.sumByProfession(guildId, from, to))].map(([id, counts]) => ({ name: professionTitle(titles, id), counts }));
  return { of, professions, chart };
}

/** A day or a month as the person's language writes it. */
const barName = (bar: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, bar.length > 7 ? { day: "numeric", month: "short", timeZone: "UTC" } : { month: "short", year: "2-digit", timeZone: "UTC" }).format(new Date(bar.length > 7 ? bar : `${bar}-01`));
