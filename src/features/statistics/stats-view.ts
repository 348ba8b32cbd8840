import type { Chart } from "../../charts/chart.ts";
import type { View, ViewFile } from "../contract.ts";
import { person } from "../phrases.ts";
import { button, container, COLOURS, picture, row, shorten, text } from "../view-kit.ts";
import { statsButton } from "./custom-ids.ts";
import { OF, type Period, PERIODS } from "./periods.ts";
import type { Counts, Deeds, Ranked } from "./statistics-port.ts";
import type { Say } from "./texts.ts";

/** What one page of `/stats` is drawn from. */
export type Figures =
  | { readonly of: "me"; readonly deeds: Deeds; readonly chart: Chart }
  | { readonly of: "guild"; readonly professions: readonly { readonly name: string; readonly counts: Counts }[]; readonly chart: Chart }
  | { readonly of: "leaderboard"; readonly ranked: readonly Ranked[]; readonly own: Deeds; readonly userId: string; readonly chart: Chart };

const PICTURE = "statistics.png";
const PROFESSIONS_SHOWN = 12;
const DESCRIPTION_LIMIT = 1_024;

/** Figures in words, and the same as a chart; `drawn` null where it could not be drawn. */
export function statsView(say: Say, period: Period, figures: Figures, drawn: Uint8Array | null): View {
  const { of, chart } = figures;
  const lines = linesOf(say, figures);
  const isEmpty = lines.length === 0;
  const about = aboutOf(say, chart);
  const file: ViewFile[] = drawn && !isEmpty ? [{ name: PICTURE, contentType: "image/png", data: drawn, description: about }] : [];
  return {
    components: [
      container(
        COLOURS.neutral,
        text([say(`heading.${of}`, { period: say(`period.${period}`) }), ...(isEmpty ? [say("nothing")] : lines)].join("\n")),
        ...(file.length > 0 ? [picture(PICTURE, about)] : []),
        ...(drawn === null && !isEmpty ? [text(say("noPicture"))] : []),
        row(...OF.map((one) => button(one === of ? "primary" : "secondary", say(`of.${one}`), statsButton.encode({ of: one, period, as: "of" })))),
        row(...PERIODS.map((one) => button(one === period ? "primary" : "secondary", say(`period.${one}`), statsButton.encode({ of, period: one, as: "period" })))),
      ),
    ],
    files: file,
  };
}

function linesOf(say: Say, figures: Figures): readonly string[] {
  switch (figures.of) {
    case "me": {
      const { submitted, completed, items } = figures.deeds;
      return submitted + completed + items === 0 ? [] : [say("me.requested", { count: submitted }), say("me.crafted", { completed, items })];
    }
    case "guild":
      return guildLines(say, figures.professions);
    case "leaderboard": {
      const { ranked, own, userId } = figures;
      if (ranked.length === 0) return [];
      const isAmong = ranked.some((one) => one.userId === userId);
      return [
        ...ranked.map((one, index) => say("leaderboard.line", { rank: index + 1, person: person(one.userId), items: one.items, completed: one.completed })),
        ...(isAmong || own.items === 0 ? [] : [say("leaderboard.you", { items: own.items, completed: own.completed })]),
      ];
    }
  }
}

function guildLines(say: Say, professions: readonly { readonly name: string; readonly counts: Counts }[]): readonly string[] {
  const sum = (of: (counts: Counts) => number): number => professions.reduce((total, { counts }) => total + of(counts), 0);
  if (professions.length === 0) return [];
  const sorted = professions.toSorted((a, b) => b.counts.completed - a.counts.completed || b.counts.submitted - a.counts.submitted);
  const more = sorted.length - PROFESSIONS_SHOWN;
  return [
    say("guild.requested", { count: sum(({ submitted }) => submitted) }),
    say("guild.completed", { completed: sum(({ completed }) => completed), items: sum(({ items }) => items) }),
    say("guild.ended", { cancelled: sum(({ cancelled }) => cancelled), denied: sum(({ denied }) => denied) }),
    say("guild.professions"),
    ...sorted.slice(0, PROFESSIONS_SHOWN).map(({ name, counts }) => say("guild.profession", { profession: name, submitted: counts.submitted, completed: counts.completed })),
    ...(more > 0 ? [say("guild.more", { count: more })] : []),
  ];
}

/** The chart for who cannot see it: every bar that is not empty. */
function aboutOf(say: Say, { title, labels, series }: Chart): string {
  const figures = labels.flatMap((label, index) => {
    const values = series.flatMap(({ name, values: bars }) => ((bars[index] ?? 0) === 0 ? [] : [`${name} ${bars[index]}`]));
    return values.length === 0 ? [] : [say("chart.figures", { label, values: values.join(", ") })];
  });
  return shorten(say("chart.about", { title, figures: figures.join("; ") }), DESCRIPTION_LIMIT);
}
