import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError } from "./discord-error.ts";
import type { Application, World } from "./world.ts";

/** New commands in a day, global ones and those of each guild by themselves. Source: interactions/application-commands.mdx in Discord's documentation. */
const CREATES_A_DAY = 200;
const DAY_MS = 24 * 3_600_000;

/** Notes that so many commands are about to be new. Throws 30034 when that is too many for a day; an overwritten command is not new. */
export function countCreates(world: World, application: Application, guildId: string | null, creates: number): void {
  const now = world.clock.now();
  const key = `${application.id}:${guildId ?? "global"}`;
  const recent = (world.commandCreates.get(key) ?? []).filter((at) => at > now - DAY_MS);
  if (creates > 0 && recent.length + creates > CREATES_A_DAY) {
    throw new DiscordError(Code.MaximumDailyApplicationCommandCreatesReached, undefined, (recent[0] ?? now) + DAY_MS - now);
  }
  world.commandCreates.set(key, [...recent, ...Array.from({ length: creates }, () => now)]);
}
