import { describe, expect, it } from "vitest";
import type { Chart } from "../../charts/chart.ts";
import { calls } from "../../testing/call.ts";
import { drive } from "../../testing/drive.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { NOTHING } from "./counting.ts";
import { statisticsFeature } from "./feature.ts";
import { barsOf, daysOf } from "./periods.ts";
import type { StatisticsReads } from "./statistics-port.ts";
import { statisticsTexts } from "./texts.ts";

const as = await calls(statisticsTexts);
const NOW = Date.parse("2026-11-25T10:00:00Z");
const ada = as("1001", { now: NOW });
const days = [{ day: "2026-11-24", submitted: 3, completed: 1 }, { day: "2026-11-25", submitted: 2, completed: 2 }];

function room(given: Partial<StatisticsReads> = {}, draw: (chart: Chart) => Promise<Uint8Array | null> = () => Promise.resolve(new Uint8Array([1]))) {
  const reads: StatisticsReads = {
    sumByProfession: () => Promise.resolve(new Map([["tailoring", { ...NOTHING, submitted: 4, completed: 2, items: 9, denied: 1 }], ["gone", { ...NOTHING, submitted: 1 }]])),
    sumOf: () => Promise.resolve({ submitted: 5, completed: 3, items: 12 }),
    rankCrafters: () => Promise.resolve([{ userId: "7", submitted: 0, completed: 4, items: 20 }, { userId: "8", submitted: 0, completed: 2, items: 6 }]),
    listDays: () => Promise.resolve(days),
    listDaysOf: () => Promise.resolve(days),
    ...given,
  };
  return drive(statisticsFeature({ newId: () => "id", reads, books: () => ({ professions: () => [{ id: "tailoring", name: "Tailoring", icon: "🧵" }] }), draw }));
}
const filesOf = (reply: Reply | null) => (reply !== null && "view" in reply ? (reply.view.files ?? []) : []);

describe("/stats", () => {
  it("tells one's own figures in words, and the same as a picture with words for who cannot see it", async () => {
    const shown = await room().run(ada, "stats", { period: "week" });
    expect(limitProblems(shown)).toEqual([]);
    expect(textOf(shown)).toContain("### 📊 You · 7 days\n**Asked for** · 5\n**Completed for others and yourself** · 3, with 12 pieces");
    expect(filesOf(shown)).toMatchObject([{ name: "statistics.png", contentType: "image/png", description: "Bar chart: You, 7 days. Nov 24: Asked for 3, Completed 1; Nov 25: Asked for 2, Completed 2." }]);
  });

  it("turns to the guild, by profession, and to the ranking", async () => {
    const desk = room();
    const guild = await desk.press(ada, buttonId(await desk.run(ada, "stats"), "The guild"));
    expect(textOf(guild)).toContain("**Asked for** · 5\n**Completed** · 2, with 9 pieces\n**Cancelled** · 0 · **Denied** · 1\n**By profession**\n🧵 Tailoring: 4 asked for, 2 completed");
    const ranking = await desk.press(ada, buttonId(guild, "Leaderboard"));
    expect(textOf(ranking)).toContain("**1.** <@7> · 20 pieces, 4 requests completed\n**2.** <@8> · 6 pieces, 2 requests completed\nYou are not among them: 12 pieces, 3 requests completed.");
    expect(textOf(await desk.press(ada, buttonId(ranking, "All time")))).toContain("### 🏆 Crafters · All time");
  });

  it("says so when nothing happened, without an empty picture", async () => {
    const nothing = room({ sumOf: () => Promise.resolve({ submitted: 0, completed: 0, items: 0 }), listDaysOf: () => Promise.resolve([]), sumByProfession: () => Promise.resolve(new Map()), rankCrafters: () => Promise.resolve([]) });
    for (const of of ["me", "guild", "leaderboard"]) {
      const shown = await nothing.run(ada, "stats", { of });
      expect(textOf(shown)).toContain("Nothing happened in this time.");
      expect(filesOf(shown)).toEqual([]);
    }
  });

  it("tells the figures when the picture cannot be drawn", async () => {
    const shown = await room({}, () => Promise.resolve(null)).run(ada, "stats");
    expect(textOf(shown)).toContain("**Asked for** · 5");
    expect(textOf(shown)).toContain("The chart could not be drawn");
    expect(filesOf(shown)).toEqual([]);
  });

  it("takes what Discord would not send for what is usual", async () => {
    expect(textOf(await room().run(ada, "stats", { of: "everybody", period: "century" }))).toContain("### 📊 You · 30 days");
    await expect(room().press(ada, "stats.show.1:everybody:week:of")).resolves.toBeNull();
  });
});

describe("periods", () => {
  it("include today, and have a bar for each day, or for each month of all time", () => {
    expect(daysOf("week", NOW)).toEqual({ from: "2026-11-19", to: "2026-11-25" });
    expect(barsOf("week", NOW, [])).toEqual(["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"]);
    expect(barsOf("all", NOW, ["2026-11-24", "2026-11-25", "2026-09-01"])).toEqual(["2026-09", "2026-11"]);
  });
});
