import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What `/stats` says. */
export const statisticsTexts = defineTexts("statistics", {
  command: "What you and the guild have asked for and made, with a chart",
  "option.of": "Whose figures",
  "option.period": "Of how long",

  "of.me": "Me",
  "of.guild": "The guild",
  "of.leaderboard": "Leaderboard",
  "period.week": "7 days",
  "period.month": "30 days",
  "period.all": "All time",

  "heading.me": "### 📊 You · {{period}}",
  "heading.guild": "### 📊 The guild · {{period}}",
  "heading.leaderboard": "### 🏆 Crafters · {{period}}",
  "me.requested": "**Asked for** · {{count}}",
  "me.crafted": "**Completed for others and yourself** · {{completed}}, with {{items}} pieces",
  "guild.requested": "**Asked for** · {{count}}",
  "guild.completed": "**Completed** · {{completed}}, with {{items}} pieces",
  "guild.ended": "**Cancelled** · {{cancelled}} · **Denied** · {{denied}}",
  "guild.professions": "**By profession**",
  "guild.profession": "{{profession}}: {{submitted}} asked for, {{completed}} completed",
  "guild.more_one": "…and {{count}} more profession",
  "guild.more_other": "…and {{count}} more professions",
  "leaderboard.line": "**{{rank}}.** {{person}} · {{items}} pieces, {{completed}} requests completed",
  "leaderboard.you": "You are not among them: {{items}} pieces, {{completed}} requests completed.",
  nothing: "Nothing happened in this time.",
  noPicture: "-# The chart could not be drawn; the figures above are all that it would show.",

  "chart.requested": "Asked for",
  "chart.completed": "Completed",
  "chart.items": "Pieces crafted",
  "chart.me": "You, {{period}}",
  "chart.guild": "The guild, {{period}}",
  "chart.leaderboard": "Pieces crafted, {{period}}",
  "chart.about": "Bar chart: {{title}}. {{figures}}.",
  "chart.figures": "{{label}}: {{values}}",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type StatisticsKey = TextKey<typeof statisticsTexts.en>;
export type Say = Translate<StatisticsKey>;
