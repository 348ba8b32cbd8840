import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { NewId } from "../../kernel/id.ts";
import type { Feature } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { choice, described, slashCommand } from "../slash-command.ts";
import { statsButton } from "./custom-ids.ts";
import { statsHandlers, type StatsDeps } from "./handlers.ts";
import { OF, PERIODS } from "./periods.ts";
import { statisticsSubscriptions } from "./subscriptions.ts";
import { statisticsMigrations } from "./tables.ts";
import { statisticsTexts } from "./texts.ts";

/** Counts by day what is done with requests, in the transaction that does it, and shows it: `/stats`. */
export function statisticsFeature({ newId, ...deps }: StatsDeps & { readonly newId: NewId }): Feature {
  const on = statsHandlers(deps);
  const of = { type: ApplicationCommandOptionType.String, name: "of", ...described(statisticsTexts, "option.of"), choices: OF.map((one) => choice(statisticsTexts, `of.${one}`, one)) } as const;
  const period = { type: ApplicationCommandOptionType.String, name: "period", ...described(statisticsTexts, "option.period"), choices: PERIODS.map((one) => choice(statisticsTexts, `period.${one}`, one)) } as const;
  return {
    name: "statistics",
    texts: statisticsTexts,
    migrations: statisticsMigrations,
    commands: [{ data: slashCommand(statisticsTexts, "stats", "command", of, period), run: on.open }],
    components: [onPress(statsButton, (call, page) => on.turnTo(call, page.of, page.period))],
    subscriptions: statisticsSubscriptions({ newId }),
  };
}
