import type { REST } from "discord.js";
import type { GuildSettingsReads } from "../../features/guild-settings/settings-port.ts";
import type { SurfaceBook } from "../../features/surfaces/surface-port.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Translators } from "../../kernel/texts.ts";
import type { Log } from "../../telemetry/log.ts";
import { createDeletions } from "../clean-up/deletions.ts";
import { createSweeper, type Sweeper } from "../clean-up/sweeper.ts";
import type { RouterDeps } from "../router.ts";
import type { Reaching } from "../sender.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import { createDisplayTimes } from "../measures/display-times.ts";
import { createDirectMessages } from "./direct-messages.ts";
import { createHomes } from "./homes.ts";
import { createOwnChannels } from "./own-channels.ts";
import { createPlacement } from "./placement.ts";
import { surfaceTexts } from "./texts.ts";
import { UnderWay } from "./under-way.ts";
import { unseenNewsTeller } from "./unseen-news.ts";

export interface SurfacesDeps {
  readonly rest: REST;
  readonly applicationId: string;
  readonly book: SurfaceBook;
  readonly settings: GuildSettingsReads;
  readonly translators: Translators;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

/** Where people are reached: in replies, direct messages, private threads and channels. */
export interface Surfaces {
  readonly forRouter: Pick<RouterDeps, "placement" | "tellUnseen">;
  readonly reaching: Reaching;
  readonly sweeper: Sweeper;
}

export function openSurfaces(deps: SurfacesDeps): Surfaces {
  const { rest, book, settings, translators, clock, log } = deps;
  const direct = createDirectMessages(deps);
  const own = createOwnChannels(deps);
  const displayTimes = createDisplayTimes(deps.telemetry);
  const sweeper = createSweeper({ book, settings, clock, log, displayTimes, deletions: createDeletions(rest, log) });
  const underWay = new UnderWay();
  const homes = createHomes({ rest, book, direct, own, underWay, log });
  const placement = createPlacement({ book, homes, underWay, clock, displayTimes, wake: () => sweeper.wake() });
  const reaching: Reaching = {
    direct,
    async instead(guildId, userId) {
      const guild = await settings.get(guildId);
      return own.open(guild, { userId, name: translators(guild.language).in(surfaceTexts)("newsThread") }, "news");
    },
    async lost(channelId) {
      const own = await book.ownerOf(channelId);
      if (own) await book.forgetChannel(own);
    },
  };
  return { forRouter: { placement, tellUnseen: unseenNewsTeller(book) }, reaching, sweeper };
}
